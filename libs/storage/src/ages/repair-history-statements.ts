import type { Statement } from '../connection/statement.js';

const SESSION = 'columnfamily_name, parent_id, coordinator, participants, status, started_at';
const WHERE =
  'FROM system_distributed.repair_history WHERE keyspace_name = ? AND columnfamily_name IN ? ' +
  'AND id >= minTimeuuid(?) PER PARTITION LIMIT 1000';
const PARTITIONS = 'at most 20: (keyspace_name, columnfamily_name); what is new in each, at most 1000 rows';

/** Cassandra writes these tables at ONE: one replica more or less changes little, and a lost row proves nothing. */
export const repairHistoryStatements = {
  sessions: {
    name: 'repairHistory.sessions',
    cql: `SELECT ${SESSION}, coordinator_port, participants_v2 ${WHERE}`,
    partitions: PARTITIONS,
    consistency: 'LOCAL_ONE',
    kind: 'read',
  },
  /** 3.11. */
  sessionsWithoutPorts: {
    name: 'repairHistory.sessionsWithoutPorts',
    cql: `SELECT ${SESSION} ${WHERE}`,
    partitions: PARTITIONS,
    consistency: 'LOCAL_ONE',
    kind: 'read',
  },
  repairs: {
    name: 'repairHistory.repairs',
    cql:
      'SELECT parent_id, columnfamily_names, started_at, finished_at, exception_message, successful_ranges, options ' +
      'FROM system_distributed.parent_repair_history WHERE parent_id IN ?',
    partitions: 'at most 50: (parent_id), one row each',
    consistency: 'LOCAL_ONE',
    kind: 'read',
  },
} as const satisfies Record<string, Statement>;
