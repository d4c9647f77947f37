import { LocalKeyspaceError } from '../errors/local-keyspace-error.js';
import { UnknownTableError } from '../errors/unknown-table-error.js';
import type { RepairUnit } from '../model/repair-unit.js';
import type { KeyspaceInfo } from '../ports/cluster-view.js';
import { NothingToRepairError, UnsupportedModeError } from './run-errors.js';
import { SUPPORTED_MODES, type RunRequest } from './run-request.js';

/**
 * Turns a request into the exact unit: tables by name, lists sorted.
 *
 * @throws UnknownTableError, LocalKeyspaceError, NothingToRepairError (one replica, no table left),
 *   UnsupportedModeError
 */
export function resolveUnit(request: RunRequest, keyspace: KeyspaceInfo): RepairUnit {
  if (!SUPPORTED_MODES.includes(request.mode)) throw new UnsupportedModeError(request.mode, SUPPORTED_MODES);
  requireReplicas(keyspace);
  return {
    keyspace: keyspace.name,
    tables: resolveTables(request, keyspace),
    mode: request.mode,
    parallelism: request.parallelism,
    datacenters: [...request.datacenters].sort(),
    hostIds: [...request.hostIds].sort(),
    jobThreads: request.jobThreads,
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

function resolveTables({ tables, excludeTables = [] }: RunRequest, keyspace: KeyspaceInfo): readonly string[] {
  const known = keyspace.tables.map(({ name }) => name).sort();
  const unknown = [...(tables ?? []), ...excludeTables].filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new UnknownTableError(keyspace.name, [...new Set(unknown)], known);
  if (known.length === 0) throw new NothingToRepairError(keyspace.name, 'it has no tables; create one first');
  const left = [...new Set(tables ?? known)].filter((name) => !excludeTables.includes(name)).sort();
  if (left.length === 0) {
    throw new NothingToRepairError(keyspace.name, 'every table is excluded; shorten "excludeTables"');
  }
  return left;
}
