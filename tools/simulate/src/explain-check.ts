import { type RunCreation } from '@reaper-sidecar/repair-core';
import { ExplainWatch, RunObserver, type SimulatedCluster } from '@reaper-sidecar/repair-core/testing';

/**
 * A gap that is gone by then is none. Reasons follow what happens by a look of the leader at the ring (5 s), its tick,
 * and the next write of what it saw; a storage that fails it in the storm holds all three up.
 */
const LASTS_MS = 20_000;
/** Looking at all segments of a cluster this big takes too long for every second. */
const SECONDS_BETWEEN_LOOKS_AT_1000_NODES = 10;

/**
 * Explain: a run that does not move says why, with exactly one current reason for each replica set that waits, as
 * anybody sees it who asks a sidecar.
 */
export class ExplainCheck {
  longestMs = 0;
  readonly #observer: RunObserver;
  /** How long a leader may take to look is judged by what the nodes do, as a stall. */
  readonly #watch = new ExplainWatch({ looksWithinMs: Infinity });
  readonly #gapSince = new Map<string, number>();
  #seconds = 0;

  constructor(
    private readonly cluster: SimulatedCluster,
    private readonly violated: (what: string) => void,
  ) {
    this.#observer = new RunObserver(cluster);
  }

  /** To be called every second. */
  async look(runs: readonly RunCreation[]): Promise<void> {
    this.#seconds += 1;
    const every = Math.ceil((this.cluster.nodes.length / 1_000) * SECONDS_BETWEEN_LOOKS_AT_1000_NODES);
    if (this.#seconds % every === 0) for (const run of runs) await this.#lookAt(run);
  }

  async #lookAt({ runId, unit }: RunCreation): Promise<void> {
    const atMs = this.cluster.time.monotonicMs();
    const tables = unit.tables.join();
    const running = this.cluster.truth.running.filter((one) => one.tables === tables).length;
    // A run that moves need not be read.
    const seen =
      running > 0
        ? { runId, atMs, running, over: false, finished: -1, waiting: [], reasons: [] }
        : await this.#observer.observe(runId);
    const gaps = seen ? this.#watch.look(seen) : [];
    const since = gaps.length > 0 ? (this.#gapSince.get(runId) ?? atMs) : undefined;
    if (since === undefined) return void this.#gapSince.delete(runId);
    this.#gapSince.set(runId, since);
    this.longestMs = Math.max(this.longestMs, atMs - since);
    if (atMs - since <= LASTS_MS) return;
    this.violated(`EXPLAIN for ${(atMs - since) / 1_000} s: ${gaps[0]}`);
    this.cluster.tell(`${gaps.join('; ')}; told: ${JSON.stringify(seen?.reasons)}`);
  }
}
