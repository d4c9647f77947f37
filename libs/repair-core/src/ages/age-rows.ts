import { formatRange, parseRange, type Partitioner, PlannerError } from '@reaper-sidecar/segment-planner';
import type { Credit } from './age-map.js';
import type { AgeRow } from './repair-age-store.js';

/** Rows of each table as credits. A row whose range is none of this partitioner says nothing. */
export function creditsByTable(
  partitioner: Partitioner,
  rows: readonly AgeRow[],
): ReadonlyMap<string, readonly Credit[]> {
  const tables = new Map<string, Credit[]>();
  for (const row of rows) {
    const credit = creditOf(partitioner, row);
    if (!credit) continue;
    const known = tables.get(row.table);
    if (known) known.push(credit);
    else tables.set(row.table, [credit]);
  }
  return tables;
}

export function rowsOf(table: string, credits: readonly Credit[]): readonly AgeRow[] {
  return credits.map(({ range, startedAtMs }) => ({ table, range: formatRange(range), startedAtMs }));
}

function creditOf(partitioner: Partitioner, { range, startedAtMs }: AgeRow): Credit | undefined {
  try {
    return { range: parseRange(partitioner, range), startedAtMs };
  } catch (error) {
    if (error instanceof PlannerError) return undefined;
    throw error;
  }
}
