import { KEYSPACE, type Statement } from '../connection/statement.js';

const SESSION = 'one: (id), one row';

/** `auth_session` is written by conditional writes only, each with the time that the session has left. */
export const sessionStatements = {
  create: {
    name: 'sessions.create',
    cql: `INSERT INTO ${KEYSPACE}.auth_session (id, generation, body) VALUES (?, ?, ?) IF NOT EXISTS USING TTL ?`,
    partitions: SESSION,
    consistency: 'QUORUM',
    kind: 'conditional',
  },
  read: {
    name: 'sessions.read',
    cql: `SELECT generation, body FROM ${KEYSPACE}.auth_session WHERE id = ?`,
    partitions: SESSION,
    consistency: 'QUORUM',
    kind: 'read',
  },
  readSerial: {
    name: 'sessions.readSerial',
    cql: `SELECT generation, body FROM ${KEYSPACE}.auth_session WHERE id = ?`,
    partitions: SESSION,
    consistency: 'SERIAL',
    kind: 'read',
  },
  advance: {
    name: 'sessions.advance',
    cql: `UPDATE ${KEYSPACE}.auth_session USING TTL ? SET generation = ?, body = ? WHERE id = ? IF generation = ?`,
    partitions: SESSION,
    consistency: 'QUORUM',
    kind: 'conditional',
  },
} as const satisfies Record<string, Statement>;

const REVOKED = 'one: (hour), a row per session that was ended in that hour, gone after 20 minutes';

/** Rows of `auth_revoked_session` are written once, at timestamp 1. */
export const revokedSessionStatements = {
  add: {
    name: 'revokedSessions.add',
    cql:
      `INSERT INTO ${KEYSPACE}.auth_revoked_session (hour, session_id, revoked) VALUES (?, ?, true) ` +
      'USING TIMESTAMP ? AND TTL ?',
    partitions: REVOKED,
    consistency: 'QUORUM',
    kind: 'write',
  },
  read: {
    name: 'revokedSessions.read',
    cql: `SELECT session_id FROM ${KEYSPACE}.auth_revoked_session WHERE hour = ?`,
    partitions: REVOKED,
    consistency: 'QUORUM',
    kind: 'read',
  },
} as const satisfies Record<string, Statement>;
