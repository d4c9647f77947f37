import {
  createRangeRemapper,
  parseRange,
  type Partitioner,
  type ReplicatedRange,
} from '@reaper-sidecar/segment-planner';
import type { AgeRow } from './repair-age-store.js';
import type { RecordedRepair, RecordedSession } from './repair-history.js';
import { mergeCredits } from './age-map.js';
import { rowsOf } from './age-rows.js';

export interface RecordedCreditsInput {
  readonly partitioner: Partitioner;
  readonly repairs: readonly RecordedRepair[];
  /** Sessions of those repairs, of all tables that are to be credited. */
  readonly sessions: readonly RecordedSession[];
  /** Ring of the keyspace now. */
  readonly ring: readonly ReplicatedRange[];
  /** Address by host id, "ip:port" where known. */
  readonly addressOf: (hostId: string) => string | undefined;
}

/**
 * What repairs of any tool are worth: a range of a table counts when the command ended well, lists the range among the
 * successful ones, and a session of that table ended well in which every present replica of the range took part. So a
 * repair of one datacenter or of some hosts, with replicas left out, or before new replicas came, counts nothing there.
 * Full and incremental repairs count alike: after either, all data written before its start is on all replicas.
 */
export function creditsOfRecorded(input: RecordedCreditsInput): readonly AgeRow[] {
  const { partitioner, repairs, ring } = input;
  const remap = createRangeRemapper(ring);
  const groups = sessionGroups(input.sessions);
  return repairs.filter(isWorthSomething).flatMap((repair) => {
    const ranges = repair.successfulRanges.map((text) => parseRange(partitioner, text));
    const placed = remap(ranges).map(({ ranges, replicas }) => ({ ranges, addresses: replicas.map(input.addressOf) }));
    return repair.tables.flatMap((table) => {
      const endpoints = groups.get(groupKey(table, repair.parentId)) ?? [];
      const covered = placed.filter(({ addresses }) => endpoints.some((one) => hasAll(one, addresses)));
      const credits = covered.flatMap(({ ranges }) =>
        ranges.map((range) => ({ range, startedAtMs: repair.startedAtMs })),
      );
      return rowsOf(table, mergeCredits(partitioner, credits));
    });
  });
}

function isWorthSomething({ state, pullOnly, successfulRanges }: RecordedRepair): boolean {
  return state === 'completed' && !pullOnly && successfulRanges.length > 0;
}

function sessionGroups(sessions: readonly RecordedSession[]): ReadonlyMap<string, readonly ReadonlySet<string>[]> {
  const groups = new Map<string, ReadonlySet<string>[]>();
  for (const { table, parentId, state, endpoints } of sessions) {
    if (state !== 'completed') continue;
    const key = groupKey(table, parentId);
    groups.set(key, [...(groups.get(key) ?? []), new Set([...endpoints, ...endpoints.map(withoutPort)])]);
  }
  return groups;
}

function groupKey(table: string, parentId: string): string {
  return `${table}/${parentId}`;
}

/** Where a session was recorded without ports, addresses are compared without. */
function hasAll(endpoints: ReadonlySet<string>, addresses: readonly (string | undefined)[]): boolean {
  const hasPorts = [...endpoints].some((one) => withoutPort(one) !== one);
  return addresses.every((one) => one !== undefined && endpoints.has(hasPorts ? one : withoutPort(one)));
}

/** "10.0.0.1:7000" and "[::1]:7000" have a port, "10.0.0.1" and "::1" have none. */
function withoutPort(address: string): string {
  const [, bracketed] = /^\[(.*)\]:\d+$/.exec(address) ?? [];
  if (bracketed !== undefined) return bracketed;
  const [, plain] = /^([^:]+):\d+$/.exec(address) ?? [];
  return plain ?? address;
}
