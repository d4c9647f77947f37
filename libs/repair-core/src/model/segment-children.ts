import { formatRange, type PlannedSegment, type TokenRange } from '@reaper-sidecar/segment-planner';

/**
 * Tells the ranges of a child apart from those of another segment that got the same number from a leader of the same
 * time. Written with the outcome that names the child.
 */
export function childKey({ ranges }: Pick<PlannedSegment, 'ranges'>): string {
  const [first] = ranges;
  const last = ranges.at(-1);
  return [
    ...[first, last].flatMap((range) => (range ? [formatRange(range)] : [])),
    ranges.length,
    widthOf(ranges),
  ].join('/');
}

/** Differences of the borders added up; only equality counts, so a range over the end of the ring may be negative. */
function widthOf(ranges: readonly TokenRange[]): bigint {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0n);
}
