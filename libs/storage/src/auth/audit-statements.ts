import { KEYSPACE, type Statement } from '../connection/statement.js';

const DAY = 'one: (day), a row per change through the API and per login, gone after 90 days';
const USE = "one: (realm = 'cluster'), at most 500 rows";

/** Rows of `audit` are written once, at timestamp 1. */
export const auditStatements = {
  append: {
    name: 'audit.append',
    cql: `INSERT INTO ${KEYSPACE}.audit (day, at_ms, id, body) VALUES (?, ?, ?, ?) USING TIMESTAMP ? AND TTL ?`,
    partitions: DAY,
    consistency: 'QUORUM',
    kind: 'write',
  },
  page: {
    name: 'audit.page',
    cql: `SELECT at_ms, id, body FROM ${KEYSPACE}.audit WHERE day = ? AND (at_ms, id) < (?, ?) LIMIT ?`,
    partitions: DAY,
    consistency: 'QUORUM',
    kind: 'read',
  },
} as const satisfies Record<string, Statement>;

/** Stamped with the hour of the use in microseconds, so that the latest wins. */
export const apiTokenUseStatements = {
  write: {
    name: 'apiTokenUse.write',
    cql:
      `INSERT INTO ${KEYSPACE}.auth_api_token_use (realm, id, at_ms) VALUES ('cluster', ?, ?) ` +
      'USING TIMESTAMP ? AND TTL ?',
    partitions: USE,
    consistency: 'QUORUM',
    kind: 'write',
  },
  readAll: {
    name: 'apiTokenUse.readAll',
    cql: `SELECT id, at_ms FROM ${KEYSPACE}.auth_api_token_use WHERE realm = 'cluster'`,
    partitions: USE,
    consistency: 'QUORUM',
    kind: 'read',
  },
} as const satisfies Record<string, Statement>;
