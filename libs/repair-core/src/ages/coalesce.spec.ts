import fc from 'fast-check';
import { formatRange, PARTITIONERS, rangeContains } from '@reaper-sidecar/segment-planner';
import { arbitraryTokenRange } from '@reaper-sidecar/segment-planner/testing';
import type { Credit } from './age-map.js';
import { planCoalescing, removable } from './coalesce.js';

const { Murmur3Partitioner: murmur3 } = PARTITIONERS;

const arbitraryRows = fc
  .array(fc.record({ range: arbitraryTokenRange(murmur3), startedAtMs: fc.integer({ min: 1, max: 200_000 }) }), {
    maxLength: 12,
  })
  .map((rows) => [...new Map(rows.map((row) => [formatRange(row.range), row])).values()]);

function newestAt(rows: readonly Credit[], token: bigint): number {
  return Math.max(0, ...rows.filter(({ range }) => rangeContains(range, token)).map(({ startedAtMs }) => startedAtMs));
}

function tokensOf(rows: readonly Credit[]): readonly bigint[] {
  return rows.flatMap(({ range: { start, end } }) => [
    end,
    start,
    start === murmur3.maxToken ? murmur3.minToken : start + 1n,
  ]);
}

/** As the table does: of one range the newer row stays. */
function write(rows: readonly Credit[], more: readonly Credit[]): readonly Credit[] {
  const byRange = new Map(rows.map((row) => [formatRange(row.range), row]));
  for (const row of more) {
    const known = byRange.get(formatRange(row.range));
    if (!known || known.startedAtMs < row.startedAtMs) byRange.set(formatRange(row.range), row);
  }
  return [...byRange.values()];
}

describe('coalescing', () => {
  it('leaves every token as old as it was', () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        const plan = planCoalescing(murmur3, rows);
        if (!plan) return;
        const written = write(rows, plan.write);
        const gone = new Set(removable(murmur3, written, plan));
        const left = written.filter((row) => ![...gone].some((one) => one === row));
        for (const token of tokensOf(rows)) expect(newestAt(left, token)).toBe(newestAt(rows, token));
        expect(left.length).toBeLessThan(rows.length);
      }),
    );
  });

  it('never makes a token younger, nor older than the grid, when there are too many rows', () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        const plan = planCoalescing(murmur3, rows, 2);
        if (!plan) return;
        const written = write(rows, plan.write);
        const gone = removable(murmur3, written, plan);
        const left = written.filter((row) => !gone.includes(row));
        for (const token of tokensOf(rows)) {
          const before = newestAt(rows, token);
          expect(newestAt(left, token)).toBeLessThanOrEqual(before);
          expect(newestAt(left, token)).toBeGreaterThanOrEqual(before - plan.gridMs + 1 - (before === 0 ? 1 : 0));
        }
      }),
    );
  });

  it('takes nothing away for a row that did not become visible', () => {
    const rows = [
      { range: { start: 0n, end: 10n }, startedAtMs: 5 },
      { range: { start: 10n, end: 20n }, startedAtMs: 5 },
    ];
    const plan = planCoalescing(murmur3, rows);
    expect(plan?.write).toEqual([{ range: { start: 0n, end: 20n }, startedAtMs: 5 }]);
    expect(plan && removable(murmur3, rows, plan)).toEqual([]);
    expect(plan && removable(murmur3, [...rows, ...plan.write], plan)).toEqual(rows);
  });

  it('has nothing to do for rows that are as few as they can be', () => {
    expect(planCoalescing(murmur3, [])).toBeUndefined();
    expect(planCoalescing(murmur3, [{ range: { start: 0n, end: 10n }, startedAtMs: 5 }])).toBeUndefined();
  });

  it('bounds the rows of a ring that was repaired in many pieces', () => {
    const pieces = Array.from({ length: 9_000 }, (_, n) => ({
      range: { start: BigInt(n) * 1_000n, end: BigInt(n + 1) * 1_000n },
      startedAtMs: 1_700_000_000_000 + n * 500,
    }));
    const plan = planCoalescing(murmur3, pieces);
    expect(plan?.write.length).toBeLessThanOrEqual(4_096);
    expect(plan?.gridMs).toBe(60_000);
  });
});
