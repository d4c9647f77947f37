import { KEYSPACE, type Statement } from '../connection/statement.js';

const PARTITION = 'one: (keyspace_name); rows are coalesced, at most about 4096 for each table of it';

/** A row is written with the start of its repair in µs, and removed with the same: a newer start always stays. */
export const ageStatements = {
  read: {
    name: 'ages.read',
    cql: `SELECT table_name, token_range, started_at_ms FROM ${KEYSPACE}.table_repair_age WHERE keyspace_name = ?`,
    partitions: PARTITION,
    consistency: 'QUORUM',
    kind: 'read',
    timeoutMs: 20_000,
  },
  credit: {
    name: 'ages.credit',
    cql:
      `UPDATE ${KEYSPACE}.table_repair_age USING TIMESTAMP ? SET started_at_ms = ? ` +
      'WHERE keyspace_name = ? AND table_name = ? AND token_range = ?',
    partitions: 'one: (keyspace_name); up to 1000 rows of it in an unlogged batch',
    consistency: 'QUORUM',
    kind: 'write',
  },
  remove: {
    name: 'ages.remove',
    cql:
      `DELETE FROM ${KEYSPACE}.table_repair_age USING TIMESTAMP ? ` +
      'WHERE keyspace_name = ? AND table_name = ? AND token_range = ?',
    partitions: 'one: (keyspace_name); up to 1000 rows of it in an unlogged batch',
    consistency: 'QUORUM',
    kind: 'write',
  },
} as const satisfies Record<string, Statement>;
