import {
  type CasResult,
  type IdempotencyRecord,
  type IdempotencyStore,
  UnreadableBodyError,
} from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { textOf } from '../connection/row-values.js';
import type { Statement } from '../connection/statement.js';
import { idempotencyStatements } from './idempotency-statements.js';

/** Table `idempotency`. */
export class CassandraIdempotencyStore implements IdempotencyStore {
  constructor(private readonly connection: CassandraConnection) {}

  async read(id: string): Promise<IdempotencyRecord | undefined> {
    const [row] = await this.connection.rows(idempotencyStatements.read, [id]);
    // An expired row may leave its key behind for a while.
    if (row?.get('owner') == null) return undefined;
    return { owner: textOf(row, 'owner'), ...decode(textOf(row, 'body')) };
  }

  reserve(id: string, { owner, ...body }: IdempotencyRecord): Promise<CasResult<IdempotencyRecord>> {
    return this.#change(idempotencyStatements.reserve, id, [id, owner, JSON.stringify(body)]);
  }

  replace(
    id: string,
    owner: string,
    { owner: next, ...body }: IdempotencyRecord,
  ): Promise<CasResult<IdempotencyRecord>> {
    return this.#change(idempotencyStatements.replace, id, [next, JSON.stringify(body), id, owner]);
  }

  remove(id: string, owner: string): Promise<CasResult<IdempotencyRecord>> {
    return this.#change(idempotencyStatements.remove, id, [id, owner]);
  }

  async #change(statement: Statement, id: string, values: readonly unknown[]): Promise<CasResult<IdempotencyRecord>> {
    const { applied } = await this.connection.conditional(statement, values);
    return applied ? { applied } : { applied, current: await this.read(id) };
  }
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
