import type { Clock } from '@reaper-sidecar/repair-core';

const MOST_WATCHED = 1_000;

/** Measures by the own clock how long a request of another sidecar has been at work: clocks of two machines are never compared. */
export class SilentOwners {
  readonly #seen = new Map<string, { readonly owner: string; readonly sinceMs: number }>();

  constructor(private readonly clock: Clock) {}

  /** Time since `owner` was first seen to work on the key, in ms. */
  silentForMs(id: string, owner: string): number {
    const now = this.clock.monotonicMs();
    const seen = this.#seen.get(id);
    if (seen?.owner === owner) return now - seen.sinceMs;
    this.#seen.delete(id);
    this.#seen.set(id, { owner, sinceMs: now });
    const [oldest] = this.#seen.keys();
    if (this.#seen.size > MOST_WATCHED && oldest !== undefined) this.#seen.delete(oldest);
    return 0;
  }
}
