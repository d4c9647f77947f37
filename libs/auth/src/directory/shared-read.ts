import type { Clock } from '@reaper-sidecar/repair-core';

/** One answer for all who ask within a while, and a way to ask for one that is newer than the question. */
export class SharedRead<T> {
  #value: { readonly answer: T; readonly readAtMs: number } | undefined;
  #running: Promise<T> | undefined;
  #next: Promise<T> | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly maxAgeMs: number,
    private readonly read: () => Promise<T>,
  ) {}

  /** At most `maxAgeMs` old. */
  async cached(): Promise<T> {
    const known = this.#value;
    if (known && this.clock.monotonicMs() - known.readAtMs < this.maxAgeMs) return known.answer;
    return this.#running ?? this.#start();
  }

  /** Read after this call: one that is under way may have missed what was written a moment ago. */
  fresh(): Promise<T> {
    if (!this.#running) return this.#start();
    this.#next ??= this.#running.then(nothing, nothing).then(() => {
      this.#next = undefined;
      return this.#start();
    });
    return this.#next;
  }

  forget(): void {
    this.#value = undefined;
  }

  #start(): Promise<T> {
    const readAtMs = this.clock.monotonicMs();
    const running = this.read().then((answer) => {
      this.#value = { answer, readAtMs };
      return answer;
    });
    this.#running = running;
    const done = () => {
      if (this.#running === running) this.#running = undefined;
    };
    running.then(done, done);
    return running;
  }
}

function nothing(): void {
  // Whoever asked for that one hears of its failure.
}
