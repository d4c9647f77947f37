import type { AgeRow, RepairAgeStore } from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { numberOf, textOf } from '../connection/row-values.js';
import { ageStatements } from './age-statements.js';

/** Rows of one batch: about 100 KiB. All belong to one partition, so that it is one write on each replica. */
const BATCH_ROWS = 1_000;

export class CassandraRepairAgeStore implements RepairAgeStore {
  constructor(private readonly connection: CassandraConnection) {}

  async read(keyspace: string): Promise<readonly AgeRow[]> {
    const rows = await this.connection.rows(ageStatements.read, [keyspace]);
    return rows.map((row) => ({
      table: textOf(row, 'table_name'),
      range: textOf(row, 'token_range'),
      startedAtMs: numberOf(row, 'started_at_ms'),
    }));
  }

  credit(keyspace: string, rows: readonly AgeRow[]): Promise<void> {
    return this.#batches(rows, (batch) =>
      this.connection.batch(
        ageStatements.credit,
        batch.map((row) => [stampOf(row), BigInt(row.startedAtMs), keyspace, row.table, row.range]),
      ),
    );
  }

  remove(keyspace: string, rows: readonly AgeRow[]): Promise<void> {
    return this.#batches(rows, (batch) =>
      this.connection.batch(
        ageStatements.remove,
        batch.map((row) => [stampOf(row), keyspace, row.table, row.range]),
      ),
    );
  }

  async #batches(rows: readonly AgeRow[], send: (batch: readonly AgeRow[]) => Promise<void>): Promise<void> {
    for (let from = 0; from < rows.length; from += BATCH_ROWS) await send(rows.slice(from, from + BATCH_ROWS));
  }
}

function stampOf({ startedAtMs }: AgeRow): bigint {
  return BigInt(startedAtMs) * 1_000n;
}
