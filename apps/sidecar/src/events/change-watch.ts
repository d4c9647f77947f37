import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { readRun, viewRun, type RunView } from '@reaper-sidecar/repair-core';
import { Backend } from '../backend/backend.js';
import { ReadModel } from '../backend/read-model.js';
import { ChangeLog } from './change-log.js';
import type { ClusterState, WatchedRun } from './cluster-state.js';
import type { RunChange } from './event.js';
import { EventHub } from './event-hub.js';
import type { EventStream } from './event-stream.js';

const INTERVAL_MS = 1_000;

/** More unfinished runs than these are not looked at one by one. */
const MAX_WATCHED_RUNS = 50;

/**
 * While somebody listens, compares the cluster with a second ago and tells what changed, once for all streams however
 * many there are.
 */
@Injectable()
export class ChangeWatch implements OnModuleDestroy {
  readonly #log = new ChangeLog();
  #timer: NodeJS.Timeout | undefined;
  #look: Promise<void> | undefined;
  /** Streams that wait for the first state. */
  #waiting: (() => void)[] = [];

  constructor(
    private readonly backend: Backend,
    private readonly readModel: ReadModel,
    private readonly hub: EventHub,
  ) {}

  /** State of an unfinished run as last seen, without a read. */
  stateOf(runId: string): string | undefined {
    return this.#log.state?.runs.get(runId)?.state;
  }

  /**
   * Serves a stream: first what changed since `lastId`, or a snapshot, as soon as the cluster was read; then every change.
   *
   * @param lastId name of the last state that the client was told, by any sidecar
   * @param known state of the run that the stream is about
   * @returns call when the client is gone
   */
  serve(stream: EventStream, lastId: string | undefined, known?: RunChange): () => void {
    const remove = this.hub.add(stream);
    this.#timer ??= this.start();
    const begin = () => this.begin(stream, lastId, known);
    if (this.#log.id === undefined) this.#waiting.push(begin);
    else begin();
    return () => {
      remove();
      this.#waiting = this.#waiting.filter((one) => one !== begin);
      if (this.hub.listeners === 0) this.stop();
    };
  }

  onModuleDestroy(): void {
    this.stop();
  }

  private begin(stream: EventStream, lastId: string | undefined, known: RunChange | undefined): void {
    const { id } = this.#log;
    const changes = lastId === undefined ? undefined : this.#log.since(lastId);
    stream.started = true;
    if (changes) for (const change of changes) stream.send(change, id);
    else stream.send({ type: 'snapshot', runs: this.runsFor(stream, known) }, id);
  }

  private runsFor({ runId }: EventStream, known: RunChange | undefined): readonly RunChange[] {
    const runs = [...(this.#log.state?.runs.values() ?? [])].map(({ runId, state }) => ({ runId, state }));
    if (runId === undefined) return runs;
    const current = runs.filter((run) => run.runId === runId);
    return current.length > 0 || !known ? current : [known];
  }

  private start(): NodeJS.Timeout {
    void this.look();
    return setInterval(() => void this.look(), INTERVAL_MS);
  }

  private stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    // What happens while nobody looks is not in the log, so what is in it must not be built upon.
    this.#log.clear();
  }

  private look(): Promise<void> {
    this.#look ??= this.compare()
      .catch((error: unknown) => this.backend.runtime.log.debug('Changes could not be read', { error }))
      .finally(() => (this.#look = undefined));
    return this.#look;
  }

  private async compare(): Promise<void> {
    const timer = this.#timer;
    const [runs, cluster] = await Promise.all([this.readRuns(), this.readCluster()]);
    const ended = await this.endedRuns(runs);
    if (timer !== this.#timer || this.hub.listeners === 0) return;
    const changes = this.#log.advance({ runs, cluster }, ended);
    if (this.#log.id !== undefined) this.hub.advance(changes, this.#log.id);
    for (const begin of this.#waiting.splice(0)) begin();
  }

  /** One statement, and one per unfinished run. */
  private async readRuns(): Promise<ClusterState['runs']> {
    const { runs } = this.backend.stores;
    const active = await runs.activeRuns({ onUnreadable: () => undefined });
    const views = await Promise.all(
      active.slice(0, MAX_WATCHED_RUNS).map(async (run) => {
        const row = await runs.get(run.runId).catch(() => undefined);
        return row && viewRun(row, run);
      }),
    );
    return new Map(views.flatMap((view) => (view && !view.result ? [[view.creation.runId, watched(view)]] : [])));
  }

  private async endedRuns(now: ClusterState['runs']): Promise<readonly RunChange[]> {
    const gone = [...(this.#log.state?.runs.keys() ?? [])].filter((runId) => !now.has(runId));
    const views = await Promise.all(
      gone.map((runId) => readRun(this.backend.stores.runs, runId).catch(() => undefined)),
    );
    return views.flatMap((view) => (view ? [{ runId: view.creation.runId, state: view.state }] : []));
  }

  private async readCluster(): Promise<string> {
    const [topology, leader] = await Promise.all([this.readModel.topology(), this.readModel.leader()]);
    const nodes = topology.nodes.map(({ hostId, up, state }) => `${hostId} ${up} ${state}`).sort();
    return JSON.stringify([leader?.holder, topology.schemaVersions.length, nodes]);
  }
}

function watched({ creation: { runId }, state, specVersion, counters, reasons }: RunView): WatchedRun {
  const parts = [state, specVersion, counters, reasons.map(({ code, replicas }) => [code, replicas])];
  return { runId, state, fingerprint: JSON.stringify(parts) };
}
