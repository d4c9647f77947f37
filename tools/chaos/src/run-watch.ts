import { setTimeout as sleep } from 'node:timers/promises';
import { allSegments, explainRun, getRun, isOver, type SidecarProcess } from '@reaper-sidecar/sidecar-rig';
import type { RunRecord } from './run-record.js';

const LOOK_MS = 1_000;

/** Looks at runs every second, each time through another sidecar that is alive, as a dashboard would. */
export class RunWatch {
  readonly records: RunRecord[] = [];
  readonly #stop = new AbortController();
  readonly #done: Promise<void>;
  #turn = 0;

  constructor(private readonly sidecars: readonly SidecarProcess[]) {
    this.#done = this.#watch();
  }

  add(record: RunRecord): RunRecord {
    this.records.push(record);
    return record;
  }

  async end(): Promise<void> {
    this.#stop.abort();
    await this.#done;
  }

  async #watch(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const open = this.records.filter(({ last }) => !isOver(last));
      for (const record of open) await this.#look(record).catch(() => undefined);
      await sleep(LOOK_MS, undefined, { signal: this.#stop.signal }).catch(() => undefined);
    }
  }

  /** Fails when the asked sidecar is just being killed; the next look goes to another. */
  async #look(record: RunRecord): Promise<void> {
    const alive = this.sidecars.filter(({ running }) => running);
    const sidecar = alive[this.#turn++ % Math.max(1, alive.length)];
    if (!sidecar) return;
    const { id } = record.last;
    const run = await getRun(sidecar.api, id);
    record.see(run, await allSegments(sidecar.api, id), Date.now());
    if (isOver(run) || !record.isStill(Date.now())) return;
    const explanation = await explainRun(sidecar.api, id);
    record.judge(explanation, await allSegments(sidecar.api, id), Date.now());
  }
}
