import { KEYSPACE, type Statement } from '../connection/statement.js';

const PARTITION = 'one: (day, shard), six hours; at most 11000 rows for each sidecar that leads, and expiring';

/** For people only. */
export const decisionStatements = {
  append: {
    name: 'decisions.append',
    cql: `INSERT INTO ${KEYSPACE}.decision (day, shard, at_ms, id, body) VALUES (?, ?, ?, ?, ?) USING TIMESTAMP ?`,
    partitions: PARTITION,
    consistency: 'QUORUM',
    kind: 'write',
  },
  page: {
    name: 'decisions.page',
    cql:
      `SELECT id, at_ms, body FROM ${KEYSPACE}.decision ` +
      'WHERE day = ? AND shard = ? AND (at_ms, id) < (?, ?) AND (at_ms) >= (?) LIMIT ?',
    partitions: PARTITION,
    consistency: 'QUORUM',
    kind: 'read',
  },
} as const satisfies Record<string, Statement>;
