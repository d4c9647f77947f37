import { setTimeout as sleep } from 'node:timers/promises';
import { createRun, isOver, type Run, type WantedRun } from '@reaper-sidecar/sidecar-rig';
import type { Diary } from './diary.js';
import { RunRecord } from './run-record.js';
import type { RunWatch } from './run-watch.js';
import type { Stage } from './stage.js';

const LOOK_MS = 500;
const CREATE_PATIENCE_MS = 90_000;

/** Two keyspaces are in repair at any time, one with three replicas and one with two, until `stop`. */
export class WorkFlow {
  readonly #stop = new AbortController();
  readonly #done: Promise<unknown>;

  constructor(stage: Stage, watch: RunWatch, diary: Diary, wish: () => Omit<WantedRun, 'keyspace'>) {
    const keyspaces = stage.damaged.map(({ options }) => options.keyspace);
    const lanes = [0, 1].map((lane) => keyspaces.filter((_, i) => i % 2 === lane));
    this.#done = Promise.all(
      lanes.map(async (lane) => {
        for (let turn = 0; !this.#stop.signal.aborted; turn++) {
          const keyspace = lane[turn % lane.length] as string;
          const record = watch.add(new RunRecord(await create(stage, { ...wish(), keyspace })));
          diary.note(`run ${record.last.id} of ${keyspace} begins`);
          while (!isOver(record.last)) await sleep(LOOK_MS);
          diary.note(`run ${record.last.id} of ${keyspace} ended ${record.last.state} ${record.last.message ?? ''}`);
        }
      }),
    );
  }

  /** No further runs; resolves when those that were begun have ended. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#done;
  }
}

/** Tried until somebody is alive to take it. A refusal that says the keyspace is in repair hides a run that was created: its answer got lost. */
async function create({ fleet }: Stage, wanted: WantedRun): Promise<Run> {
  let last: unknown;
  for (const deadline = Date.now() + CREATE_PATIENCE_MS; Date.now() < deadline; await sleep(LOOK_MS)) {
    const alive = fleet.sidecars.find(({ running }) => running);
    if (!alive) continue;
    try {
      const { data } = await alive.api.GET('/api/v1/runs', { params: { query: {} } });
      const lost = data?.items.find((run) => run.keyspace === wanted.keyspace && !isOver(run));
      return lost ?? (await createRun(alive.url, wanted));
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`No sidecar took a run of ${wanted.keyspace}: ${String(last)}`);
}
