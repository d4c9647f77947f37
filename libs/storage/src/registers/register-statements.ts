import { KEYSPACE, type Statement } from '../connection/statement.js';

const ROW = 'one: (shard), one row of it';
const SHARD = 'one: (shard); as many rows as the cluster has nodes, divided by 32';

function register(store: string, table: string) {
  return {
    read: {
      name: `${store}.read`,
      cql: `SELECT body, writetime(body) AS stamp FROM ${KEYSPACE}.${table} WHERE shard = ? AND host_id = ?`,
      partitions: ROW,
      consistency: 'QUORUM',
      kind: 'read',
    },
    readShard: {
      name: `${store}.readShard`,
      cql: `SELECT host_id, body, writetime(body) AS stamp FROM ${KEYSPACE}.${table} WHERE shard = ?`,
      partitions: SHARD,
      consistency: 'QUORUM',
      kind: 'read',
    },
    write: {
      name: `${store}.write`,
      cql: `UPDATE ${KEYSPACE}.${table} USING TIMESTAMP ? SET body = ? WHERE shard = ? AND host_id = ?`,
      partitions: ROW,
      consistency: 'QUORUM',
      kind: 'write',
    },
    remove: {
      name: `${store}.remove`,
      cql: `DELETE FROM ${KEYSPACE}.${table} USING TIMESTAMP ? WHERE shard = ? AND host_id = ?`,
      partitions: ROW,
      consistency: 'QUORUM',
      kind: 'write',
    },
  } as const satisfies Record<string, Statement>;
}

/** One cell per host, written with explicit stamps only: never by LWT, with a TTL or a clock's time. */
export const assignmentStatements = register('assignments', 'assignment');
export const nodeStateStatements = register('nodeStates', 'node_state');
