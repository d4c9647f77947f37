import { KEYSPACE, type Statement } from '../connection/statement.js';

/** Tables of one set of entries with a version for all of them: `auth_user` and its like. */
export type DirectoryTable = 'auth_user' | 'auth_api_token' | 'auth_signing_key';

export interface DirectoryStatements {
  readonly [purpose: string]: Statement;
  readonly read: Statement;
  readonly readSerial: Statement;
  readonly readVersion: Statement;
  readonly put: Statement;
}

/** @param name what statistics and errors call the store */
function directoryStatements(name: string, table: DirectoryTable): DirectoryStatements {
  const partition = "one: (realm = 'cluster')";
  const read = `SELECT id, version, body FROM ${KEYSPACE}.${table} WHERE realm = 'cluster'`;
  const whole = { cql: read, partitions: `${partition}, at most 500 rows`, kind: 'read' } as const;
  return {
    read: { name: `${name}.read`, ...whole, consistency: 'QUORUM' },
    readSerial: { name: `${name}.readSerial`, ...whole, consistency: 'SERIAL' },
    readVersion: {
      name: `${name}.readVersion`,
      cql: `SELECT version FROM ${KEYSPACE}.${table} WHERE realm = 'cluster' LIMIT 1`,
      partitions: `${partition}, one row`,
      consistency: 'QUORUM',
      kind: 'read',
    },
    // Two updates, because only one of them may expire. Both are of one partition, so this is one Paxos round.
    put: {
      name: `${name}.put`,
      cql:
        `BEGIN BATCH UPDATE ${KEYSPACE}.${table} SET version = ? WHERE realm = 'cluster' IF version = ?; ` +
        `UPDATE ${KEYSPACE}.${table} USING TTL ? SET body = ? WHERE realm = 'cluster' AND id = ?; APPLY BATCH`,
      partitions: `${partition}, one row and the version`,
      consistency: 'QUORUM',
      kind: 'conditional',
    },
  };
}

export const userStatements = directoryStatements('users', 'auth_user');
export const apiTokenStatements = directoryStatements('apiTokens', 'auth_api_token');
export const signingKeyStatements = directoryStatements('signingKeys', 'auth_signing_key');
