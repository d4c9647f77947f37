import type { Clock } from '@reaper-sidecar/repair-core';
import { SharedRead } from '../directory/shared-read.js';
import type { RevokedSessionStore } from './session-store.js';

/** Longest that a session token lives, with room for clocks that differ. */
const REMEMBER_MS = 20 * 60_000;
const CLOCKS_DIFFER_MS = 5 * 60_000;
/** Others' revocations are seen after this time at the latest. */
const MAX_AGE_MS = 5_000;

/** Sessions whose tokens are refused although they have not expired. */
export class RevokedSessions {
  readonly #shared: SharedRead<ReadonlySet<string>>;

  constructor(
    private readonly store: RevokedSessionStore,
    private readonly clock: Clock,
  ) {
    this.#shared = new SharedRead(clock, MAX_AGE_MS, () => this.read());
  }

  async add(sessionId: string): Promise<void> {
    await this.store.add(hourOf(this.clock.wallMs()), sessionId, REMEMBER_MS / 1_000);
    this.#shared.forget();
  }

  /** At most 5 s old. Nothing is ever taken off the list before it is harmless, so a hit is certain. */
  async has(sessionId: string): Promise<boolean> {
    return (await this.#shared.cached()).has(sessionId);
  }

  private async read(): Promise<ReadonlySet<string>> {
    const now = this.clock.wallMs();
    const windows = new Set([hourOf(now - REMEMBER_MS), hourOf(now + CLOCKS_DIFFER_MS)]);
    const found = await Promise.all([...windows].map((window) => this.store.read(window)));
    return new Set(found.flat());
  }
}

/** For example "2026-07-01T13". */
function hourOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 13);
}
