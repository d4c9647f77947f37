import { formatRange, type Partitioner } from '@reaper-sidecar/segment-planner';
import { ageIntervals, type Credit, mergeCredits, oldestLookup, visibleCredits } from './age-map.js';

/** Rows of a table above which times are made coarser. */
const MOST_ROWS = 4_096;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A coarser time is an earlier one: an age is never told younger than it is. */
const GRIDS_MS = [1, MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS, 24 * HOUR_MS];

/** Fewer rows that say the same as the present ones of a table. */
export interface Coalescing {
  /** To be written first. */
  readonly write: readonly Credit[];
  /** May go where {@link removable} allows it after the write. */
  readonly remove: readonly Credit[];
  /** How much earlier a time may be told. */
  readonly gridMs: number;
}

/** @returns undefined when there is nothing to gain */
export function planCoalescing(
  partitioner: Partitioner,
  rows: readonly Credit[],
  mostRows = MOST_ROWS,
): Coalescing | undefined {
  const visible = visibleCredits(partitioner, rows);
  const hidden = rows.filter((_, index) => !visible[index]);
  const { credits, gridMs } = coarsest(partitioner, rows, mostRows);
  if (credits.length < rows.length - hidden.length) {
    const wanted = new Set(credits.map(keyOf));
    const present = new Set(rows.map(keyOf));
    const write = credits.filter((one) => !present.has(keyOf(one)));
    return { write, remove: rows.filter((one) => !wanted.has(keyOf(one))), gridMs };
  }
  return hidden.length > 0 ? { write: [], remove: hidden, gridMs: 1 } : undefined;
}

/**
 * Those of `remove` whose tokens others of `rows` cover with a time as new, as far as the grid tells. Asked of rows that
 * were read after the write: a row that was once removed may stay invisible when it is written again.
 */
export function removable(
  partitioner: Partitioner,
  rows: readonly Credit[],
  { remove, gridMs }: Coalescing,
): readonly Credit[] {
  const leaving = new Set(remove.map(keyOf));
  const staying = rows.filter((one) => !leaving.has(keyOf(one)));
  const oldestOf = oldestLookup(partitioner, ageIntervals(partitioner, staying));
  return remove.filter(({ range, startedAtMs }) => (oldestOf(range) ?? -1) >= onGrid(startedAtMs, gridMs));
}

function coarsest(partitioner: Partitioner, rows: readonly Credit[], mostRows: number) {
  let found: { readonly credits: readonly Credit[]; readonly gridMs: number } = { credits: rows, gridMs: 1 };
  for (const gridMs of GRIDS_MS) {
    const credits = mergeCredits(
      partitioner,
      rows.map(({ range, startedAtMs }) => ({ range, startedAtMs: onGrid(startedAtMs, gridMs) })),
    );
    found = { credits, gridMs };
    if (credits.length <= mostRows) break;
  }
  return found;
}

function onGrid(ms: number, gridMs: number): number {
  return Math.floor(ms / gridMs) * gridMs;
}

function keyOf({ range, startedAtMs }: Credit): string {
  return `${formatRange(range)}@${startedAtMs}`;
}
