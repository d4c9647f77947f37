import { KEYSPACE, type Statement } from '../connection/statement.js';

const ACTIVE = 'one: (bucket = 0); as many rows as there are unfinished runs';
const RUN = 'one: (run_id), one row';
const LOG = 'one: (month); one row per run begun in that month and not yet forgotten';
const INDEX = 'one: (month); one row per run of that month';
const MONTHS = 'one: (bucket = 0); twelve rows a year';
const ACTIVE_COLUMNS = 'unit_key, run_id, plan_id, spec, spec_version';

const conditional = { partitions: ACTIVE, consistency: 'QUORUM', kind: 'conditional' } as const;

/** `active_run` is written by conditional writes only. */
export const activeRunStatements = {
  read: {
    name: 'runs.active',
    cql: `SELECT ${ACTIVE_COLUMNS} FROM ${KEYSPACE}.active_run WHERE bucket = 0`,
    partitions: ACTIVE,
    consistency: 'QUORUM',
    kind: 'read',
  },
  readSerial: {
    name: 'runs.activeSerial',
    cql: `SELECT ${ACTIVE_COLUMNS} FROM ${KEYSPACE}.active_run WHERE bucket = 0`,
    partitions: ACTIVE,
    consistency: 'SERIAL',
    kind: 'read',
  },
  readUnit: {
    name: 'runs.activeUnit',
    cql: `SELECT ${ACTIVE_COLUMNS} FROM ${KEYSPACE}.active_run WHERE bucket = 0 AND unit = ?`,
    partitions: ACTIVE,
    consistency: 'SERIAL',
    kind: 'read',
  },
  activate: {
    name: 'runs.activate',
    cql: `INSERT INTO ${KEYSPACE}.active_run (bucket, unit, ${ACTIVE_COLUMNS}) VALUES (0, ?, ?, ?, ?, ?, ?) IF NOT EXISTS`,
    ...conditional,
  },
  editSpec: {
    name: 'runs.editSpec',
    cql:
      `UPDATE ${KEYSPACE}.active_run SET spec = ?, spec_version = ? WHERE bucket = 0 AND unit = ? ` +
      'IF run_id = ? AND spec_version = ?',
    ...conditional,
  },
  end: {
    name: 'runs.end',
    cql: `DELETE FROM ${KEYSPACE}.active_run WHERE bucket = 0 AND unit = ? IF run_id = ? AND spec_version = ?`,
    ...conditional,
  },
} as const satisfies Record<string, Statement>;

const write = { consistency: 'QUORUM', kind: 'write' } as const;
const read = { consistency: 'QUORUM', kind: 'read' } as const;

/** Runs and their listing: explicit stamps only. */
export const runStatements = {
  create: {
    name: 'runs.create',
    cql: `INSERT INTO ${KEYSPACE}.repair_run (run_id, creation) VALUES (?, ?) USING TIMESTAMP ?`,
    partitions: RUN,
    ...write,
  },
  read: {
    name: 'runs.read',
    cql: `SELECT run_id, creation, status, result FROM ${KEYSPACE}.repair_run WHERE run_id = ?`,
    partitions: RUN,
    ...read,
  },
  readMany: {
    name: 'runs.readMany',
    cql: `SELECT run_id, creation, status, result FROM ${KEYSPACE}.repair_run WHERE run_id IN ?`,
    partitions: 'at most 100: (run_id), one row each',
    ...read,
  },
  writeStatus: {
    name: 'runs.writeStatus',
    cql: `UPDATE ${KEYSPACE}.repair_run USING TIMESTAMP ? SET status = ? WHERE run_id = ?`,
    partitions: RUN,
    ...write,
  },
  writeResult: {
    name: 'runs.writeResult',
    cql: `UPDATE ${KEYSPACE}.repair_run USING TIMESTAMP ? SET result = ? WHERE run_id = ?`,
    partitions: RUN,
    ...write,
  },
  remove: {
    name: 'runs.remove',
    cql: `DELETE FROM ${KEYSPACE}.repair_run USING TIMESTAMP ? WHERE run_id = ?`,
    partitions: RUN,
    ...write,
  },
  addMonth: {
    name: 'runs.addMonth',
    cql: `INSERT INTO ${KEYSPACE}.run_month (bucket, month) VALUES (0, ?) USING TIMESTAMP ?`,
    partitions: MONTHS,
    ...write,
  },
  months: {
    name: 'runs.months',
    cql: `SELECT month FROM ${KEYSPACE}.run_month WHERE bucket = 0 AND month <= ?`,
    partitions: MONTHS,
    ...read,
  },
  addToIndex: {
    name: 'runs.addToIndex',
    cql: `INSERT INTO ${KEYSPACE}.run_index (month, created_at_ms, run_id) VALUES (?, ?, ?) USING TIMESTAMP ?`,
    partitions: INDEX,
    ...write,
  },
  indexPage: {
    name: 'runs.indexPage',
    cql:
      `SELECT created_at_ms, run_id FROM ${KEYSPACE}.run_index WHERE month IN ? ` +
      'AND (created_at_ms, run_id) < (?, ?) PER PARTITION LIMIT ?',
    partitions: 'at most 5: (month), one page of each',
    ...read,
  },
  removeFromIndex: {
    name: 'runs.removeFromIndex',
    cql: `DELETE FROM ${KEYSPACE}.run_index USING TIMESTAMP ? WHERE month = ? AND created_at_ms = ? AND run_id = ?`,
    partitions: INDEX,
    ...write,
  },
} as const satisfies Record<string, Statement>;

export const planLogStatements = {
  begin: {
    name: 'runs.beginPlan',
    cql:
      `INSERT INTO ${KEYSPACE}.plan_log (month, plan_id, run_id, segment_count, created_at_ms) ` +
      'VALUES (?, ?, ?, ?, ?) USING TIMESTAMP ?',
    partitions: LOG,
    ...write,
  },
  read: {
    name: 'runs.begunPlans',
    cql: `SELECT plan_id, run_id, segment_count, created_at_ms FROM ${KEYSPACE}.plan_log WHERE month = ?`,
    partitions: LOG,
    ...read,
  },
  forget: {
    name: 'runs.forgetPlan',
    cql: `DELETE FROM ${KEYSPACE}.plan_log USING TIMESTAMP ? WHERE month = ? AND plan_id = ?`,
    partitions: LOG,
    ...write,
  },
} as const satisfies Record<string, Statement>;
