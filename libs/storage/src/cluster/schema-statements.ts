import type { Statement } from '../connection/statement.js';

const LOCAL = { consistency: 'LOCAL_ONE', kind: 'read' } as const;

/** What the own node knows of schema and sizes: node-local tables, no other node takes part. */
export const schemaStatements = {
  keyspaces: {
    name: 'schema.keyspaces',
    cql: 'SELECT keyspace_name, replication FROM system_schema.keyspaces',
    partitions: 'a node-local table with one row per keyspace',
    ...LOCAL,
  },
  tables: {
    name: 'schema.tables',
    cql: 'SELECT keyspace_name, table_name, gc_grace_seconds, compaction FROM system_schema.tables',
    partitions: 'a node-local table with one row per table',
    ...LOCAL,
  },
  keyspace: {
    name: 'schema.keyspace',
    cql: 'SELECT keyspace_name, replication FROM system_schema.keyspaces WHERE keyspace_name = ?',
    partitions: 'one row of a node-local table',
    ...LOCAL,
  },
  tablesOf: {
    name: 'schema.tablesOf',
    cql:
      'SELECT keyspace_name, table_name, gc_grace_seconds, compaction FROM system_schema.tables ' +
      'WHERE keyspace_name = ?',
    partitions: 'one of a node-local table: (keyspace_name); one row per table',
    ...LOCAL,
  },
  /** 4.0 and later. */
  tableEstimates: {
    name: 'schema.tableEstimates',
    cql:
      'SELECT table_name, range_start, range_end, mean_partition_size, partitions_count FROM system.table_estimates ' +
      "WHERE keyspace_name = ? AND table_name = ? AND range_type = 'primary'",
    partitions: 'one of a node-local table: (keyspace_name); one row per token of the node',
    ownNodeOnly: true,
    ...LOCAL,
  },
  sizeEstimates: {
    name: 'schema.sizeEstimates',
    cql:
      'SELECT table_name, range_start, range_end, mean_partition_size, partitions_count FROM system.size_estimates ' +
      'WHERE keyspace_name = ? AND table_name = ?',
    partitions: 'one of a node-local table: (keyspace_name); one row per token of the node',
    ownNodeOnly: true,
    ...LOCAL,
  },
} as const satisfies Record<string, Statement>;
