import type { Clock } from '@reaper-sidecar/repair-core';

/** The last answer of a read for a short time, shared by all who ask; at most one read at a time. */
export class Recent<T> {
  #answer: Promise<T> | undefined;
  #readAtMs = 0;

  constructor(
    private readonly clock: Clock,
    private readonly ttlMs: number,
    private readonly read: () => Promise<T>,
  ) {}

  get(): Promise<T> {
    const now = this.clock.monotonicMs();
    if (this.#answer && now - this.#readAtMs < this.ttlMs) return this.#answer;
    this.#readAtMs = now;
    const answer = this.read();
    this.#answer = answer;
    answer.catch(() => this.forget(answer));
    return answer;
  }

  private forget(answer: Promise<T>): void {
    if (this.#answer === answer) this.#answer = undefined;
  }
}
