import { KEYSPACE, type Statement } from '../connection/statement.js';

const PARTITION = 'one: (name), one row';

/** Keys are inserted once by LWT and never changed. */
export const keyStatements = {
  read: {
    name: 'clusterKeys.read',
    cql: `SELECT key FROM ${KEYSPACE}.cluster_key WHERE name = ?`,
    partitions: PARTITION,
    consistency: 'QUORUM',
    kind: 'read',
  },
  readSerial: {
    name: 'clusterKeys.readSerial',
    cql: `SELECT key FROM ${KEYSPACE}.cluster_key WHERE name = ?`,
    partitions: PARTITION,
    consistency: 'SERIAL',
    kind: 'read',
  },
  insert: {
    name: 'clusterKeys.insert',
    cql: `INSERT INTO ${KEYSPACE}.cluster_key (name, key) VALUES (?, ?) IF NOT EXISTS`,
    partitions: PARTITION,
    consistency: 'QUORUM',
    kind: 'conditional',
  },
} as const satisfies Record<string, Statement>;
