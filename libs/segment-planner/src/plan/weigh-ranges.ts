import { estimateRanges, type RangeSizes } from '../sizes/estimate-ranges.js';
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
  /** See PlanEstimate; undefined without estimates. */
  readonly coverage: number | undefined;
}

/** Gives every range its estimated size and the weight by which the request's sizing balances segments. */
export function weighRanges(request: PlanRequest, groups: readonly ReplicaGroup[]): WeighedRanges {
  const { partitioner, estimates = [] } = request;
  const rangesOfGroups = groups.map(({ ranges }) => repairableRanges(partitioner, ranges));
  const sizes = estimates.length === 0 ? undefined : estimateRanges(partitioner, rangesOfGroups.flat(), estimates);
  const unit = weightUnit(request, sizes);
  let next = 0;
  const weighed = groups.map(({ replicas }, set) => ({
    replicas,
    loads: (rangesOfGroups[set] ?? []).map((range): RangeLoad => {
      const width = rangeWidth(partitioner, range);
      const bytes = sizes?.bytes[next] ?? 0;
      const partitions = sizes?.partitions[next] ?? 0;
      next++;
      return { range, width, bytes, partitions, weight: { bytes, partitions, tokens: Number(width) }[unit] };
    }),
  }));
  return { groups: weighed, unit, coverage: sizes?.coverage };
}

function weightUnit({ sizing }: PlanRequest, sizes: RangeSizes | undefined): WeightUnit {
  switch (sizing.kind) {
    case 'bytes':
    case 'partitions':
      return sizing.kind;
    case 'auto':
      return sizes === undefined ? 'tokens' : 'bytes';
    case 'count':
      // Nothing is known, or everything is empty: a count is then spread over the ring.
      return sizes === undefined || sizes.bytes.every((bytes) => bytes === 0) ? 'tokens' : 'bytes';
  }
}
