import { LocalKeyspaceError } from '../errors/local-keyspace-error.js';
import { UnknownTableError } from '../errors/unknown-table-error.js';
import type { RepairUnit } from '../model/repair-unit.js';
import type { KeyspaceInfo, TableInfo } from '../ports/cluster-view.js';
import { requireSensibleMode } from './mode-rules.js';
import { NothingToRepairError } from './run-errors.js';
import type { RunRequest } from './run-request.js';

/**
 * Turns a request into the exact unit: tables by name, lists sorted.
 *
 * @throws UnknownTableError, LocalKeyspaceError, NothingToRepairError (one replica, no table left),
 *   UnsupportedModeError
 */
export function resolveUnit(request: RunRequest, keyspace: KeyspaceInfo): RepairUnit {
  requireSensibleMode(request);
  requireReplicas(keyspace);
  return {
    keyspace: keyspace.name,
    tables: resolveTables(request, keyspace),
    mode: request.mode,
    parallelism: request.parallelism,
    datacenters: [...request.datacenters].sort(),
    hostIds: [...request.hostIds].sort(),
    jobThreads: request.jobThreads,
    ...(request.preview && { preview: request.preview }),
  };
}

function requireReplicas({ name, replicationClass, replicationFactors }: KeyspaceInfo): void {
  if (replicationClass === 'LocalStrategy') {
    throw new LocalKeyspaceError(name);
  }
  const copies = Object.values(replicationFactors).reduce((sum, factor) => sum + factor, 0);
  // A strategy that does not tell its factors is judged by the ring, when the plan is made.
  if (Object.keys(replicationFactors).length > 0 && copies < 2) {
    throw new NothingToRepairError(
      name,
      `its replication factor is ${copies}, and one copy has nothing to compare with`,
    );
  }
}

function resolveTables(request: RunRequest, keyspace: KeyspaceInfo): readonly string[] {
  const { tables, excludeTables = [], excludeTimeWindowTables = false } = request;
  const known = keyspace.tables.map(({ name }) => name).sort();
  const unknown = [...(tables ?? []), ...excludeTables].filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new UnknownTableError(keyspace.name, [...new Set(unknown)], known);
  if (known.length === 0) throw new NothingToRepairError(keyspace.name, 'it has no tables; create one first');
  const wanted = keyspace.tables.filter(({ name }) => !tables || tables.includes(name));
  const named = wanted.filter(({ name }) => !excludeTables.includes(name));
  if (named.length === 0) {
    throw new NothingToRepairError(keyspace.name, 'every table is excluded; shorten "excludeTables"');
  }
  const left = named.filter((table) => !excludeTimeWindowTables || !hasTimeWindows(table));
  if (left.length === 0) throw onlyTimeWindows(keyspace.name, named);
  return left.map(({ name }) => name).sort();
}

/** Unified compaction is none of them: it keeps no windows that a repair could mix. */
const TIME_WINDOW_COMPACTION: ReadonlySet<string> = new Set([
  'TimeWindowCompactionStrategy',
  'DateTieredCompactionStrategy',
]);

function hasTimeWindows({ compaction }: TableInfo): boolean {
  return TIME_WINDOW_COMPACTION.has(compaction);
}

function onlyTimeWindows(keyspace: string, tables: readonly TableInfo[]): NothingToRepairError {
  const names = tables.slice(0, 20).map(({ name }) => `"${name}"`);
  const more = tables.length > names.length ? ` and ${tables.length - names.length} more` : '';
  const why = `"excludeTimeWindowTables" leaves no table: ${names.join(', ')}${more} compact by time windows`;
  return new NothingToRepairError(keyspace, why);
}
