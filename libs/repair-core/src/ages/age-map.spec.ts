import fc from 'fast-check';
import { PARTITIONERS, type Partitioner, rangeContains, rangeShare } from '@reaper-sidecar/segment-planner';
import { arbitraryPartitioner, arbitraryToken, arbitraryTokenRange } from '@reaper-sidecar/segment-planner/testing';
import { ageIntervals, type Credit, mergeCredits, oldestLookup, visibleCredits } from './age-map.js';

const { Murmur3Partitioner: murmur3 } = PARTITIONERS;

const arbitraryCredits = (partitioner: Partitioner) =>
  fc.array(fc.record({ range: arbitraryTokenRange(partitioner), startedAtMs: fc.integer({ min: 1, max: 9 }) }), {
    maxLength: 12,
  });

const cases = arbitraryPartitioner().chain((partitioner) =>
  fc.record({
    partitioner: fc.constant(partitioner),
    credits: arbitraryCredits(partitioner),
    tokens: fc.array(arbitraryToken(partitioner), { minLength: 1, maxLength: 20 }),
  }),
);

function newestAt(credits: readonly Credit[], token: bigint): number | undefined {
  const times = credits.filter(({ range }) => rangeContains(range, token)).map(({ startedAtMs }) => startedAtMs);
  return times.length === 0 ? undefined : Math.max(...times);
}

/** Tokens where something may change. */
function critical({
  credits,
  tokens,
  partitioner,
}: {
  credits: readonly Credit[];
  tokens: readonly bigint[];
  partitioner: Partitioner;
}) {
  const { minToken, maxToken } = partitioner;
  const borders = credits.flatMap(({ range: { start, end } }) => [start, end, start + 1n, end + 1n]);
  return [...tokens, ...borders, minToken, maxToken].filter((one) => one >= minToken && one <= maxToken);
}

describe('ageIntervals', () => {
  it('gives every token the newest start over all credits that cover it, once', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const intervals = ageIntervals(one.partitioner, one.credits);
        for (const token of critical(one)) {
          const found = intervals.filter(({ range }) => rangeContains(range, token));
          expect(found).toHaveLength(1);
          expect(found[0]?.startedAtMs).toBe(newestAt(one.credits, token));
        }
        const share = intervals.reduce((sum, { range }) => sum + rangeShare(one.partitioner, range), 0);
        expect(share).toBeCloseTo(1);
      }),
    );
  });

  it('has no neighbours of equal time, so that its length is bounded by the borders', () => {
    fc.assert(
      fc.property(cases, ({ partitioner, credits }) => {
        const intervals = ageIntervals(partitioner, credits);
        expect(intervals.length).toBeLessThanOrEqual(Math.max(1, 2 * credits.length + 1));
        if (intervals.length === 1) return;
        intervals.forEach(({ startedAtMs, range }, index) => {
          const following = intervals[(index + 1) % intervals.length];
          expect(following?.range.start).toBe(range.end);
          expect(following?.startedAtMs).not.toBe(startedAtMs);
        });
      }),
    );
  });

  it('is the whole ring without a time when nothing was repaired', () => {
    const { maxToken } = murmur3;
    expect(ageIntervals(murmur3, [])).toEqual([{ range: { start: maxToken, end: maxToken } }]);
  });
});

describe('mergeCredits', () => {
  it('says the same with fewer credits, also when more come later', () => {
    fc.assert(
      fc.property(cases, cases, (one, { credits }) => {
        const later =
          one.partitioner === murmur3
            ? credits.filter(
                ({ range }) =>
                  range.start >= murmur3.minToken &&
                  range.start <= murmur3.maxToken &&
                  range.end >= murmur3.minToken &&
                  range.end <= murmur3.maxToken,
              )
            : [];
        const merged = mergeCredits(one.partitioner, one.credits);
        const all = [...one.credits, ...later];
        for (const token of critical({ ...one, credits: all })) {
          expect(newestAt([...merged, ...later], token)).toBe(newestAt(all, token));
        }
      }),
    );
  });
});

describe('visibleCredits', () => {
  it('tells which credits can go without a token becoming older', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const visible = visibleCredits(one.partitioner, one.credits);
        const kept = one.credits.filter((_, index) => visible[index]);
        for (const token of critical(one)) expect(newestAt(kept, token)).toBe(newestAt(one.credits, token));
      }),
    );
  });
});

describe('oldestLookup', () => {
  const intervals = ageIntervals(murmur3, [
    { range: { start: 0n, end: 100n }, startedAtMs: 5 },
    { range: { start: 50n, end: 200n }, startedAtMs: 7 },
    { range: { start: murmur3.maxToken - 5n, end: murmur3.minToken + 5n }, startedAtMs: 3 },
  ]);

  it.each([
    [0n, 50n, 5],
    [50n, 200n, 7],
    [10n, 200n, 5],
    [150n, 201n, undefined],
    [murmur3.maxToken - 5n, murmur3.minToken + 5n, 3],
    [murmur3.maxToken, murmur3.maxToken, undefined],
  ])('(%s, %s] is %s', (start, end, oldest) => {
    expect(oldestLookup(murmur3, intervals)({ start, end })).toBe(oldest);
  });
});
