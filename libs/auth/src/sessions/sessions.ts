import { type Clock, UnknownOutcomeError } from '@reaper-sidecar/repair-core';
import type { Directory } from '../directory/directory.js';
import { UnauthenticatedError } from '../errors/auth-errors.js';
import { digest, sameDigest, type Secrets } from '../secrets.js';
import { mayAct, type User } from '../users/user.js';
import type { AccessTokens } from './access-token.js';
import { formatRefreshToken, nextSecret, parseRefreshToken, type RefreshToken } from './refresh-token.js';
import type { RevokedSessions } from './revoked-sessions.js';
import { sessionBody, type SessionState } from './session-state.js';
import type { SessionStore, StoredSession } from './session-store.js';

export interface SessionTimes {
  /** Life of a session token. */
  readonly accessMs: number;
  /** A session that is not refreshed for this long is over. */
  readonly idleMs: number;
  /** No session lasts longer. */
  readonly longestMs: number;
}

export interface SessionsDeps {
  readonly store: SessionStore;
  readonly revoked: RevokedSessions;
  readonly users: Directory<User>;
  readonly tokens: AccessTokens;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly times: SessionTimes;
}

/** What a client gets; both tokens are secrets. */
export interface IssuedSession {
  readonly user: User;
  readonly sessionId: string;
  readonly accessToken: string;
  readonly accessExpiresAtMs: number;
  readonly refreshToken: string;
  readonly refreshExpiresAtMs: number;
}

/**
 * Two tabs, or a client that did not get its answer, may show the same refresh token this long after its first use, and
 * get the same successor. Later it counts as stolen.
 */
export const REFRESH_GRACE_MS = 30_000;

const TRIES = 5;

/** Sessions of users: opened at login, kept alive by refresh tokens that are good for one use, ended for all sidecars. */
export class Sessions {
  constructor(private readonly deps: SessionsDeps) {}

  async open(user: User): Promise<IssuedSession> {
    const { store, clock, secrets } = this.deps;
    const token = { sessionId: secrets(16).toString('hex'), secret: secrets(32).toString('base64url') };
    const createdAtMs = clock.wallMs();
    const state: SessionState = {
      user: user.name,
      epoch: user.epoch,
      digest: digest(token.secret),
      formerDigest: '',
      salt: '',
      rotatedAtMs: createdAtMs,
      createdAtMs,
      expiresAtMs: this.expiryOf(createdAtMs),
      ended: false,
    };
    const stored = { id: token.sessionId, generation: 0, body: sessionBody.encode(state) };
    await store.create(stored, this.ttlOf(state));
    return this.issue(user, token, state);
  }

