import type { ApiTokenUseStore } from '@reaper-sidecar/auth';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { numberOf, textOf } from '../connection/row-values.js';
import { apiTokenUseStatements } from './audit-statements.js';

const MICROS = 1_000;

/** Table `auth_api_token_use`. */
export class CassandraApiTokenUseStore implements ApiTokenUseStore {
  constructor(private readonly connection: CassandraConnection) {}

  write(tokenId: string, atMs: number, ttlSeconds: number): Promise<void> {
    const values = [tokenId, BigInt(atMs), BigInt(atMs * MICROS), ttlSeconds];
    return this.connection.write(apiTokenUseStatements.write, values);
  }

  async readAll(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.connection.rows(apiTokenUseStatements.readAll);
    return new Map(rows.map((row) => [textOf(row, 'id'), numberOf(row, 'at_ms')]));
  }
}
