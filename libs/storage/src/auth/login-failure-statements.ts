import { KEYSPACE, type Statement } from '../connection/statement.js';

const PARTITION =
  'one: (subject), rows up to the limit of the subject and one per login under way, gone after 15 minutes';

/** Stamped with the time of the failure in microseconds, so that a success forgets what was before it. */
export const loginFailureStatements = {
  add: {
    name: 'loginFailures.add',
    cql:
      `INSERT INTO ${KEYSPACE}.auth_login_failure (subject, id, failed) VALUES (?, ?, true) ` +
      'USING TIMESTAMP ? AND TTL ?',
    partitions: PARTITION,
    consistency: 'QUORUM',
    kind: 'write',
  },
  count: {
    name: 'loginFailures.count',
    cql: `SELECT id FROM ${KEYSPACE}.auth_login_failure WHERE subject = ? LIMIT ?`,
    partitions: PARTITION,
    consistency: 'QUORUM',
    kind: 'read',
  },
  clear: {
    name: 'loginFailures.clear',
    cql: `DELETE FROM ${KEYSPACE}.auth_login_failure USING TIMESTAMP ? WHERE subject = ?`,
    partitions: PARTITION,
    consistency: 'QUORUM',
    kind: 'write',
  },
} as const satisfies Record<string, Statement>;
