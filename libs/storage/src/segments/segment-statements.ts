import { KEYSPACE, type Statement } from '../connection/statement.js';

const PART = 'one: (plan_id, part); at most 5000 rows';
const COLUMNS = 'seq, planned, outcome, writetime(outcome) AS stamp';

const read = { partitions: PART, consistency: 'QUORUM', kind: 'read' } as const;
const write = { partitions: PART, consistency: 'QUORUM', kind: 'write' } as const;

/** Plan at timestamp 1, children and outcomes with their stamps; whole partitions are deleted with the leader's stamp. */
export const segmentStatements = {
  insert: {
    name: 'segments.insert',
    cql: `INSERT INTO ${KEYSPACE}.segment (plan_id, part, seq, planned) VALUES (?, ?, ?, ?) USING TIMESTAMP ?`,
    ...write,
  },
  readPart: {
    name: 'segments.readPart',
    cql: `SELECT ${COLUMNS} FROM ${KEYSPACE}.segment WHERE plan_id = ? AND part = ?`,
    ...read,
  },
  readSome: {
    name: 'segments.readSome',
    cql: `SELECT ${COLUMNS} FROM ${KEYSPACE}.segment WHERE plan_id = ? AND part = ? AND seq IN ?`,
    ...read,
  },
  page: {
    name: 'segments.page',
    cql: `SELECT ${COLUMNS} FROM ${KEYSPACE}.segment WHERE plan_id = ? AND part = ? AND seq > ? LIMIT ?`,
    ...read,
  },
  isThere: {
    name: 'segments.isThere',
    cql: `SELECT seq FROM ${KEYSPACE}.segment WHERE plan_id = ? AND part = ? LIMIT 1`,
    ...read,
  },
  writeOutcome: {
    name: 'segments.writeOutcome',
    cql: `UPDATE ${KEYSPACE}.segment USING TIMESTAMP ? SET outcome = ? WHERE plan_id = ? AND part = ? AND seq = ?`,
    ...write,
  },
  removePart: {
    name: 'segments.removePart',
    cql: `DELETE FROM ${KEYSPACE}.segment USING TIMESTAMP ? WHERE plan_id = ? AND part = ?`,
    ...write,
  },
} as const satisfies Record<string, Statement>;
