import { MAX_SEGMENTS } from '../limits.js';
import { PlannerError, problem } from '../planner-error.js';
import { allotSegments, segmentsAt, type AllotmentClaim } from './allot-segments.js';
import { DEFAULT_BYTES_PER_SEGMENT, DEFAULT_SEGMENTS_PER_NODE, type Sizing } from './plan-request.js';
import { totalWeight, totalWidth, type RangeLoad } from './range-load.js';
import { type WeighedGroup, type WeighedRanges } from './weigh-ranges.js';

/**
 * The number of segments of each replica set.
 *
 * @throws PlannerError TOO_MANY_SEGMENTS
 */
export function segmentCounts(sizing: Sizing, { groups, unit }: WeighedRanges, maxRanges: number): number[] {
  switch (sizing.kind) {
    case 'count':
      return countsInAll(groups, sizing.segments, maxRanges);
    case 'bytes':
      return countsBySize(groups, sizing.bytesPerSegment, unit, maxRanges);
    case 'partitions':
      return countsBySize(groups, sizing.partitionsPerSegment, unit, maxRanges);
    case 'auto':
      return unit === 'bytes'
        ? countsBySize(groups, DEFAULT_BYTES_PER_SEGMENT, unit, maxRanges)
        : countsInAll(groups, countNodes(groups) * DEFAULT_SEGMENTS_PER_NODE, maxRanges);
  }
}

function countNodes(groups: readonly WeighedGroup[]): number {
  return new Set(groups.flatMap(({ replicas }) => replicas)).size;
}

function countsInAll(groups: readonly WeighedGroup[], wanted: number, maxRanges: number): number[] {
  const claims = groups.map(({ loads }) => claim(loads, totalWeight(loads), maxRanges));
  return allotSegments(claims, wanted);
}

function countsBySize(groups: readonly WeighedGroup[], size: number, unit: string, maxRanges: number): number[] {
  const claims = groups.map(({ loads }) => claim(loads, divisibleWeight(loads, size), maxRanges));
  const counts = claims.map((claimed) => segmentsAt(claimed, 1 / size));
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total > MAX_SEGMENTS) throw tooManySegments(groups, total, size, unit);
  return counts;
}

/** One token cannot be cut: a range counts for no more segments than it has tokens, however heavy they are. */
function divisibleWeight(loads: readonly RangeLoad[], size: number): number {
  return loads.reduce((total, { weight, width }) => total + Math.min(weight, Number(width) * size), 0);
}

function claim(loads: readonly RangeLoad[], weight: number, maxRanges: number): AllotmentClaim {
  const max = Number(totalWidth(loads));
  return { weight, min: Math.ceil(loads.length / maxRanges), max };
}

function tooManySegments(groups: readonly WeighedGroup[], total: number, size: number, unit: string): PlannerError {
  const weight = groups.reduce((sum, { loads }) => sum + totalWeight(loads), 0);
  const smallest = Math.ceil(weight / (MAX_SEGMENTS - groups.length));
  const message = `${size} ${unit} per segment would make ${total} segments, more than the limit of ${MAX_SEGMENTS}; use ${smallest} ${unit} or more`;
  return new PlannerError([
    problem('TOO_MANY_SEGMENTS', message, { segments: total, limit: MAX_SEGMENTS, unit, size, smallest }),
  ]);
}
