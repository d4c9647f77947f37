import { sortHostIds, type ReplicatedRange } from '../ring/replicated-range.js';
import { eachInSteps, inOneGo, sortInSteps, type Steps } from '../steps.js';
import { compareRanges } from '../tokens/token-range.js';
import { interleaveInSteps } from './interleave-segments.js';
import { estimatedSize, planEstimate, ringShare } from './plan-estimate.js';
import { DEFAULT_MAX_RANGES_PER_SEGMENT, type PlanRequest } from './plan-request.js';
import { type RangeLoad } from './range-load.js';
import { participantFilter } from './replica-groups.js';
import { type PlannedSegment, type SegmentPlan } from './segment-plan.js';
import { validateInSteps } from './validate-plan-request.js';
import { weighRanges } from './weigh-ranges.js';

/** Ranges that one node repairs, with everybody who replicates one of them. */
interface NodeShare {
  readonly coordinator: string;
  /** Sorted host ids. */
  readonly replicas: readonly string[];
  readonly ranges: readonly ReplicatedRange['range'][];
}

/**
 * Plans one segment for every node: the ranges it owns, that is those of which it is the first replica that takes part.
 * Only a node with more than `maxRangesPerSegment` of them gets several. The segments' ranges and `unreplicated` cover
 * the ring exactly once, as in `planSegments`. The sizing has no say.
 *
 * @throws PlannerError with everything that is wrong with the request
 */
export function planByNodes(request: PlanRequest): SegmentPlan {
  return inOneGo(planByNodesInSteps(request));
}

/** For large clusters; to be run by `inTurns`. @see planByNodes */
export function* planByNodesInSteps(request: PlanRequest): Steps<SegmentPlan> {
  yield* validateInSteps(request);
  const { shares, unreplicated } = yield* shareOut(request);
  const weighed = yield* weighRanges({ ...request, sizing: { kind: 'auto' } }, shares);
  const sets = weighed.groups.map(({ replicas, loads }) => ({
    replicas,
    segments: 1,
    ringShare: ringShare(request.partitioner, loads),
  }));
  const segments = (yield* interleaveInSteps(sets)).map(({ set }, seq): PlannedSegment => {
    const loads: readonly RangeLoad[] = weighed.groups[set]?.loads ?? [];
    const { replicas = [], coordinator = '' } = shares[set] ?? {};
    const ranges = loads.map(({ range }) => range);
    const segment = { seq, ranges, replicas, coordinator, ringShare: sets[set]?.ringShare ?? 0 };
    return weighed.hasSizes ? { ...segment, ...estimatedSize(loads) } : segment;
  });
  return { segments, replicaSets: sets, unreplicated, estimate: planEstimate(weighed) };
}

function* shareOut(request: PlanRequest): Steps<{ shares: NodeShare[]; unreplicated: ReplicatedRange[] }> {
  const { maxRangesPerSegment = DEFAULT_MAX_RANGES_PER_SEGMENT } = request;
  const takesPart = participantFilter(request);
  const owned = new Map<string, ReplicatedRange[]>();
  const unreplicated: ReplicatedRange[] = [];
  const ring = yield* sortInSteps(request.ring, (a, b) => compareRanges(a.range, b.range));
  yield* eachInSteps(ring, ({ range, replicas: all }) => {
    const replicas = all.filter(takesPart);
    const [owner, ...others] = replicas;
    if (owner === undefined || others.length === 0) {
      unreplicated.push({ range, replicas });
      return;
    }
    const ranges = owned.get(owner);
    if (ranges === undefined) owned.set(owner, [{ range, replicas }]);
    else ranges.push({ range, replicas });
  });
  const shares = [...owned]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([owner, ranges]) => chunks(ranges, maxRangesPerSegment).map((chunk) => shareOf(owner, chunk)));
  return { shares, unreplicated };
}

function shareOf(coordinator: string, owned: readonly ReplicatedRange[]): NodeShare {
  const replicas = sortHostIds(new Set(owned.flatMap((entry) => entry.replicas)));
  return { coordinator, replicas, ranges: owned.map(({ range }) => range) };
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
