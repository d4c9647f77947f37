import { Injectable } from '@nestjs/common';
import {
  UnknownOutcomeError,
  type CasResult,
  type IdempotencyRecord,
  type IdempotencyStore,
  type IdempotentAnswer,
} from '@reaper-sidecar/repair-core';
import { Backend } from '../backend/backend.js';
import { ApiError } from '../http/api-error.js';
import type { KeyedRequest } from './idempotency-key.js';
import { SilentOwners } from './silent-owners.js';

/** How long a repeated request waits for the answer of the first. */
export const WAIT_MS = 5_000;
const POLL_MS = 200;

/** A request that was seen at work for so long without an answer counts as dead. To go on in its place is safe, see {@link Reservation}. */
export const DEAD_AFTER_MS = 30_000;

const MOST_ATTEMPTS = 20;

/** The right to answer a request with a key. */
export interface Reservation {
  readonly id: string;
  readonly record: IdempotencyRecord;
  /** Id for what this request creates. */
  readonly resourceId: string;
  /** Ids that earlier attempts may have used before they died: what exists under them is the answer. */
  readonly earlierIds: readonly string[];
}

export type Begun =
  | { readonly kind: 'new'; readonly reservation: Reservation }
  | { readonly kind: 'answered'; readonly answer: IdempotentAnswer };

/** Gives requests with the same `Idempotency-Key` the same answer, whichever sidecars they reach. */
@Injectable()
export class Idempotency {
  readonly #owners: SilentOwners;

  constructor(private readonly backend: Backend) {
    this.#owners = new SilentOwners(backend.runtime.clock);
  }

  /** @throws ApiError IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_FLIGHT */
  async begin({ id, fingerprint }: KeyedRequest): Promise<Begun> {
    const { clock, timers, entropy } = this.backend.runtime;
    const untilMs = clock.monotonicMs() + WAIT_MS;
    const owner = entropy.uuid();
    let stored: IdempotencyRecord | undefined;
    for (;;) {
      stored = await this.claim(id, stored, { owner, fingerprint, resourceIds: [entropy.uuid()] });
      if (!stored) continue;
      if (stored.fingerprint !== fingerprint) throw reused();
      if (stored.answer) return { kind: 'answered', answer: stored.answer };
      if (stored.owner === owner) return { kind: 'new', reservation: reservationOf(id, stored) };
      if (this.isFree(id, stored)) continue;
      if (clock.monotonicMs() >= untilMs) throw inFlight();
      await timers.sleep(POLL_MS);
      stored = (await this.store.read(id)) ?? undefined;
    }
  }

  /** Keeps the answer; when that fails, a repeated request finds what was created by its id. */
  async finish({ id, record }: Reservation, answer: IdempotentAnswer): Promise<void> {
    await this.attempt(() => this.store.replace(id, record.owner, { ...record, owner: '', answer }));
  }

  /** The request failed. `undone`: certainly nothing happened, so the key is as if it had not been used. */
  async giveUp({ id, record }: Reservation, { undone }: { readonly undone: boolean }): Promise<void> {
    await this.attempt(() =>
      undone ? this.store.remove(id, record.owner) : this.store.replace(id, record.owner, { ...record, owner: '' }),
    );
  }

  /** What is stored after one try to get the key. */
  private claim(
    id: string,
    stored: IdempotencyRecord | undefined,
    mine: IdempotencyRecord,
  ): Promise<IdempotencyRecord | undefined> | IdempotencyRecord {
    if (!stored) return this.change(id, mine, () => this.store.reserve(id, mine));
    const claimable = stored.fingerprint === mine.fingerprint && !stored.answer && this.isFree(id, stored);
    if (!claimable) return stored;
    const next = { ...mine, resourceIds: [...stored.resourceIds, ...mine.resourceIds].slice(-MOST_ATTEMPTS) };
    return this.change(id, next, () => this.store.replace(id, stored.owner, next));
  }

  private isFree(id: string, { owner }: IdempotencyRecord): boolean {
    return owner === '' || this.#owners.silentForMs(id, owner) >= DEAD_AFTER_MS;
  }

  private async change(
    id: string,
    wanted: IdempotencyRecord,
    write: () => Promise<CasResult<IdempotencyRecord>>,
  ): Promise<IdempotencyRecord | undefined> {
    try {
      const result = await write();
      return result.applied ? wanted : result.current;
    } catch (error) {
      if (!(error instanceof UnknownOutcomeError)) throw error;
      return await this.store.read(id);
    }
  }

  private async attempt(write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.backend.runtime.log.warn('The record of an Idempotency-Key could not be updated', { error });
    }
  }

  private get store(): IdempotencyStore {
    return this.backend.stores.idempotency;
  }
}

function reservationOf(id: string, record: IdempotencyRecord): Reservation {
  const resourceId = record.resourceIds.at(-1);
  if (resourceId === undefined) throw new TypeError('A record of an Idempotency-Key has no resource id');
  return { id, record, resourceId, earlierIds: record.resourceIds.slice(0, -1) };
}

function reused(): ApiError {
  const text = 'This Idempotency-Key was used for another request; use a new key for every new request';
  return new ApiError('IDEMPOTENCY_KEY_REUSED', text);
}

function inFlight(): ApiError {
  const text = 'A request with this Idempotency-Key is still at work; repeat it after Retry-After seconds';
  return new ApiError('IDEMPOTENCY_IN_FLIGHT', text);
}
