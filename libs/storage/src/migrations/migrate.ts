import type { PreparationContext } from '../connection/cassandra-connection.js';
import { DomainError, StoreRefusedError } from '@reaper-sidecar/repair-core';
import { MigrationLock } from './migration-lock.js';
import { createMigrationTableStatement, migrationStatements } from './migration-statements.js';
import { type Migration, checksumOf } from './migration.js';
import { createKeyspace, readNodes, replicationFactors } from './replication.js';
import { awaitSchemaAgreement } from './schema-agreement.js';
import { MIGRATIONS } from './migrations.js';

const FIRST_POLL_MS = 200;
const SLOWEST_POLL_MS = 2_000;
/** On a fresh cluster the sidecar with the lowest host id begins; each next one waits this much longer before it does. */
const HEAD_START_MS = 1_000;
const LONGEST_HEAD_START_MS = 15_000;

/** Brings the keyspace to the newest version this build knows, or waits until another sidecar has done so. */
export async function migrate(
  context: PreparationContext,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  if (!(await migrationTableExists(context)) && (await ownTurnComes(context))) await createMigrationTable(context);
  const lock = new MigrationLock(context);
  for (let pollMs = FIRST_POLL_MS; !context.signal.aborted; pollMs = Math.min(pollMs * 2, SLOWEST_POLL_MS)) {
    if (await tryToFinish(context, lock, migrations).catch(toReport(context))) return;
    await context.timers.sleep(pollMs, context.signal);
  }
}

/** True when the schema is complete. */
async function tryToFinish(
  context: PreparationContext,
  lock: MigrationLock,
  migrations: readonly Migration[],
): Promise<boolean> {
  if (missingOf(context, migrations, await readVersions(context)).length === 0) return true;
  if (!(await lock.tryAcquire())) {
    context.report(`Waiting for the schema change that the sidecar of ${lock.holder()} is making`);
    return false;
  }
  await applyUnderLock(context, lock, migrations);
  return true;
}

async function migrationTableExists({ runner, options }: PreparationContext): Promise<boolean> {
  const rows = await runner.rows(migrationStatements.tableExists, [options.keyspace, 'schema_migration']);
  return rows.length > 0;
}

/** Waits for those before this sidecar; false when one of them has begun. */
async function ownTurnComes(context: PreparationContext): Promise<boolean> {
  const ids = (await readNodes(context.runner)).map(({ hostId }) => hostId).sort();
  const headStartMs = Math.min(ids.indexOf(context.node.hostId) * HEAD_START_MS, LONGEST_HEAD_START_MS);
  for (let waitedMs = 0; waitedMs < headStartMs && !context.signal.aborted; waitedMs += FIRST_POLL_MS) {
    context.report('Waiting for the sidecar that creates the keyspace');
    await context.timers.sleep(FIRST_POLL_MS, context.signal);
    if (await migrationTableExists(context)) {
      await awaitSchemaAgreement(context);
      return false;
    }
  }
  return true;
}

/** Safe to run in several sidecars at once, see {@link createMigrationTableStatement}. */
export async function createMigrationTable(context: PreparationContext): Promise<void> {
  context.report('Creating the keyspace');
  if (!(await keyspaceExists(context))) {
    const factors = replicationFactors(await readNodes(context.runner));
    await context.runner.schema(createKeyspace(factors));
  }
  await context.runner.schema(createMigrationTableStatement(context.options.keyspace));
  await awaitSchemaAgreement(context);
}

/** Operators may create it themselves; then this sidecar needs no right to create keyspaces. */
async function keyspaceExists({ runner, options }: PreparationContext): Promise<boolean> {
  return (await runner.rows(migrationStatements.replication, [options.keyspace])).length > 0;
}

/** A fresh table is not readable everywhere at once; other failures pass, too, or are for people to read and mend. */
function toReport(context: PreparationContext): (error: unknown) => false {
  return (error) => {
    if (!(error instanceof DomainError)) throw error;
    if (error instanceof StoreRefusedError) context.refuse(error.message);
    else context.report(error.message);
    return false;
  };
}

type AppliedVersions = ReadonlyMap<number, string>;

async function readVersions({ runner }: PreparationContext): Promise<AppliedVersions> {
  const rows = await runner.rows(migrationStatements.versions, []);
  return new Map(rows.map((row) => [row.get('version') as number, row.get('checksum') as string]));
}

/** @throws StoreRefusedError when another build made a version of the same number */
function missingOf(
  { options }: PreparationContext,
  migrations: readonly Migration[],
  applied: AppliedVersions,
): readonly Migration[] {
  for (const migration of migrations) {
    const checksum = applied.get(migration.version);
    if (checksum !== undefined && checksum !== checksumOf(migration)) {
      const message = `Version ${migration.version} of keyspace ${options.keyspace} was created by a build that defines it differently; use another keyspace or that build`;
      throw new StoreRefusedError(message, { version: migration.version, checksum });
    }
  }
  return migrations.filter(({ version }) => !applied.has(version));
}

async function applyUnderLock(
  context: PreparationContext,
  lock: MigrationLock,
  migrations: readonly Migration[],
): Promise<void> {
  try {
    // Another sidecar may have finished between the look and the lock, or have died in the middle of its statements.
    const missing = missingOf(context, migrations, await readVersions(context));
    await awaitSchemaAgreement(context);
    for (const migration of missing) await createTables(context, lock, migration);
    await awaitSchemaAgreement(context);
    for (const migration of missing) await record(context, migration);
  } finally {
    await lock.release();
  }
}

async function createTables(context: PreparationContext, lock: MigrationLock, migration: Migration): Promise<void> {
  context.report(`Creating version ${migration.version} of the schema (${migration.description})`);
  for (const statement of migration.statements) {
    await lock.beat();
    await context.runner.schema(statement);
  }
}

async function record({ runner, options, node }: PreparationContext, migration: Migration): Promise<void> {
  const by = `${options.applicationName} at ${node.hostId}`;
  const values = [migration.version, checksumOf(migration), migration.description, by];
  await runner.conditional(migrationStatements.recordVersion, values);
}
