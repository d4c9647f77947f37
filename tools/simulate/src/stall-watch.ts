import { type ReasonCode } from '@reaper-sidecar/repair-core';
import { type SimulatedCluster } from '@reaper-sidecar/repair-core/testing';

/** Waits that no leader could shorten. */
const LAWFUL: ReadonlySet<ReasonCode> = new Set(['RETRY_LATER', 'NODE_RESTING', 'RUN_PAUSED', 'IN_DOUBT']);
/** Poll of an idle worker, and a tick. */
const POLL_MS = 21_000;

export interface StallTimings {
  readonly stealAfterMs: number;
  readonly watchEveryMs: number;
  readonly fenceWaitMs: number;
}

/** Looks for a time in which nothing runs although something could: no longer than one lease, one fence and one poll. */
export class StallWatch {
  readonly violations: string[] = [];
  longestMs = 0;
  readonly #limitMs: number;
  #idleSince = 0;

  constructor(
    private readonly cluster: SimulatedCluster,
    { stealAfterMs, watchEveryMs, fenceWaitMs }: StallTimings,
  ) {
    this.#limitMs = stealAfterMs + watchEveryMs + fenceWaitMs + POLL_MS;
  }

  begin(): void {
    this.#idleSince = this.cluster.time.monotonicMs();
  }

  async look(): Promise<void> {
    const now = this.cluster.time.monotonicMs();
    if (!(await this.#couldRun())) this.#idleSince = now;
    const idleMs = now - this.#idleSince;
    if (idleMs > this.#limitMs && this.longestMs <= this.#limitMs) {
      this.violations.push(`nothing ran for ${idleMs / 1_000} s: ${this.cluster.explain()}`);
    }
    this.longestMs = Math.max(this.longestMs, idleMs);
  }

  async #couldRun(): Promise<boolean> {
    if (this.cluster.runningCommands().length > 0) return false;
    const active = await this.cluster.pen.runs.activeRuns();
    if (!active.some(({ spec }) => spec.desired === 'running')) return false;
    const runs = this.cluster.leader?.process?.leadership.snapshot().runs ?? [];
    const reasons = runs.flatMap((run) => run.reasons);
    return reasons.length === 0 || !reasons.every(({ code }) => LAWFUL.has(code));
  }
}
