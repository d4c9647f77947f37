import fc from 'fast-check';
import { rangeShare } from '@reaper-sidecar/segment-planner';
import { arbitraryPartitioner, arbitraryTokenRange } from '@reaper-sidecar/segment-planner/testing';
import { ageBuckets } from './age-buckets.js';
import { ageIntervals } from './age-map.js';

const cases = arbitraryPartitioner().chain((partitioner) =>
  fc.record({
    partitioner: fc.constant(partitioner),
    buckets: fc.integer({ min: 1, max: 70 }),
    credits: fc.array(
      fc.record({ range: arbitraryTokenRange(partitioner), startedAtMs: fc.integer({ min: 1, max: 9 }) }),
      { maxLength: 8 },
    ),
  }),
);

describe('ageBuckets', () => {
  it('divide the ring: their shares are those of the intervals, and the oldest of all is in one of them', () => {
    fc.assert(
      fc.property(cases, ({ partitioner, buckets, credits }) => {
        const intervals = ageIntervals(partitioner, credits);
        const found = ageBuckets(partitioner, intervals, buckets);
        expect(found).toHaveLength(buckets);
        const repaired = intervals.filter(({ startedAtMs }) => startedAtMs !== undefined);
        const share = repaired.reduce((sum, { range }) => sum + rangeShare(partitioner, range), 0);
        const sum = found.reduce((total, { repairedShare }) => total + repairedShare, 0);
        expect(sum / buckets).toBeCloseTo(share, 6);
        const oldest = Math.min(...repaired.map(({ startedAtMs }) => startedAtMs ?? 0));
        expect(Math.min(...found.map(({ oldestMs }) => oldestMs ?? Infinity))).toBe(oldest);
        for (const one of found) expect('oldestMs' in one).toBe(one.repairedShare > 0);
      }),
    );
  });
});
