import type { types } from 'cassandra-driver';
import { type SizeEstimate, parseRange, partitionerFromClassName } from '@reaper-sidecar/segment-planner';
import {
  type KeyspaceInfo,
  type SchemaReader,
  StoreUnavailableError,
  type TableInfo,
  UnreadableBodyError,
} from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { numberOf, textOf } from '../connection/row-values.js';
import { isAtLeast } from './release.js';
import { parseReplication, shortClassName } from './replication-map.js';
import { schemaStatements } from './schema-statements.js';

/** Tables whose estimates are read at the same time. */
const CONCURRENT_TABLES = 8;

/** Schema and size estimates as the own node has them. Materialized views are not listed: they are no tables. */
export class CassandraSchemaReader implements SchemaReader {
  constructor(private readonly connection: CassandraConnection) {}

  async keyspaces(): Promise<readonly KeyspaceInfo[]> {
    const [keyspaces, tables] = await Promise.all([
      this.connection.rows(schemaStatements.keyspaces),
      this.connection.rows(schemaStatements.tables),
    ]);
    const byKeyspace = groupByKeyspace(tables);
    const found = keyspaces.map((row) => toKeyspace(row, byKeyspace.get(textOf(row, 'keyspace_name')) ?? []));
    return found.sort(byName);
  }

  async keyspace(name: string): Promise<KeyspaceInfo | undefined> {
    const [[row], tables] = await Promise.all([
      this.connection.rows(schemaStatements.keyspace, [name]),
      this.connection.rows(schemaStatements.tablesOf, [name]),
    ]);
    return row && toKeyspace(row, tables);
  }

  async sizeEstimates(
    keyspace: string,
    tables: readonly string[],
    partitionerName: string,
  ): Promise<readonly SizeEstimate[]> {
    const partitioner = partitionerFromClassName(partitionerName);
    const rows = await this.#estimates(keyspace, tables);
    return rows.map((row) => {
      const partitions = numberOf(row, 'partitions_count');
      const range = parseRange(partitioner, `${textOf(row, 'range_start')}:${textOf(row, 'range_end')}`);
      return {
        table: textOf(row, 'table_name'),
        range,
        partitions,
        bytes: partitions * numberOf(row, 'mean_partition_size'),
      };
    });
  }

  async #estimates(keyspace: string, tables: readonly string[]): Promise<types.Row[]> {
    const release = this.connection.node()?.releaseVersion;
    if (release === undefined) throw new StoreUnavailableError('The release of the own node is not known yet');
    const statement = isAtLeast(release, 4, 0) ? schemaStatements.tableEstimates : schemaStatements.sizeEstimates;
    const rows: types.Row[] = [];
    for (let from = 0; from < tables.length; from += CONCURRENT_TABLES) {
      const reads = tables
        .slice(from, from + CONCURRENT_TABLES)
        .map((table) => this.connection.rows(statement, [keyspace, table]));
      rows.push(...(await Promise.all(reads)).flat());
    }
    return rows;
  }
}

function groupByKeyspace(tables: readonly types.Row[]): ReadonlyMap<string, readonly types.Row[]> {
  const groups = new Map<string, types.Row[]>();
  for (const row of tables) {
    const name = textOf(row, 'keyspace_name');
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

function toKeyspace(row: types.Row, tables: readonly types.Row[]): KeyspaceInfo {
  const name = textOf(row, 'keyspace_name');
  return { name, ...parseReplication(textMapOf(row, 'replication')), tables: tables.map(toTable).sort(byName) };
}

function toTable(row: types.Row): TableInfo {
  const compaction = shortClassName(textMapOf(row, 'compaction')['class'] ?? '');
  return { name: textOf(row, 'table_name'), gcGraceSeconds: numberOf(row, 'gc_grace_seconds'), compaction };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

function textMapOf(row: types.Row, column: string): Readonly<Record<string, string>> {
  const value: unknown = row.get(column);
  if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, string>>;
  throw new UnreadableBodyError(`Column ${column} does not hold a map`, { column });
}
