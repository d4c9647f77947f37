import type { Clock } from '@reaper-sidecar/repair-core';
import { TooManyLoginsError } from '../errors/auth-errors.js';
import type { LoginFailureStore } from './login-failures.js';
import { type LoginAttempt, subjectsOf } from './login-subjects.js';

export const LOGIN_WINDOW_MS = 15 * 60_000;
/** A subject over its limit is refused from memory for this time, so that guessing costs Cassandra nothing. */
const REMEMBER_BLOCK_MS = 5_000;
const MAX_REMEMBERED = 10_000;

/** Limits failed logins per account and address over all sidecars. */
export class LoginThrottle {
  readonly #blockedUntil = new Map<string, number>();

  constructor(
    private readonly store: LoginFailureStore,
    private readonly clock: Clock,
  ) {}

  /** @throws TooManyLoginsError */
  async check(attempt: LoginAttempt): Promise<void> {
    const now = this.clock.monotonicMs();
    const subjects = subjectsOf(attempt);
    if (subjects.some(({ key }) => (this.#blockedUntil.get(key) ?? 0) > now)) throw tooMany();
    const counts = await Promise.all(subjects.map(({ key, limit }) => this.store.count(key, limit)));
    const full = subjects.find(({ limit }, index) => (counts[index] ?? 0) >= limit);
    if (!full) return;
    if (this.#blockedUntil.size >= MAX_REMEMBERED) this.#blockedUntil.clear();
    this.#blockedUntil.set(full.key, now + REMEMBER_BLOCK_MS);
    throw tooMany();
  }

  async failed(attempt: LoginAttempt): Promise<void> {
    const at = this.clock.wallMs();
    await Promise.all(subjectsOf(attempt).map(({ key }) => this.store.add(key, at, LOGIN_WINDOW_MS / 1_000)));
  }

  /** Forgets the failures of this account from this address; those of the address stay, or an own account would wash off guesses. */
  async succeeded(attempt: LoginAttempt): Promise<void> {
    const [pair] = subjectsOf(attempt);
    if (pair && (await this.store.count(pair.key, 1)) > 0) await this.store.clear(pair.key, this.clock.wallMs());
  }
}

function tooMany(): TooManyLoginsError {
  const minutes = LOGIN_WINDOW_MS / 60_000;
  return new TooManyLoginsError(
    `Too many logins failed for this account or from this address; try again in ${minutes} minutes`,
  );
}
