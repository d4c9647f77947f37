import { type Clock } from '@reaper-sidecar/repair-core';

interface Entry<T> {
  readonly value: Promise<T>;
  readonly beganMs: number;
  pending: boolean;
}

/** Answers that may be a little old: one question at a time per key, failures are not kept. */
export class Recent<T> {
  readonly #entries = new Map<string, Entry<T>>();

  constructor(
    /** Age from the beginning of the question after which it is asked again, ms. */
    private readonly maxAgeMs: number,
    private readonly clock: Pick<Clock, 'monotonicMs'>,
  ) {}

  get(key: string, ask: () => Promise<T>): Promise<T> {
    this.#forgetOld();
    const known = this.#entries.get(key);
    if (known !== undefined) return known.value;
    const beganMs = this.clock.monotonicMs();
    const value = ask();
    const entry: Entry<T> = { value, beganMs, pending: true };
    this.#entries.set(key, entry);
    value.then(
      () => (entry.pending = false),
      () => this.#entries.delete(key),
    );
    return value;
  }

  #forgetOld(): void {
    const now = this.clock.monotonicMs();
    for (const [key, { pending, beganMs }] of this.#entries) {
      if (!pending && now - beganMs >= this.maxAgeMs) this.#entries.delete(key);
    }
  }
}
