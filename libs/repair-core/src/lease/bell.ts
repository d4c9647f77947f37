import type { Timers } from '../ports/runtime.js';

/** Wakes one waiting loop. Rings while nobody waits are kept; several count as one. */
export class Bell {
  #rung = false;
  #waiting: AbortController | undefined;

  ring(): void {
    this.#rung = true;
    // A reason spares the error that would be made for each ring.
    this.#waiting?.abort('rung');
  }

  /** Waits for a ring, at most `ms`. Tells whether it was rung. Returns early when `signal` aborts. */
  async wait(timers: Timers, ms: number, signal?: AbortSignal): Promise<boolean> {
    if (!this.#rung && !signal?.aborted) await this.#sleep(timers, ms, signal);
    const rung = this.#rung;
    this.#rung = false;
    return rung;
  }

  async #sleep(timers: Timers, ms: number, signal?: AbortSignal): Promise<void> {
    const waiting = new AbortController();
    const stop = () => waiting.abort();
    this.#waiting = waiting;
    signal?.addEventListener('abort', stop);
    await timers.sleep(ms, waiting.signal);
    signal?.removeEventListener('abort', stop);
    this.#waiting = undefined;
  }
}
