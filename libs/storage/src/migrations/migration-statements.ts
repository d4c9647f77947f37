import { createHash } from 'node:crypto';
import { KEYSPACE, type Statement } from '../connection/statement.js';
import { schemaStatement } from './migration.js';

/**
 * The one table that several sidecars may create at the same time: with an id that follows from the keyspace it is the
 * same table wherever it is created, where two random ids would leave replicas that disagree about it for good. (Two
 * tables of a cluster with one id are refused, so the keyspace must be part of it.)
 */
export function createMigrationTableStatement(keyspace: string): Statement {
  return schemaStatement(
    'schema_migration',
    `CREATE TABLE IF NOT EXISTS ${KEYSPACE}.schema_migration (name text, version int, checksum text, description text, ` +
      'applied_by text, applied_at timestamp, holder text, beat int, PRIMARY KEY ((name), version)) ' +
      `WITH id = '${uuidOf(`${keyspace}.schema_migration`)}' ` +
      "AND comment = 'Versions of this schema, and who is changing it; conditional writes only'",
  );
}

/** A UUID that follows from a text (version 8: custom). */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const PARTITION = "one: (name = 'schema' or 'lock'); as many rows as there are versions";

export const migrationStatements = {
  tableExists: {
    name: 'migrations.tableExists',
    cql: 'SELECT table_name FROM system_schema.tables WHERE keyspace_name = ? AND table_name = ?',
    partitions: 'one of a node-local table',
    consistency: 'LOCAL_ONE',
    kind: 'read',
    ownNodeOnly: true,
  },
  localNode: {
    name: 'migrations.localNode',
    cql: 'SELECT host_id, data_center, schema_version FROM system.local',
    partitions: 'one row of a node-local table',
    consistency: 'LOCAL_ONE',
    kind: 'read',
    ownNodeOnly: true,
  },
  peers: {
    name: 'migrations.peers',
    cql: 'SELECT host_id, data_center, schema_version FROM system.peers',
    partitions: 'a node-local table with one row per node',
    consistency: 'LOCAL_ONE',
    kind: 'read',
    ownNodeOnly: true,
  },
  replication: {
    name: 'migrations.replication',
    cql: 'SELECT replication FROM system_schema.keyspaces WHERE keyspace_name = ?',
    partitions: 'one row of a node-local table',
    consistency: 'LOCAL_ONE',
    kind: 'read',
    ownNodeOnly: true,
  },
  versions: {
    name: 'migrations.versions',
    cql: `SELECT version, checksum FROM ${KEYSPACE}.schema_migration WHERE name = 'schema'`,
    partitions: PARTITION,
    consistency: 'QUORUM',
    kind: 'read',
  },
  recordVersion: {
    name: 'migrations.recordVersion',
    cql:
      `INSERT INTO ${KEYSPACE}.schema_migration (name, version, checksum, description, applied_by, applied_at) ` +
      "VALUES ('schema', ?, ?, ?, ?, toTimestamp(now())) IF NOT EXISTS",
    partitions: PARTITION,
    consistency: 'QUORUM',
    kind: 'conditional',
  },
  lock: {
    name: 'migrations.lock',
    cql: `INSERT INTO ${KEYSPACE}.schema_migration (name, version, holder, beat) VALUES ('lock', 0, ?, 0) IF NOT EXISTS`,
    partitions: PARTITION,
    consistency: 'QUORUM',
    kind: 'conditional',
  },
  readLock: {
    name: 'migrations.readLock',
    cql: `SELECT holder, beat FROM ${KEYSPACE}.schema_migration WHERE name = 'lock' AND version = 0`,
    partitions: PARTITION,
    consistency: 'QUORUM',
    kind: 'read',
  },
  readLockSerial: {
    name: 'migrations.readLockSerial',
    cql: `SELECT holder, beat FROM ${KEYSPACE}.schema_migration WHERE name = 'lock' AND version = 0`,
    partitions: PARTITION,
    consistency: 'SERIAL',
    kind: 'read',
  },
  takeOverLock: {
    name: 'migrations.takeOverLock',
    cql:
      `UPDATE ${KEYSPACE}.schema_migration SET holder = ?, beat = 0 WHERE name = 'lock' AND version = 0 ` +
      'IF holder = ? AND beat = ?',
    partitions: PARTITION,
    consistency: 'QUORUM',
    kind: 'conditional',
  },
  beatLock: {
    name: 'migrations.beatLock',
    cql: `UPDATE ${KEYSPACE}.schema_migration SET beat = ? WHERE name = 'lock' AND version = 0 IF holder = ?`,
    partitions: PARTITION,
    consistency: 'QUORUM',
    kind: 'conditional',
  },
  unlock: {
    name: 'migrations.unlock',
    cql: `DELETE FROM ${KEYSPACE}.schema_migration WHERE name = 'lock' AND version = 0 IF holder = ?`,
    partitions: PARTITION,
    consistency: 'QUORUM',
    kind: 'conditional',
  },
} as const satisfies Record<string, Statement>;
