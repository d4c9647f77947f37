import { type Partitioner } from '../tokens/partitioner.js';
import { isWholeRing, sliceRange, type TokenRange } from '../tokens/token-range.js';

/** A range, or a piece of one, with what repairing it means. */
export interface RangeLoad {
  readonly range: TokenRange;
  /** Number of tokens. */
  readonly width: bigint;
  readonly bytes: number;
  readonly partitions: number;
  /** What segments are balanced by: bytes, partitions or tokens, the same for all ranges of a plan. */
  readonly weight: number;
}

/** Cassandra refuses a range whose start is its end, so the one range of a ring with one token goes as two halves. */
export function repairableRanges(partitioner: Partitioner, ranges: readonly TokenRange[]): TokenRange[] {
  const half = partitioner.ringSize / 2n;
  return ranges.flatMap((range) =>
    isWholeRing(range)
      ? [sliceRange(partitioner, range, 0n, half), sliceRange(partitioner, range, half, partitioner.ringSize)]
      : [range],
  );
}

export function totalWeight(loads: readonly RangeLoad[]): number {
  return loads.reduce((total, { weight }) => total + weight, 0);
}

export function totalWidth(loads: readonly RangeLoad[]): bigint {
  return loads.reduce((total, { width }) => total + width, 0n);
}

/** Cuts a piece of `tokens` tokens (1 … width − 1) off the beginning: [piece, rest]. */
export function cutLoad(partitioner: Partitioner, load: RangeLoad, tokens: bigint): [RangeLoad, RangeLoad] {
  const share = Number(tokens) / Number(load.width);
  return [portion(0n, tokens, share), portion(tokens, load.width, 1 - share)];

  function portion(from: bigint, to: bigint, part: number): RangeLoad {
    return {
      range: sliceRange(partitioner, load.range, from, to),
      width: to - from,
      bytes: load.bytes * part,
      partitions: load.partitions * part,
      weight: load.weight * part,
    };
  }
}
