import type { Statement } from '../connection/statement.js';

const OWN = { consistency: 'LOCAL_ONE', kind: 'read', ownNodeOnly: true } as const;

export const historyStatements = {
  /** 4.1 and later: commands this node accepted since it started, for three days. In its memory only. */
  repairs: {
    name: 'history.repairs',
    cql:
      'SELECT id, command_id, keyspace_name, table_names, options_column_families, options_ranges, completed, ' +
      'failure_cause, success_message, state_init_timestamp, state_failure_timestamp FROM system_views.repairs',
    partitions: "a node-local virtual table; one row per command of three days, at most Cassandra's repair_state_size",
    ...OWN,
  },
  ownAddress: {
    name: 'history.ownAddress',
    cql: 'SELECT broadcast_address FROM system.local',
    partitions: 'one row of a node-local table',
    ...OWN,
  },
  tablesOf: {
    name: 'history.tablesOf',
    cql: 'SELECT table_name FROM system_schema.tables WHERE keyspace_name = ?',
    partitions: 'one of a node-local table: (keyspace_name); one row per table',
    ...OWN,
  },
  /** Before 4.1. Sessions of all coordinators; a command has one per table and group of ranges. */
  sessions: {
    name: 'history.sessions',
    cql:
      'SELECT parent_id, coordinator FROM system_distributed.repair_history ' +
      'WHERE keyspace_name = ? AND columnfamily_name = ? ORDER BY id DESC LIMIT 100',
    partitions: 'one: (keyspace_name, columnfamily_name); its newest 100 rows',
    ...OWN,
  },
  parents: {
    name: 'history.parents',
    cql:
      'SELECT parent_id, keyspace_name, columnfamily_names, requested_ranges, successful_ranges, started_at, finished_at, ' +
      'exception_message FROM system_distributed.parent_repair_history WHERE parent_id IN ?',
    partitions: 'at most 100: (parent_id), one row each',
    ...OWN,
  },
} as const satisfies Record<string, Statement>;
