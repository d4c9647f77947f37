import { inOneGo, mapInSteps, type Steps } from '../steps.js';
import { cutSegments } from './cut-segments.js';
import { interleaveInSteps } from './interleave-segments.js';
import { estimatedSize, planEstimate, ringShare } from './plan-estimate.js';
import { DEFAULT_MAX_RANGES_PER_SEGMENT, type PlanRequest } from './plan-request.js';
import { groupByParticipants } from './replica-groups.js';
import { segmentCounts } from './segment-counts.js';
import { type PlannedSegment, type SegmentPlan } from './segment-plan.js';
import { validateInSteps } from './validate-plan-request.js';
import { weighRanges } from './weigh-ranges.js';

/**
 * Plans the repair of one keyspace: which ranges to repair together, with which nodes, in which order. The segments'
 * ranges and `unreplicated` cover the ring exactly once. Equal requests give equal plans, whatever the order of the
 * ring, the nodes, the replicas and the estimates.
 *
 * @throws PlannerError with everything that is wrong with the request; ESTIMATES_MISSING; TOO_MANY_SEGMENTS
 */
export function planSegments(request: PlanRequest): SegmentPlan {
  return inOneGo(planSegmentsInSteps(request));
}

/** For large clusters; to be run by `inTurns`. @see planSegments */
export function* planSegmentsInSteps(request: PlanRequest): Steps<SegmentPlan> {
  yield* validateInSteps(request);
  const { partitioner, sizing, maxRangesPerSegment = DEFAULT_MAX_RANGES_PER_SEGMENT } = request;
  const { groups, unreplicated } = yield* groupByParticipants(request);
  const weighed = yield* weighRanges(request, groups);
  const counts = segmentCounts(sizing, weighed, maxRangesPerSegment);
  const replicaSets = yield* mapInSteps(weighed.groups, ({ replicas, loads }, set) => ({
    replicas,
    segments: counts[set] ?? 1,
    ringShare: ringShare(partitioner, loads),
  }));
  const cuts = yield* mapInSteps(replicaSets, ({ segments }, set) =>
    cutSegments(partitioner, weighed.groups[set]?.loads ?? [], segments, maxRangesPerSegment),
  );
  const places = yield* interleaveInSteps(replicaSets);
  const segments = yield* mapInSteps(places, ({ set, index }, seq): PlannedSegment => {
    const loads = cuts[set]?.[index] ?? [];
    const segment = {
      seq,
      ranges: loads.map(({ range }) => range),
      replicas: replicaSets[set]?.replicas ?? [],
      ringShare: ringShare(partitioner, loads),
    };
    return weighed.hasSizes ? { ...segment, ...estimatedSize(loads) } : segment;
  });
  return { segments, replicaSets, unreplicated, estimate: planEstimate(weighed) };
}
