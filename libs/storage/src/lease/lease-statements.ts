import { KEYSPACE, type Statement } from '../connection/statement.js';

const PARTITION = "one: (name = 'leader'), one row";
const COLUMNS = 'epoch, beat, holder, holder_token, acquired_at_ms, cause';

const conditional = { partitions: PARTITION, consistency: 'QUORUM', kind: 'conditional' } as const;

/** `leader_lease` is written by conditional writes only: no timestamps, no TTL. */
export const leaseStatements = {
  read: {
    name: 'leases.read',
    cql: `SELECT ${COLUMNS} FROM ${KEYSPACE}.leader_lease WHERE name = 'leader'`,
    partitions: PARTITION,
    consistency: 'QUORUM',
    kind: 'read',
  },
  readSerial: {
    name: 'leases.readSerial',
    cql: `SELECT ${COLUMNS} FROM ${KEYSPACE}.leader_lease WHERE name = 'leader'`,
    partitions: PARTITION,
    consistency: 'SERIAL',
    kind: 'read',
  },
  create: {
    name: 'leases.create',
    cql:
      `INSERT INTO ${KEYSPACE}.leader_lease (name, ${COLUMNS}) ` + "VALUES ('leader', ?, ?, ?, ?, ?, ?) IF NOT EXISTS",
    ...conditional,
  },
  acquire: {
    name: 'leases.acquire',
    cql:
      `UPDATE ${KEYSPACE}.leader_lease SET epoch = ?, beat = ?, holder = ?, holder_token = ?, acquired_at_ms = ?, ` +
      "cause = ? WHERE name = 'leader' IF epoch = ? AND beat = ?",
    ...conditional,
  },
  renew: {
    name: 'leases.renew',
    cql: `UPDATE ${KEYSPACE}.leader_lease SET beat = ? WHERE name = 'leader' IF epoch = ? AND holder_token = ?`,
    ...conditional,
  },
  release: {
    name: 'leases.release',
    cql:
      `UPDATE ${KEYSPACE}.leader_lease SET holder = '', holder_token = '' WHERE name = 'leader' ` +
      'IF epoch = ? AND holder_token = ?',
    ...conditional,
  },
} as const satisfies Record<string, Statement>;
