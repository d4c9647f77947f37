import type { RepairUnit } from '../model/repair-unit.js';
import type { ClusterNode } from '../ports/cluster-view.js';
import { UnsupportedModeError } from './run-errors.js';
import type { RunRequest } from './run-request.js';

/**
 * Refuses what Cassandra refuses, and what it would do without the effect that is asked for.
 *
 * @throws UnsupportedModeError
 */
export function requireSensibleMode(request: RunRequest): void {
  const { mode, preview, datacenters, hostIds, sizing } = request;
  if (preview !== undefined && mode !== 'full') {
    const why = `cannot be combined with mode "${mode}"; leave "mode" out, and use preview "unrepaired" for what an incremental repair would stream`;
    throw new UnsupportedModeError(request, why);
  }
  if (mode === 'full') return;
  if (datacenters.length > 0 || hostIds.length > 0) {
    const why =
      'cannot be restricted: Cassandra marks data as repaired only when every replica takes part; leave "datacenters" and "hostIds" out, or use mode "full"';
    throw new UnsupportedModeError(request, why);
  }
  if (mode === 'incremental' && sizing.kind !== 'auto') {
    const why =
      'has one segment for every node; leave "segments" and "segmentSizeBytes" out, or use mode "subrange-incremental"';
    throw new UnsupportedModeError(request, why);
  }
}

/**
 * Incremental repair before 4.0 loses its marks and streams too much; ranges are not marked at all, and previews do
 * not exist. Nodes of unknown release are left to their own sidecars, which refuse it too.
 *
 * @throws UnsupportedModeError
 */
export function requireReleases(unit: RepairUnit, nodes: readonly ClusterNode[]): void {
  if (unit.mode === 'full' && unit.preview === undefined) return;
  const old = nodes.filter(({ releaseVersion }) => releaseVersion !== undefined && majorOf(releaseVersion) < 4);
  const [first] = old;
  if (!first) return;
  const others = old.length > 1 ? ` and ${old.length - 1} more of ${nodes.length}` : '';
  const instead = unit.preview === undefined ? 'use mode "full"' : 'leave "preview" out to repair';
  const why = `needs Cassandra 4.0 on every node; ${first.address} runs ${first.releaseVersion}${others}; ${instead}`;
  throw new UnsupportedModeError(unit, why);
}

function majorOf(release: string): number {
  return Number(/^\d+/.exec(release)?.[0] ?? Infinity);
}
