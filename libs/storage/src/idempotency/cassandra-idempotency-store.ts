import { isDeepStrictEqual } from 'node:util';
import {
  type CasResult,
  type IdempotencyRecord,
  type IdempotencyStore,
  UnknownOutcomeError,
  UnreadableBodyError,
} from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { textOf } from '../connection/row-values.js';
import type { Statement } from '../connection/statement.js';
import { idempotencyStatements } from './idempotency-statements.js';

const TRIES = 4;

/** Table `idempotency`. */
export class CassandraIdempotencyStore implements IdempotencyStore {
  constructor(private readonly connection: CassandraConnection) {}

  async read(id: string): Promise<IdempotencyRecord | undefined> {
    const [row] = await this.connection.rows(idempotencyStatements.read, [id]);
    // An expired row may leave its key behind for a while.
    if (row?.get('owner') == null) return undefined;
    return { owner: textOf(row, 'owner'), ...decode(textOf(row, 'body')) };
  }

  reserve(id: string, record: IdempotencyRecord): Promise<CasResult<IdempotencyRecord>> {
    const { owner, ...body } = record;
    const values = [id, owner, JSON.stringify(body)];
    return this.#change(idempotencyStatements.reserve, id, values, (current) => isSame(current, record));
  }

  replace(id: string, owner: string, record: IdempotencyRecord): Promise<CasResult<IdempotencyRecord>> {
    const { owner: next, ...body } = record;
    const values = [next, JSON.stringify(body), id, owner];
    return this.#change(idempotencyStatements.replace, id, values, (current) => isSame(current, record));
  }

  remove(id: string, owner: string): Promise<CasResult<IdempotencyRecord>> {
    return this.#change(idempotencyStatements.remove, id, [id, owner], (current) => current === undefined);
  }

  /**
   * Several requests with one key meet in one partition, where Paxos rounds that disturb each other end with an unknown outcome. Whether such
   * a change was made is read from the row: an owner is named once. A change that was not is safe to try again, its condition still guards it.
   */
  async #change(
    statement: Statement,
    id: string,
    values: readonly unknown[],
    isMade: (current: IdempotencyRecord | undefined) => boolean,
  ): Promise<CasResult<IdempotencyRecord>> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#attempt(statement, values);
      if (outcome === true) return { applied: true };
      const current = await this.read(id);
      const wasInDoubt = attempt > 1 || outcome instanceof UnknownOutcomeError;
      if (wasInDoubt && isMade(current)) return { applied: true };
      if (outcome === false) return { applied: false, current };
      if (attempt === TRIES) throw outcome;
    }
  }

  async #attempt(statement: Statement, values: readonly unknown[]): Promise<boolean | UnknownOutcomeError> {
    try {
      return (await this.connection.conditional(statement, values)).applied;
    } catch (error) {
      if (error instanceof UnknownOutcomeError) return error;
      throw error;
    }
  }
}

function isSame(current: IdempotencyRecord | undefined, record: IdempotencyRecord): boolean {
  return current?.owner === record.owner && isDeepStrictEqual(current, decodedAgain(record));
}

/** As it comes back from the table: without what JSON leaves out. */
function decodedAgain({ owner, ...body }: IdempotencyRecord): IdempotencyRecord {
  return { owner, ...decode(JSON.stringify(body)) };
}

function decode(text: string): Omit<IdempotencyRecord, 'owner'> {
  try {
    const body = JSON.parse(text) as Omit<IdempotencyRecord, 'owner'>;
    if (typeof body.fingerprint === 'string' && Array.isArray(body.resourceIds)) return body;
  } catch {
    // Told below.
  }
  throw new UnreadableBodyError('The record of an Idempotency-Key cannot be read; use another key');
}
