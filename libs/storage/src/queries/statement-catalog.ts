import { ageStatements } from '../ages/age-statements.js';
import { repairHistoryStatements } from '../ages/repair-history-statements.js';
import { checkStatements, noteStatements } from '../checks/check-statements.js';
import { apiTokenUseStatements, auditStatements } from '../auth/audit-statements.js';
import { apiTokenStatements, signingKeyStatements, userStatements } from '../auth/directory-statements.js';
import { loginFailureStatements } from '../auth/login-failure-statements.js';
import { revokedSessionStatements, sessionStatements } from '../auth/session-statements.js';
import { historyStatements } from '../cluster/history-statements.js';
import { schemaStatements } from '../cluster/schema-statements.js';
import { KEYSPACE, type Statement, type StatementSet } from '../connection/statement.js';
import { DEFAULT_KEYSPACE } from '../connection/storage-options.js';
import { decisionStatements } from '../decisions/decision-statements.js';
import { idempotencyStatements } from '../idempotency/idempotency-statements.js';
import { keyStatements } from '../keys/key-statements.js';
import { leaseStatements } from '../lease/lease-statements.js';
import { createMigrationTableStatement, migrationStatements } from '../migrations/migration-statements.js';
import { createKeyspace } from '../migrations/replication.js';
import { MIGRATIONS } from '../migrations/migrations.js';
import { assignmentStatements, nodeStateStatements } from '../registers/register-statements.js';
import { activeRunStatements, planLogStatements, runStatements } from '../runs/run-statements.js';
import { segmentStatements } from '../segments/segment-statements.js';

/** Every statement the sidecar can send, by file in `queries/`. A statement set that is missing here is not reviewed. */
const FILES: Readonly<Record<string, readonly Statement[]>> = {
  'schema.cql': [
    createKeyspace(new Map([['dc1', 3]])),
    createMigrationTableStatement(DEFAULT_KEYSPACE),
    ...MIGRATIONS.flatMap(({ statements }) => statements),
  ],
  'migrations.cql': all(migrationStatements),
  'leader-lease.cql': all(leaseStatements),
  'registers.cql': all(assignmentStatements, nodeStateStatements),
  'runs.cql': all(activeRunStatements, runStatements, planLogStatements),
  'segments.cql': all(segmentStatements),
  'keys.cql': all(keyStatements),
  'auth.cql': all(
    userStatements,
    apiTokenStatements,
    signingKeyStatements,
    sessionStatements,
    revokedSessionStatements,
    loginFailureStatements,
    apiTokenUseStatements,
  ),
  'audit.cql': all(auditStatements),
  'idempotency.cql': all(idempotencyStatements),
  'ages.cql': all(ageStatements, repairHistoryStatements),
  'decisions.cql': all(decisionStatements),
  'checks.cql': all(noteStatements, checkStatements),
  'cluster.cql': all(schemaStatements, historyStatements),
};

function all(...sets: readonly StatementSet[]): readonly Statement[] {
  return sets.flatMap((set) => Object.values(set));
}

/** Text of every file in `queries/`, by file name. */
export function renderQueries(): ReadonlyMap<string, string> {
  return new Map(Object.entries(FILES).map(([file, statements]) => [file, statements.map(render).join('\n')]));
}

export function catalogued(): readonly Statement[] {
  return Object.values(FILES).flat();
}

function render(statement: Statement): string {
  const { name, kind, consistency, partitions, ownNodeOnly, cql } = statement;
  const level = kind === 'conditional' ? `${consistency}, Paxos at SERIAL` : consistency;
  return [
    `-- ${name}: ${kind}, ${level}${ownNodeOnly ? ', own node only' : ''}`,
    `-- partitions: ${partitions}`,
    `${cql.replaceAll(KEYSPACE, DEFAULT_KEYSPACE)};`,
    '',
  ].join('\n');
}
