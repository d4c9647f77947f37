import { PlannerError, problem } from '../planner-error.js';
import { estimateInSteps, MIN_COVERAGE, type RangeSizes } from '../sizes/estimate-ranges.js';
import { mapInSteps, type Steps } from '../steps.js';
import { rangeWidth } from '../tokens/token-range.js';
import { type PlanRequest } from './plan-request.js';
import { repairableRanges, type RangeLoad } from './range-load.js';
import { type ReplicaGroup } from './replica-groups.js';

export type WeightUnit = 'bytes' | 'partitions' | 'tokens';

export interface WeighedGroup {
  readonly replicas: readonly string[];
  /** At least one, in ring order. */
  readonly loads: readonly RangeLoad[];
}

export interface WeighedRanges {
  readonly groups: readonly WeighedGroup[];
  readonly unit: WeightUnit;
  /** Whether bytes and partitions of the loads mean something. */
  readonly hasSizes: boolean;
  /** See PlanEstimate. */
  readonly coverage: number;
}

/**
 * Gives every range its estimated size and the weight by which the request's sizing balances segments.
 *
 * @throws PlannerError ESTIMATES_MISSING
 */
export function* weighRanges(request: PlanRequest, groups: readonly ReplicaGroup[]): Steps<WeighedRanges> {
  const { partitioner, estimates = [] } = request;
  const rangesOfGroups = yield* mapInSteps(groups, ({ ranges }) => repairableRanges(partitioner, ranges));
  const estimated = yield* estimateInSteps(partitioner, rangesOfGroups.flat(), estimates);
  const sizes = estimated.coverage < MIN_COVERAGE ? undefined : estimated;
  const unit = weightUnit(request, sizes);
  let next = 0;
  const weighed = yield* mapInSteps(groups, ({ replicas }, set) => ({
    replicas,
    loads: (rangesOfGroups[set] ?? []).map((range): RangeLoad => {
      const width = rangeWidth(partitioner, range);
      const bytes = sizes?.bytes[next] ?? 0;
      const partitions = sizes?.partitions[next] ?? 0;
      next++;
      return { range, width, bytes, partitions, weight: { bytes, partitions, tokens: Number(width) }[unit] };
    }),
  }));
  return { groups: weighed, unit, hasSizes: sizes !== undefined, coverage: estimated.coverage };
}

function weightUnit({ sizing }: PlanRequest, sizes: RangeSizes | undefined): WeightUnit {
  switch (sizing.kind) {
    case 'bytes':
    case 'partitions':
      if (sizes === undefined) throw estimatesMissing(sizing.kind);
      return sizing.kind;
    case 'auto':
      return sizes === undefined ? 'tokens' : 'bytes';
    case 'count':
      // Nothing is known, or everything is empty: a count is then spread over the ring.
      return sizes === undefined || sizes.bytes.every((bytes) => bytes === 0) ? 'tokens' : 'bytes';
  }
}

function estimatesMissing(sizing: 'bytes' | 'partitions'): PlannerError {
  const message = `Sizing by ${sizing} needs size estimates, and there are none or for too little of the ring; use a count, or wait until Cassandra has filled them (every 300 s)`;
  return new PlannerError([problem('ESTIMATES_MISSING', message, { sizing })]);
}
