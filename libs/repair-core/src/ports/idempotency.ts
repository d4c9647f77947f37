import type { CasResult } from './registers.js';

/** How long a key is remembered after the last write about it. */
export const IDEMPOTENCY_TTL_SECONDS = 86_400;

/** One use of an `Idempotency-Key`. */
export interface IdempotencyRecord {
  /** Token of the request that works on it; empty: nobody does, whoever comes next may. */
  readonly owner: string;
  /** Digest of what was asked: the key belongs to this and to nothing else. */
  readonly fingerprint: string;
  /**
   * Ids that the attempts so far gave to what they create, newest last. Each attempt records its id before it creates
   * anything, so that a later one finds what a process that died had created.
   */
  readonly resourceIds: readonly string[];
  /** What was answered, once it was. */
  readonly answer?: IdempotentAnswer;
}

export interface IdempotentAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; absent when the answer has no body. */
  readonly body?: string;
}

/** Rows that are forgotten after {@link IDEMPOTENCY_TTL_SECONDS}. Conditional writes only, never retried by the driver. */
export interface IdempotencyStore {
  /** Sees every conditional write whose outcome was unknown. */
  read(id: string): Promise<IdempotencyRecord | undefined>;
  /** Only the first of all sidecars succeeds. */
  reserve(id: string, record: IdempotencyRecord): Promise<CasResult<IdempotencyRecord>>;
  /** Only while `owner` is still the stored one. */
  replace(id: string, owner: string, record: IdempotencyRecord): Promise<CasResult<IdempotencyRecord>>;
  /** Forgets the key, only while `owner` is still the stored one. */
  remove(id: string, owner: string): Promise<CasResult<IdempotencyRecord>>;
}
