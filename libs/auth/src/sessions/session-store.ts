/** The state of one session. Written by conditional writes only; vanishes when the session is over. */
export interface StoredSession {
  readonly id: string;
  /** Counts the rotations of the refresh token. */
  readonly generation: number;
  readonly body: string;
}

export interface SessionStore {
  /** @returns whether there was none of that id */
  create(session: StoredSession, ttlSeconds: number): Promise<boolean>;
  read(id: string, options: { readonly serial: boolean }): Promise<StoredSession | undefined>;
  /** Replaces the generation before this one. @throws UnknownOutcomeError */
  advance(session: StoredSession, ttlSeconds: number): Promise<boolean>;
}

/** Sessions that ended before their tokens did, for as long as those would be good. */
export interface RevokedSessionStore {
  add(window: string, sessionId: string, ttlSeconds: number): Promise<void>;
  /** Ids of one window. */
  read(window: string): Promise<readonly string[]>;
}
