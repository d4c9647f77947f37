import { type Partitioner, type Token, type TokenRange } from '@reaper-sidecar/segment-planner';

/** A successful repair of one range: when it started, epoch ms. */
export interface Credit {
  readonly range: TokenRange;
  readonly startedAtMs: number;
}

/** Part of the ring with the newest repair that covers it; without a time it was never repaired as far as is known. */
export interface AgeInterval {
  readonly range: TokenRange;
  readonly startedAtMs?: number;
}

/** Positions from `from` up to, not including, `to`; the ring counts from its smallest token. */
export interface Stretch {
  readonly from: bigint;
  readonly to: bigint;
}

/** One piece between two borders of credits. */
interface Cell extends Stretch {
  startedAtMs: number | undefined;
  /** Index of the credit it has its time of. */
  owner: number | undefined;
}

/**
 * The whole ring in ring order, every token with the newest start over all credits that cover it. Neighbours of equal
 * time are one interval, also over the end of the ring.
 */
export function ageIntervals(partitioner: Partitioner, credits: readonly Credit[]): readonly AgeInterval[] {
  return merge(partitioner, paint(partitioner, credits));
}

/** The same without what was never repaired, as the fewest credits that say the same. */
export function mergeCredits(partitioner: Partitioner, credits: readonly Credit[]): readonly Credit[] {
  return ageIntervals(partitioner, credits).filter((one): one is Credit => one.startedAtMs !== undefined);
}

/** Whether each credit is the newest one for at least one token; of equal ones the first counts. */
export function visibleCredits(partitioner: Partitioner, credits: readonly Credit[]): readonly boolean[] {
  const owners = new Set(paint(partitioner, credits).map(({ owner }) => owner));
  return credits.map((_, index) => owners.has(index));
}

/** Answers for the oldest start within a range; undefined when part of it was never repaired. */
export function oldestLookup(
  partitioner: Partitioner,
  intervals: readonly AgeInterval[],
): (range: TokenRange) => number | undefined {
  const sorted = intervals.flatMap(({ range, startedAtMs }) =>
    stretches(partitioner, range).map((stretch) => ({ ...stretch, startedAtMs })),
  );
  sorted.sort((a, b) => (a.from < b.from ? -1 : 1));
  return (range) => oldestOf(stretches(partitioner, range).flatMap((wanted) => timesWithin(sorted, wanted)));
}

interface TimedStretch extends Stretch {
  readonly startedAtMs: number | undefined;
}

function timesWithin(sorted: readonly TimedStretch[], { from, to }: Stretch) {
  const times: (number | undefined)[] = [];
  for (let index = lastAtOrBefore(sorted, from); index < sorted.length; index++) {
    const one = sorted[index];
    if (!one || one.from >= to) break;
    times.push(one.startedAtMs);
  }
  return times;
}

function lastAtOrBefore(sorted: readonly Stretch[], position: bigint): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((sorted[middle]?.from ?? 0n) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Undefined when one is undefined or there is none. */
export function oldestOf(times: readonly (number | undefined)[]): number | undefined {
  let oldest = Number.POSITIVE_INFINITY;
  for (const time of times) {
    if (time === undefined) return undefined;
    oldest = Math.min(oldest, time);
  }
  return Number.isFinite(oldest) ? oldest : undefined;
}

function paint(partitioner: Partitioner, credits: readonly Credit[]): readonly Cell[] {
  const placed = credits.map(({ range }) => stretches(partitioner, range));
  const cells = cut(partitioner, placed.flat());
  const next = cells.map((_, index) => index);
  const indexOf = new Map(cells.map(({ from }, index) => [from, index]));
  const newestFirst = [...credits.keys()].sort((a, b) => startOf(credits, b) - startOf(credits, a) || a - b);
  for (const owner of newestFirst) {
    for (const { from, to } of placed[owner] ?? []) {
      for (let at = free(next, indexOf.get(from) ?? cells.length); ; at = free(next, at)) {
        const cell = cells[at];
        if (!cell || cell.from >= to) break;
        cell.startedAtMs = startOf(credits, owner);
        cell.owner = owner;
        next[at] = at + 1;
      }
    }
  }
  return cells;
}

function startOf(credits: readonly Credit[], index: number): number {
  return credits[index]?.startedAtMs ?? 0;
}

/** First cell from `index` on that has no time yet; shortens the way for the next who asks. */
function free(next: number[], index: number): number {
  let root = index;
  while (root < next.length && next[root] !== root) root = next[root] ?? next.length;
  for (let at = index; at < root;) {
    const following = next[at] ?? root;
    next[at] = root;
    at = following;
  }
  return root;
}

function cut({ ringSize }: Partitioner, placed: readonly Stretch[]): Cell[] {
  const borders = [...new Set([0n, ...placed.flatMap(({ from, to }) => [from, to])])].filter((one) => one < ringSize);
  borders.sort((a, b) => (a < b ? -1 : 1));
  return borders.map((from, index) => ({
    from,
    to: borders[index + 1] ?? ringSize,
    startedAtMs: undefined,
    owner: undefined,
  }));
}

function merge(partitioner: Partitioner, cells: readonly Cell[]): readonly AgeInterval[] {
  const merged: { from: bigint; to: bigint; startedAtMs: number | undefined }[] = [];
  for (const { from, to, startedAtMs } of cells) {
    const last = merged.at(-1);
    if (last && last.startedAtMs === startedAtMs) last.to = to;
    else merged.push({ from, to, startedAtMs });
  }
  const [first] = merged;
  const last = merged.at(-1);
  if (first && last && first !== last && first.startedAtMs === last.startedAtMs) {
    first.from = last.from;
    merged.pop();
  }
  return merged.map(({ from, to, startedAtMs }) => ({
    range: { start: tokenBefore(partitioner, from), end: tokenBefore(partitioner, to) },
    ...(startedAtMs !== undefined && { startedAtMs }),
  }));
}

/** A range is (start, end]; where it goes past the end of the ring it is two stretches. */
export function stretches({ minToken, ringSize }: Partitioner, { start, end }: TokenRange): readonly Stretch[] {
  const from = start - minToken + 1n;
  const to = end - minToken + 1n;
  if (from < to) return [{ from, to }];
  return [
    { from, to: ringSize },
    { from: 0n, to },
  ].filter((one) => one.from < one.to);
}

function tokenBefore({ minToken, maxToken }: Partitioner, position: bigint): Token {
  return position === 0n ? maxToken : minToken + position - 1n;
}
