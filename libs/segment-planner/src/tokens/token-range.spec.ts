import fc from 'fast-check';

import { arbitraryPartitioner, arbitraryToken, arbitraryTokenRange } from '../testing/index.js';
import { PARTITIONERS } from './partitioner.js';
import {
  formatRange,
  intersectRanges,
  parseRange,
  rangeContains,
  rangeEncloses,
  rangeShare,
  rangeWidth,
} from './token-range.js';

const { Murmur3Partitioner: murmur3, RandomPartitioner: random } = PARTITIONERS;
const max = murmur3.maxToken;
const min = murmur3.minToken;

/** Two ranges, and a token that is often at one of their borders. */
const twoRanges = arbitraryPartitioner().chain((partitioner) =>
  fc.record({ a: arbitraryTokenRange(partitioner), b: arbitraryTokenRange(partitioner) }).chain(({ a, b }) =>
    fc.record({
      partitioner: fc.constant(partitioner),
      a: fc.constant(a),
      b: fc.constantFrom(b, b, a, { start: a.start, end: b.end }, { start: b.start, end: a.end }),
      token: fc.oneof(arbitraryToken(partitioner), fc.constantFrom(a.start, a.end, b.start, b.end)),
    }),
  ),
);

describe('the text of a range', () => {
  it('is read back as the same range', () => {
    fc.assert(
      fc.property(twoRanges, ({ partitioner, a }) => {
        expect(parseRange(partitioner, formatRange(a))).toEqual(a);
      }),
    );
  });

  it('is start:end, as the repair option wants it', () => {
    expect(formatRange({ start: -5n, end: 12n })).toBe('-5:12');
  });

  it.each(['', ':', '5', '1:2:3', '1,2', '1:2,3:4'.repeat(50)])('is refused when it is not two tokens: %s', (text) => {
    expect(() => parseRange(murmur3, text)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^INVALID_(RANGE|TOKEN)$/) }),
    );
  });

  it.each([
    ['5:-1', { start: 5n, end: random.maxToken }],
    ['-1:5', { start: random.maxToken, end: 5n }],
    ['-1:-1', { start: random.maxToken, end: random.maxToken }],
  ])('may have the -1 of RandomPartitioner, where its ring begins and ends: %s', (text, range) => {
    expect(parseRange(random, text)).toEqual(range);
  });

  it('is refused when it holds no token, because that would read as the whole ring', () => {
    expect(() => parseRange(random, `${random.maxToken}:-1`)).toThrow(
      expect.objectContaining({ code: 'INVALID_RANGE' }),
    );
  });
});

describe('rangeWidth', () => {
  it.each([
    [0n, 10n, 10n],
    [0n, 1n, 1n],
    [max, min, 1n],
    [max - 1n, min + 1n, 3n],
    [min, max, murmur3.ringSize - 1n],
    [7n, 7n, murmur3.ringSize],
    [min, min, murmur3.ringSize],
    [5n, 4n, murmur3.ringSize - 1n],
  ])('of (%s, %s] is %s', (start, end, width) => {
    expect(rangeWidth(murmur3, { start, end })).toBe(width);
  });

  it('is told as a share of the ring too', () => {
    expect(rangeShare(murmur3, { start: min, end: -1n })).toBeCloseTo(0.5);
    expect(rangeShare(murmur3, { start: 0n, end: 0n })).toBe(1);
  });
});

describe('rangeContains', () => {
  it.each([
    [0n, 10n, 0n, false],
    [0n, 10n, 1n, true],
    [0n, 10n, 10n, true],
    [0n, 10n, 11n, false],
    [10n, 0n, 10n, false],
    [10n, 0n, 11n, true],
    [10n, 0n, min, true],
    [10n, 0n, 0n, true],
    [10n, 0n, 1n, false],
    [10n, min, max, true],
    [10n, min, 10n, false],
    [7n, 7n, 7n, true],
    [7n, 7n, 8n, true],
  ])('(%s, %s] and %s: %s', (start, end, token, contains) => {
    expect(rangeContains({ start, end }, token)).toBe(contains);
  });
});

describe('intersectRanges', () => {
  it('has exactly the tokens that are in both', () => {
    fc.assert(
      fc.property(twoRanges, ({ partitioner, a, b, token }) => {
        const holders = intersectRanges(partitioner, a, b).filter((piece) => rangeContains(piece, token));
        expect(holders).toHaveLength(rangeContains(a, token) && rangeContains(b, token) ? 1 : 0);
      }),
      { numRuns: 500 },
    );
  });

  it('gives two ranges when the overlap is at both ends', () => {
    expect(intersectRanges(murmur3, { start: 0n, end: 100n }, { start: 90n, end: 10n })).toEqual([
      { start: 0n, end: 10n },
      { start: 90n, end: 100n },
    ]);
  });

  it('gives nothing for neighbours', () => {
    expect(intersectRanges(murmur3, { start: 0n, end: 10n }, { start: 10n, end: 20n })).toEqual([]);
  });
});

describe('rangeEncloses', () => {
  it('is true exactly when the intersection is as wide as the inner range', () => {
    fc.assert(
      fc.property(twoRanges, ({ partitioner, a, b }) => {
        const common = intersectRanges(partitioner, a, b);
        const width = common.reduce((sum, piece) => sum + rangeWidth(partitioner, piece), 0n);
        const isInner = common.length === 1 && width === rangeWidth(partitioner, b);
        expect(rangeEncloses(partitioner, a, b)).toBe(isInner);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [10n, 0n, 20n, 30n, true],
    [10n, 0n, 20n, 0n, true],
    [10n, 0n, 10n, min, true],
    [10n, 0n, min, 0n, true],
    [10n, 0n, min, 1n, false],
    [10n, 0n, 9n, 20n, false],
    [0n, 10n, 10n, 0n, false],
    [0n, 10n, 5n, 4n, false],
    [0n, 0n, 15n, 5n, true],
    [0n, 10n, 3n, 3n, false],
  ])('(%s, %s] and (%s, %s]: %s', (start, end, innerStart, innerEnd, encloses) => {
    expect(rangeEncloses(murmur3, { start, end }, { start: innerStart, end: innerEnd })).toBe(encloses);
  });
});
