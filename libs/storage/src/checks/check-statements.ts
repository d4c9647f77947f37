import { KEYSPACE, type Statement } from '../connection/statement.js';

const NOTE = 'one: (name), one row';

export const noteStatements = {
  read: {
    name: 'notes.read',
    cql: `SELECT body FROM ${KEYSPACE}.leader_note WHERE name = ?`,
    partitions: NOTE,
    consistency: 'QUORUM',
    kind: 'read',
  },
  /** After a change of replication a quorum may not see what was written before it. */
  readFromAll: {
    name: 'notes.readFromAll',
    cql: `SELECT body FROM ${KEYSPACE}.leader_note WHERE name = ?`,
    partitions: NOTE,
    consistency: 'ALL',
    kind: 'read',
  },
  write: {
    name: 'notes.write',
    cql: `UPDATE ${KEYSPACE}.leader_note USING TIMESTAMP ? SET body = ? WHERE name = ?`,
    partitions: NOTE,
    consistency: 'QUORUM',
    kind: 'write',
  },
} as const satisfies Record<string, Statement>;

export const checkStatements = {
  replication: {
    name: 'checks.replication',
    cql: 'SELECT replication FROM system_schema.keyspaces WHERE keyspace_name = ?',
    partitions: 'one row of a node-local table, of the own node or of the one that stands in for it',
    consistency: 'LOCAL_ONE',
    kind: 'read',
  },
  /** 4.0 and later; the two settings exist from 5.0 on. */
  settings: {
    name: 'checks.settings',
    cql: 'SELECT name, value FROM system_views.settings WHERE name IN ?',
    partitions: 'two rows of a node-local virtual table',
    consistency: 'LOCAL_ONE',
    kind: 'read',
    ownNodeOnly: true,
  },
} as const satisfies Record<string, Statement>;
