import {
  createRangeRemapper,
  type PlannedSegment,
  type RemappedRanges,
  type ReplicatedRange,
  type TokenRange,
} from '@reaper-sidecar/segment-planner';
import type { RepairUnit } from '../model/repair-unit.js';
import type { ClusterNode } from '../ports/cluster-view.js';

/** Ranges of a segment that one command can repair on the present ring. */
export interface PlacedRanges {
  readonly ranges: readonly TokenRange[];
  /** Sorted host ids of the replicas that take part, at least two. */
  readonly participants: readonly string[];
  /** The only one of them that replicates all ranges for certain. Absent: each does. */
  readonly coordinator?: string;
}

/** Where a segment lies now: one entry = it can be given, several = it must be split, none = nothing takes part. */
export type Placement = readonly PlacedRanges[];

export type Placer = (segment: Pick<PlannedSegment, 'ranges' | 'coordinator'>) => Placement;

/**
 * Maps the ranges of a unit's segments to the ring. Ranges that no longer have two participants are left out: there is
 * nothing to compare.
 */
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
  return ({ ranges, coordinator }) => {
    const groups = remap(ranges).map((group) => filtered(group, takesPart));
    const comparable = groups.filter(({ participants }) => participants.length > 1);
    return coordinator === undefined ? mergeEqual(comparable) : placeOnNodes(comparable, coordinator);
  };
}

function filtered({ ranges, replicas }: RemappedRanges, takesPart: (hostId: string) => boolean): PlacedRanges {
  return { ranges, participants: replicas.filter(takesPart) };
}

/** Sets that differ only in hosts that take no part are one. */
function mergeEqual(groups: readonly PlacedRanges[]): Placement {
  const merged = new Map<string, PlacedRanges>();
  for (const group of groups) {
    const key = setKeyOf(group.participants);
    const same = merged.get(key);
    merged.set(key, same ? { ...group, ranges: [...same.ranges, ...group.ranges] } : group);
  }
  return [...merged.values()];
}

/**
 * Places ranges of many replica sets on nodes that replicate them: all on the wanted node if it still has them, else
 * the rest on as few others as is simple to find.
 */
function placeOnNodes(groups: readonly PlacedRanges[], wanted: string): Placement {
  const placed: PlacedRanges[] = [];
  let rest = groups;
  for (let node = wanted; rest.length > 0; node = commonest(rest)) {
    const own = rest.filter(({ participants }) => participants.includes(node));
    rest = rest.filter((group) => !own.includes(group));
    if (own.length > 0) placed.push(onNode(own, node));
  }
  return placed;
}

function onNode(groups: readonly PlacedRanges[], coordinator: string): PlacedRanges {
  return {
    ranges: groups.flatMap(({ ranges }) => ranges),
    participants: [...new Set(groups.flatMap(({ participants }) => participants))].sort(),
    coordinator,
  };
}

/** Who replicates most of the ranges; the first by host id among equals. */
function commonest(groups: readonly PlacedRanges[]): string {
  const counts = new Map<string, number>();
  for (const { participants, ranges } of groups) {
    for (const hostId of participants) counts.set(hostId, (counts.get(hostId) ?? 0) + ranges.length);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

const setKeys = new WeakMap<readonly string[], string>();

/**
 * Kept with the set: thousands are asked for in every look.
 *
 * @param participants sorted
 */
export function setKeyOf(participants: readonly string[]): string {
  const known = setKeys.get(participants);
  if (known !== undefined) return known;
  const key = participants.join(',');
  setKeys.set(participants, key);
  return key;
}
