import { KEYSPACE, type Statement } from '../connection/statement.js';

const PARTITION = 'one: (id), one row';

const conditional = { partitions: PARTITION, consistency: 'QUORUM', kind: 'conditional' } as const;

/** Written by LWT only; the table forgets a row after a day. */
export const idempotencyStatements = {
  read: {
    name: 'idempotency.read',
    cql: `SELECT owner, body FROM ${KEYSPACE}.idempotency WHERE id = ?`,
    partitions: PARTITION,
    consistency: 'SERIAL',
    kind: 'read',
  },
  reserve: {
    name: 'idempotency.reserve',
    cql: `INSERT INTO ${KEYSPACE}.idempotency (id, owner, body) VALUES (?, ?, ?) IF NOT EXISTS`,
    ...conditional,
  },
  replace: {
    name: 'idempotency.replace',
    cql: `UPDATE ${KEYSPACE}.idempotency SET owner = ?, body = ? WHERE id = ? IF owner = ?`,
    ...conditional,
  },
  remove: {
    name: 'idempotency.remove',
    cql: `DELETE FROM ${KEYSPACE}.idempotency WHERE id = ? IF owner = ?`,
    ...conditional,
  },
} as const satisfies Record<string, Statement>;
