import {
  createRangeRemapper,
  type RemappedRanges,
  type ReplicatedRange,
  type TokenRange,
} from '@reaper-sidecar/segment-planner';
import type { RepairUnit } from '../model/repair-unit.js';
import type { ClusterNode } from '../ports/cluster-view.js';

/** Ranges of a segment that have one replica set on the present ring. */
export interface PlacedRanges {
  readonly ranges: readonly TokenRange[];
  /** Sorted host ids of the replicas that take part, at least one. */
  readonly participants: readonly string[];
}

/** Where a segment lies now: one entry = it can be given, several = it must be split, none = nothing takes part. */
export type Placement = readonly PlacedRanges[];

export type Placer = (ranges: readonly TokenRange[]) => Placement;

/** Maps the ranges of a unit's segments to the ring. Ranges that no longer have a participant are left out. */
export function createPlacer(
  unit: RepairUnit,
  ring: readonly ReplicatedRange[],
  nodes: readonly ClusterNode[],
): Placer {
  const remap = createRangeRemapper(ring);
  const datacenterOf = new Map(nodes.map(({ hostId, datacenter }) => [hostId, datacenter]));
  const takesPart = (hostId: string) =>
    (unit.hostIds.length === 0 || unit.hostIds.includes(hostId)) &&
    (unit.datacenters.length === 0 || unit.datacenters.includes(datacenterOf.get(hostId) ?? ''));
  return (ranges) => mergeEqual(remap(ranges).map((group) => filtered(group, takesPart)));
}

function filtered({ ranges, replicas }: RemappedRanges, takesPart: (hostId: string) => boolean): PlacedRanges {
  return { ranges, participants: replicas.filter(takesPart) };
}

/** Sets that differ only in hosts that take no part are one. */
function mergeEqual(groups: readonly PlacedRanges[]): Placement {
  const merged = new Map<string, PlacedRanges>();
  for (const group of groups) {
    if (group.participants.length === 0) continue;
    const key = setKeyOf(group.participants);
    const same = merged.get(key);
    merged.set(key, same ? { ...group, ranges: [...same.ranges, ...group.ranges] } : group);
  }
  return [...merged.values()];
}

/** @param participants sorted */
export function setKeyOf(participants: readonly string[]): string {
  return participants.join(',');
}
