import { type Partitioner } from '../tokens/partitioner.js';
import { totalWidth, type RangeLoad } from './range-load.js';
import { type PlanEstimate } from './segment-plan.js';
import { type WeighedRanges } from './weigh-ranges.js';

export function planEstimate({ groups, hasSizes, coverage }: WeighedRanges): PlanEstimate {
  if (!hasSizes) return { coverage };
  const { estimatedBytes: bytes, estimatedPartitions: partitions } = estimatedSize(
    groups.flatMap(({ loads }) => loads),
  );
  return { bytes, partitions, coverage };
}

export function estimatedSize(loads: readonly RangeLoad[]) {
  return { estimatedBytes: totalOf(loads, 'bytes'), estimatedPartitions: totalOf(loads, 'partitions') };
}

function totalOf(loads: readonly RangeLoad[], size: 'bytes' | 'partitions'): number {
  return Math.round(loads.reduce((total, load) => total + load[size], 0));
}

export function ringShare(partitioner: Partitioner, loads: readonly RangeLoad[]): number {
  return Number(totalWidth(loads)) / Number(partitioner.ringSize);
}
