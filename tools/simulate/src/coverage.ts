import { type TokenRange } from '@reaper-sidecar/segment-planner';

/** Part of the token line, (from, to]. */
interface Stretch {
  readonly from: bigint;
  readonly to: bigint;
}

/** Whether the ranges together hold all of `wanted`. Ranges may wrap around the end of the ring. */
export function covers(ranges: readonly TokenRange[], wanted: readonly TokenRange[], ends: Stretch): boolean {
  const held = ranges.flatMap((range) => stretches(range, ends)).sort((a, b) => (a.from < b.from ? -1 : 1));
  return wanted.flatMap((range) => stretches(range, ends)).every((one) => isHeld(held, one));
}

function stretches({ start, end }: TokenRange, { from, to }: Stretch): readonly Stretch[] {
  if (start < end) return [{ from: start, to: end }];
  return [
    { from: start, to },
    { from, to: end },
  ].filter((one) => one.from < one.to);
}

/** @param held sorted by begin */
function isHeld(held: readonly Stretch[], { from, to }: Stretch): boolean {
  let reached = from;
  for (const one of held) {
    if (one.from > reached) break;
    if (one.to > reached) reached = one.to;
    if (reached >= to) return true;
  }
  return reached >= to;
}
