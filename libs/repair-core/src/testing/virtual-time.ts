import type { Clock, Timers } from '../ports/runtime.js';

interface Sleeper {
  readonly at: number;
  readonly order: number;
  wake(): void;
}

/**
 * Virtual time: `advance` runs everything that falls due, in order, letting promises settle in between. Sleeps take whole
 * milliseconds, like those of real timers: at an epoch time a much smaller step is lost in rounding, and whoever sleeps
 * until a moment that never comes would spin.
 */
export class VirtualTime implements Clock, Timers {
  #now: number;
  #order = 0;
  #sleepers: Sleeper[] = [];

  constructor(startMs = 1_700_000_000_000) {
    this.#now = startMs;
  }

  wallMs(): number {
    return this.#now;
  }

  monotonicMs(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const sleeper: Sleeper = {
        at: this.#now + Math.ceil(Math.max(0, ms)),
        order: this.#order++,
        wake: () => finish(),
      };
      const finish = () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        signal?.removeEventListener('abort', finish);
        resolve();
      };
      signal?.addEventListener('abort', finish);
      this.#sleepers.push(sleeper);
    });
  }

  /** Lets `ms` of virtual time pass. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms;
    await this.settle();
    for (let next = this.#next(until); next; next = this.#next(until)) {
      this.#now = Math.max(this.#now, next.at);
      next.wake();
      await this.settle();
    }
    this.#now = until;
  }

  /** Waits until no promise chain makes progress without time passing. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
  }

  #next(until: number): Sleeper | undefined {
    return this.#sleepers.filter((sleeper) => sleeper.at <= until).sort((a, b) => a.at - b.at || a.order - b.order)[0];
  }
}
