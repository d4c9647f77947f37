import { PlannerError, problem } from '../planner-error.js';
import { type Token } from '../tokens/partitioner.js';
import { formatRange, rangeContains, type TokenRange } from '../tokens/token-range.js';
import { replicaSetKey, sortHostIds, type ReplicatedRange } from './replicated-range.js';

/** Ranges that today have one replica set. */
export interface RemappedRanges {
  readonly ranges: readonly TokenRange[];
  /** All current replicas, sorted; filters of the repair unit are not applied. */
  readonly replicas: readonly string[];
}

/**
 * Cuts ranges, planned on an older ring, at the borders of the current ring, and groups the pieces by their current
 * replica set. The pieces cover exactly the tokens of `ranges`. Groups and pieces keep the order of `ranges`.
 *
 * To remap many segments on one ring, use {@link createRangeRemapper}: it sorts the ring once.
 *
 * @param ring the current ring, valid by `validateRing`
 * @throws PlannerError RING_GAP when the ring does not cover a range
 */
export function remapRanges(ranges: readonly TokenRange[], ring: readonly ReplicatedRange[]): RemappedRanges[] {
  return createRangeRemapper(ring)(ranges);
}

/** @see remapRanges */
export function createRangeRemapper(
  ring: readonly ReplicatedRange[],
): (ranges: readonly TokenRange[]) => RemappedRanges[] {
  const byEnd = [...ring].sort((a, b) => (a.range.end < b.range.end ? -1 : a.range.end > b.range.end ? 1 : 0));
  return (ranges) => groupByReplicas(ranges.flatMap((range) => cutAtBorders(range, byEnd)));
}

function cutAtBorders(range: TokenRange, byEnd: readonly ReplicatedRange[]): ReplicatedRange[] {
  const pieces: ReplicatedRange[] = [];
  let start = range.start;
  for (let index = indexAfter(byEnd, start); ; index++) {
    const owner = byEnd[index % byEnd.length];
    if (owner === undefined || !startsInside(owner.range, start)) throw notCovered({ start, end: range.end });
    const border = owner.range.end;
    const isLast = border === range.end || !rangeContains({ start, end: range.end }, border);
    pieces.push({ range: { start, end: isLast ? range.end : border }, replicas: owner.replicas });
    if (isLast) return pieces;
    start = border;
  }
}

/** Index of the first range that ends after the token; past the last one the ring begins again. */
function indexAfter(byEnd: readonly ReplicatedRange[], token: Token): number {
  let low = 0;
  let high = byEnd.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((byEnd[middle] as ReplicatedRange).range.end > token) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether the token right after `start` belongs to the range. */
function startsInside(range: TokenRange, start: Token): boolean {
  return start === range.start || (start !== range.end && rangeContains(range, start));
}

function notCovered(range: TokenRange): PlannerError {
  const text = formatRange(range);
  const message = `The current ring does not cover the beginning of ${text}; read the ring again when no node is joining, leaving or moving`;
  return new PlannerError([problem('RING_GAP', message, { range: text })]);
}

function groupByReplicas(pieces: readonly ReplicatedRange[]): RemappedRanges[] {
  const groups = new Map<string, { ranges: TokenRange[]; replicas: string[] }>();
  for (const piece of pieces) {
    const replicas = sortHostIds(piece.replicas);
    const key = replicaSetKey(replicas);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ranges: [piece.range], replicas });
    else group.ranges.push(piece.range);
  }
  return [...groups.values()];
}
