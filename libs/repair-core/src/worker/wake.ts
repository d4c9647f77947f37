import type { Timers } from '../ports/runtime.js';

/** A wait that can be cut short. One waiter at a time; a call of {@link notify} between two waits is not lost. */
export class Wake {
  #pending = false;
  #waiting: AbortController | undefined;

  constructor(
    private readonly timers: Timers,
    private readonly stop: AbortSignal,
  ) {
    stop.addEventListener('abort', () => this.notify(), { once: true });
  }

  notify(): void {
    this.#pending = true;
    this.#waiting?.abort();
  }

  /** Resolves after `ms`, at the next {@link notify}, or when the worker stops. */
  async wait(ms: number): Promise<void> {
    if (!this.#pending && !this.stop.aborted && ms > 0) {
      this.#waiting = new AbortController();
      await this.timers.sleep(ms, this.#waiting.signal);
      this.#waiting = undefined;
    }
    this.#pending = false;
  }
}
