import type { AgeRow, RepairAgeStore } from '../ages/repair-age-store.js';
import type { MemoryClient } from './memory-client.js';
import type { MemoryTables } from './memory-tables.js';

const MICROS = 1_000;

export class MemoryRepairAgeStore implements RepairAgeStore {
  constructor(
    private readonly tables: MemoryTables,
    private readonly client: MemoryClient,
  ) {}

  read(keyspace: string): Promise<readonly AgeRow[]> {
    const apply = () =>
      this.tables
        .ages(keyspace)
        .live()
        .map(({ key, value }) => rowOf(key, value));
    return this.client.execute({ operation: 'repairAges.read', kind: 'read', apply });
  }

  credit(keyspace: string, rows: readonly AgeRow[]): Promise<void> {
    return this.#change('repairAges.credit', rows, (row) => {
      this.tables
        .ages(keyspace)
        .at(keyOf(row))
        .write(row.startedAtMs, row.startedAtMs * MICROS);
    });
  }

  remove(keyspace: string, rows: readonly AgeRow[]): Promise<void> {
    return this.#change('repairAges.remove', rows, (row) => {
      this.tables
        .ages(keyspace)
        .at(keyOf(row))
        .delete(row.startedAtMs * MICROS);
    });
  }

  async #change(operation: string, rows: readonly AgeRow[], change: (row: AgeRow) => void): Promise<void> {
    if (rows.length > 0) await this.client.execute({ operation, kind: 'write', apply: () => rows.forEach(change) });
  }
}

function keyOf({ table, range }: AgeRow): string {
  return `${table}/${range}`;
}

function rowOf(key: string, startedAtMs: number): AgeRow {
  const [table = '', range = ''] = key.split('/');
  return { table, range, startedAtMs };
}
