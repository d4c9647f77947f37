import type { Clock } from '@reaper-sidecar/repair-core';

/** Lets `perSecond` doorbells a second through, with that many saved up at most. */
export class LookLimit {
  #tokens: number;
  #atMs: number;

  constructor(
    private readonly clock: Pick<Clock, 'monotonicMs'>,
    private readonly perSecond: number,
  ) {
    this.#tokens = perSecond;
    this.#atMs = clock.monotonicMs();
  }

  take(): boolean {
    const now = this.clock.monotonicMs();
    this.#tokens = Math.min(this.perSecond, this.#tokens + ((now - this.#atMs) / 1000) * this.perSecond);
    this.#atMs = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
