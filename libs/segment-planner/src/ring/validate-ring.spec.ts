import fc from 'fast-check';

import { PlannerError, type PlannerProblem } from '../planner-error.js';
import { arbitraryRing, arbitraryToken, arbitraryTokenRange } from '../testing/index.js';
import { PARTITIONERS } from '../tokens/partitioner.js';
import { parseRange, rangeContains, type TokenRange } from '../tokens/token-range.js';
import { validateRing } from './validate-ring.js';

const { Murmur3Partitioner: murmur3, RandomPartitioner: random } = PARTITIONERS;

describe('validateRing', () => {
  it('accepts every ring Cassandra can have', () => {
    fc.assert(fc.property(arbitraryRing(), ({ partitioner, ring }) => validateRing(partitioner, ring)));
  });

  it('names exactly the tokens that are covered not once', () => {
    const cases = fc.constantFrom(murmur3, random).chain((partitioner) =>
      fc.array(arbitraryTokenRange(partitioner), { minLength: 1, maxLength: 5 }).chain((ranges) =>
        fc.record({
          partitioner: fc.constant(partitioner),
          ranges: fc.constant(ranges),
          token: fc.oneof(
            arbitraryToken(partitioner),
            fc.constantFrom(...ranges.flatMap(({ start, end }) => [start, end])),
          ),
        }),
      ),
    );
    fc.assert(
      fc.property(cases, ({ partitioner, ranges, token }) => {
        const problems = problemsOf(partitioner, ranges);
        const named = (code: string) =>
          problems.some(
            (problem) =>
              problem.code === code && rangeContains(parseRange(partitioner, String(problem.details['range'])), token),
          );
        const covered = ranges.filter((range) => rangeContains(range, token)).length;
        expect({ gap: named('RING_GAP'), overlap: named('RING_OVERLAP') }).toEqual({
          gap: covered === 0,
          overlap: covered > 1,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['one token', [[5, 5]]],
    ['one token at the beginning of the ring', [['min', 'min']]],
    [
      'no range that wraps',
      [
        ['min', 0],
        [0, 'min'],
      ],
    ],
    [
      'a range of one token',
      [
        [0, 1],
        [1, 0],
      ],
    ],
  ])('accepts a ring with %s', (_, borders) => {
    expect(problemsOf(murmur3, rangesOf(borders))).toEqual([]);
  });

  it.each([
    [
      'a gap',
      [
        [0, 10],
        [20, 0],
      ],
      ['RING_GAP 10:20'],
    ],
    [
      'a gap across the end of the ring',
      [
        [0, 10],
        [10, 20],
      ],
      ['RING_GAP 20:0'],
    ],
    [
      'a gap behind a range that overlaps',
      [
        [0, 30],
        [10, 20],
        [40, 0],
      ],
      ['RING_OVERLAP 10:20', 'RING_GAP 30:40'],
    ],
    [
      'an overlap',
      [
        [0, 20],
        [10, 0],
      ],
      ['RING_OVERLAP 10:20'],
    ],
    [
      'an overlap across the end of the ring',
      [
        [0, 10],
        [10, 5],
      ],
      ['RING_OVERLAP 0:5'],
    ],
    [
      'the same range twice',
      [
        [0, 10],
        [0, 10],
        [10, 0],
      ],
      ['RING_OVERLAP 0:10'],
    ],
    [
      'the whole ring twice',
      [
        [0, 0],
        [0, 0],
      ],
      ['RING_OVERLAP 0:0'],
    ],
  ])('names %s', (_, borders, expected) => {
    const problems = problemsOf(murmur3, rangesOf(borders));
    expect(problems.map(({ code, details }) => `${code} ${String(details['range'])}`)).toEqual(expected);
  });

  it('refuses an empty ring', () => {
    expect(() => validateRing(murmur3, [])).toThrow(expect.objectContaining({ code: 'RING_GAP', retryable: true }));
  });

  it('refuses tokens of another partitioner', () => {
    const token = 2n ** 63n;
    expect(() => validateRing(murmur3, [{ range: { start: token, end: token }, replicas: [] }])).toThrow(
      expect.objectContaining({
        code: 'INVALID_RANGE',
        details: expect.objectContaining({ range: `${token}:${token}` }),
      }),
    );
  });

  it('refuses a replica that is named twice, which would hide a replication factor of one', () => {
    expect(() => validateRing(murmur3, [{ range: { start: 0n, end: 0n }, replicas: ['a', 'a'] }])).toThrow(
      expect.objectContaining({
        code: 'INVALID_REQUEST',
        details: { field: 'ring', range: '0:0', replicas: ['a', 'a'] },
      }),
    );
  });

  it('reports at most twenty problems', () => {
    const broken = Array.from({ length: 100 }, (_, index) => ({
      start: BigInt(10 * index),
      end: BigInt(10 * index + 5),
    }));
    expect(problemsOf(murmur3, broken)).toHaveLength(20);
  });

  it('refuses more ranges than any cluster has', () => {
    const ring = new Array(512_001).fill({ range: { start: 0n, end: 0n }, replicas: [] });
    expect(() => validateRing(murmur3, ring)).toThrow(expect.objectContaining({ code: 'INPUT_TOO_LARGE' }));
  });
});

function rangesOf(borders: (number | string)[][]): TokenRange[] {
  const token = (border: number | string = 0) => (border === 'min' ? murmur3.minToken : BigInt(border));
  return borders.map(([start, end]) => ({ start: token(start), end: token(end) }));
}

function problemsOf(partitioner: typeof murmur3, ranges: readonly TokenRange[]): readonly PlannerProblem[] {
  try {
    validateRing(
      partitioner,
      ranges.map((range) => ({ range, replicas: [] })),
    );
    return [];
  } catch (error) {
    if (error instanceof PlannerError) return error.problems;
    throw error;
  }
}