  /**
   * @returns the next tokens; the same refresh token for everybody who shows the same one within the grace time
   * @throws UnauthenticatedError; when the token was used up before, the session ends
   */
  async refresh(refreshToken: string): Promise<IssuedSession> {
    const token = parseRefreshToken(refreshToken);
    if (!token) throw new UnauthenticatedError('The refresh token has another form; log in again');
    let stored = await this.deps.store.read(token.sessionId, { serial: false });
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const issued = await this.tryRefresh(token, stored);
      if (issued) return issued;
      stored = await this.deps.store.read(token.sessionId, { serial: true });
    }
    throw new UnknownOutcomeError('The session was refreshed by many at once; try again');
  }

  /** Ends a session for all sidecars. One that is over already changes nothing. */
  async end(sessionId: string): Promise<void> {
    await this.deps.revoked.add(sessionId);
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const stored = await this.deps.store.read(sessionId, { serial: attempt > 0 });
      const state = stored && sessionBody.decode(stored.body);
      if (!stored || !state || state.ended || (await this.advance(stored, { ...state, ended: true }))) return;
    }
    throw new UnknownOutcomeError('The session was refreshed by many at once; try again');
  }

  /** Whether tokens of a session that was opened in an epoch of the user are still good. */
  async isGood({
    sessionId,
    user,
    epoch,
  }: {
    sessionId: string;
    user: string;
    epoch: number;
  }): Promise<User | undefined> {
    if (await this.deps.revoked.has(sessionId)) return undefined;
    return this.actingUser(user, epoch);
  }

  /** Undefined: another was quicker, look again. */
  private async tryRefresh(token: RefreshToken, stored: StoredSession | undefined): Promise<IssuedSession | undefined> {
    const state = stored && sessionBody.decode(stored.body);
    if (!stored || !state || state.ended || this.deps.clock.wallMs() > state.expiresAtMs) {
      throw new UnauthenticatedError('The session is over; log in again');
    }
    const user = await this.actingUser(state.user, state.epoch);
    if (!user) throw new UnauthenticatedError('The session was ended; log in again');
    const shown = digest(token.secret);
    if (sameDigest(shown, state.digest)) return this.rotate(user, token, stored, state);
    if (sameDigest(shown, state.formerDigest) && this.isInGrace(state)) {
      return this.issue(user, { ...token, secret: nextSecret(token, stored.generation, state.salt) }, state);
    }
    await this.end(token.sessionId);
    throw new UnauthenticatedError(
      'The refresh token was used before, so somebody else may have it; the session is ended, log in again',
      { reused: true },
    );
  }

  private async rotate(user: User, token: RefreshToken, stored: StoredSession, state: SessionState) {
    const salt = this.deps.secrets(16).toString('base64url');
    const next = { ...token, secret: nextSecret(token, stored.generation + 1, salt) };
    const rotated: SessionState = {
      ...state,
      digest: digest(next.secret),
      formerDigest: state.digest,
      salt,
      rotatedAtMs: this.deps.clock.wallMs(),
      expiresAtMs: this.expiryOf(state.createdAtMs),
    };
    return (await this.advance(stored, rotated)) ? this.issue(user, next, rotated) : undefined;
  }

  /** False also when it is not known: whoever looks again at SERIAL finds out. */
  private async advance({ id, generation }: StoredSession, state: SessionState): Promise<boolean> {
    const next = { id, generation: generation + 1, body: sessionBody.encode(state) };
    try {
      return await this.deps.store.advance(next, this.ttlOf(state));
    } catch (error) {
      if (error instanceof UnknownOutcomeError) return false;
      throw error;
    }
  }

  private async issue(user: User, token: RefreshToken, state: SessionState): Promise<IssuedSession> {
    const { tokens, clock, times } = this.deps;
    const accessExpiresAtMs = Math.min(clock.wallMs() + times.accessMs, state.expiresAtMs);
    const { sessionId } = token;
    const claims = { user: user.name, sessionId, epoch: state.epoch, expiresAtMs: accessExpiresAtMs };
    return {
      user,
      sessionId,
      accessToken: await tokens.issue(claims),
      accessExpiresAtMs,
      refreshToken: formatRefreshToken(token),
      refreshExpiresAtMs: state.expiresAtMs,
    };
  }

  /** A refusal never rests on the copy in memory: the user may have changed through another sidecar a moment ago. */
  private async actingUser(name: string, epoch: number): Promise<User | undefined> {
    const known = (await this.deps.users.cached()).entries.get(name);
    if (mayAct(known, epoch)) return known;
    const now = (await this.deps.users.fresh()).entries.get(name);
    return mayAct(now, epoch) ? now : undefined;
  }

  private isInGrace({ rotatedAtMs }: SessionState): boolean {
    return Math.abs(this.deps.clock.wallMs() - rotatedAtMs) <= REFRESH_GRACE_MS;
  }

  private expiryOf(createdAtMs: number): number {
    const { idleMs, longestMs } = this.deps.times;
    return Math.min(this.deps.clock.wallMs() + idleMs, createdAtMs + longestMs);
  }

  private ttlOf({ expiresAtMs }: SessionState): number {
    return Math.ceil((expiresAtMs - this.deps.clock.wallMs()) / 1_000) + 60;
  }
}
