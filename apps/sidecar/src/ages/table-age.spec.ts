import { PARTITIONERS } from '@reaper-sidecar/segment-planner';
import { byUrgency, tableAge } from './table-age.js';

const { Murmur3Partitioner: partitioner } = PARTITIONERS;
const { maxToken, minToken } = partitioner;
const DAY_MS = 86_400_000;
const NOW_MS = 100 * DAY_MS;

const age = (agesDays: readonly number[], gcGraceDays = 10, table = 'carts') => {
  const halves = [
    { start: maxToken, end: 0n },
    { start: 0n, end: maxToken },
  ];
  const credits = agesDays.map((days, index) => ({
    range: halves[index] ?? { start: minToken, end: minToken },
    startedAtMs: NOW_MS - days * DAY_MS,
  }));
  return tableAge({ keyspace: 'shop', table, gcGraceSeconds: gcGraceDays * 86_400 }, credits, partitioner, NOW_MS);
};

describe('the age of a table', () => {
  it.each([
    ['ok', [1, 7]],
    ['warning', [1, 8]],
    ['overdue', [11, 1]],
    ['never', [1]],
    ['never', []],
  ])('is %s after %s days', (state, days) => {
    expect(age(days)).toMatchObject({ state });
  });

  it('is that of its oldest range', () => {
    expect(age([3, 5])).toMatchObject({
      oldestMs: NOW_MS - 5 * DAY_MS,
      deadlineMs: NOW_MS + 5 * DAY_MS,
      neverRepairedShare: 0,
    });
  });

  it('has no deadline while part of it was never repaired, and says how much', () => {
    const half = age([1]);
    expect(half.neverRepairedShare).toBeCloseTo(0.5);
    expect(half).not.toHaveProperty('oldestMs');
    expect(half).not.toHaveProperty('deadlineMs');
    expect(age([]).neverRepairedShare).toBe(1);
  });

  it('has no deadline with gc_grace 0', () => {
    expect(age([50, 50], 0)).toMatchObject({ state: 'ok' });
    expect(age([50, 50], 0)).not.toHaveProperty('deadlineMs');
  });

  it('is listed with the most urgent first', () => {
    const tables = [
      age([1, 1], 10, 'a'),
      age([9, 9], 10, 'b'),
      age([], 10, 'c'),
      age([20, 1], 10, 'd'),
      age([1, 1], 0, 'e'),
    ];
    expect(tables.sort(byUrgency).map(({ table }) => table)).toEqual(['c', 'd', 'b', 'a', 'e']);
  });
});
