import type { Partitioner } from '@reaper-sidecar/segment-planner';
import { type AgeInterval, stretches } from './age-map.js';

/** An equal slice of the token space. */
export interface AgeBucket {
  /** Start of the oldest repair in it, epoch ms; undefined when nothing of it was ever repaired. */
  readonly oldestMs?: number;
  /** Share of it of which a repair is known, 0 to 1. */
  readonly repairedShare: number;
}

/** Cuts the ring, from its smallest token, into equal slices. */
export function ageBuckets(
  partitioner: Partitioner,
  intervals: readonly AgeInterval[],
  count: number,
): readonly AgeBucket[] {
  const { ringSize } = partitioner;
  const total = BigInt(count);
  const borderOf = (index: bigint) => (ringSize * index) / total;
  const buckets = Array.from({ length: count }, () => ({ oldestMs: Number.POSITIVE_INFINITY, repaired: 0n }));
  for (const { range, startedAtMs } of intervals) {
    if (startedAtMs === undefined) continue;
    for (const { from, to } of stretches(partitioner, range)) {
      for (let index = (from * total) / ringSize; index < total && borderOf(index) < to; index++) {
        const begin = from > borderOf(index) ? from : borderOf(index);
        const end = to < borderOf(index + 1n) ? to : borderOf(index + 1n);
        const bucket = buckets[Number(index)];
        if (!bucket || begin >= end) continue;
        bucket.oldestMs = Math.min(bucket.oldestMs, startedAtMs);
        bucket.repaired += end - begin;
      }
    }
  }
  return buckets.map(({ oldestMs, repaired }, index) => ({
    ...(Number.isFinite(oldestMs) && { oldestMs }),
    repairedShare: Number(repaired) / Number(borderOf(BigInt(index) + 1n) - borderOf(BigInt(index))),
  }));
}
