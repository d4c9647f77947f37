import { replicaSetKey, sortHostIds, type ReplicatedRange } from '../ring/replicated-range.js';
import { eachInSteps, sortInSteps, type Steps } from '../steps.js';
import { compareRanges, type TokenRange } from '../tokens/token-range.js';
import { type PlanNode, type PlanRequest } from './plan-request.js';

/** The ranges whose repair has the same participants, in ring order. */
export interface ReplicaGroup {
  /** Sorted host ids. */
  readonly replicas: readonly string[];
  readonly ranges: readonly TokenRange[];
}

export interface GroupedRing {
  /** In the order of their replicas. */
  readonly groups: readonly ReplicaGroup[];
  /** In ring order. */
  readonly unreplicated: readonly ReplicatedRange[];
}

/**
 * Applies the filters and groups what is left by participants: ranges that differ only in replicas which take no part
 * are repaired alike. The result does not depend on the order of ring, nodes or replicas.
 */
export function* groupByParticipants(request: PlanRequest): Steps<GroupedRing> {
  const takesPart = participantFilter(request);
  const groups = new Map<string, { replicas: string[]; ranges: TokenRange[] }>();
  const unreplicated: ReplicatedRange[] = [];
  const ring = yield* sortInSteps(request.ring, (a, b) => compareRanges(a.range, b.range));
  yield* eachInSteps(ring, ({ range, replicas }) => {
    const participants = sortHostIds(replicas.filter(takesPart));
    if (participants.length < 2) {
      unreplicated.push({ range, replicas: participants });
      return;
    }
    const key = replicaSetKey(participants);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { replicas: participants, ranges: [range] });
    else group.ranges.push(range);
  });
  const sorted = (yield* sortInSteps([...groups], ([a], [b]) => (a < b ? -1 : 1))).map(([, group]) => group);
  return { groups: sorted, unreplicated };
}

/** Whether a host takes part, by the filters of the request. */
export function participantFilter({ nodes, datacenters, hostIds }: PlanRequest): (hostId: string) => boolean {
  const isWanted = (node: PlanNode) =>
    (datacenters === undefined || datacenters.includes(node.datacenter)) &&
    (hostIds === undefined || hostIds.includes(node.hostId));
  const participants = new Set(nodes.filter(isWanted).map((node) => node.hostId));
  return (hostId) => participants.has(hostId);
}
