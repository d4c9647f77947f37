import fc from 'fast-check';

import { arbitraryPartitioner, arbitraryTokenRange } from '../testing/index.js';
import { PARTITIONERS } from './partitioner.js';
import { splitRange } from './split-range.js';
import { rangeWidth } from './token-range.js';

const { Murmur3Partitioner: murmur3 } = PARTITIONERS;

describe('splitRange', () => {
  it('gives adjacent pieces of equal width that cover the range', () => {
    const cases = arbitraryPartitioner().chain((partitioner) =>
      fc.record({
        partitioner: fc.constant(partitioner),
        range: arbitraryTokenRange(partitioner),
        parts: fc.integer({ min: 1, max: 60 }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ partitioner, range, parts }) => {
        const pieces = splitRange(partitioner, range, parts);
        const widths = pieces.map((piece) => rangeWidth(partitioner, piece));
        const width = rangeWidth(partitioner, range);

        expect(pieces).toHaveLength(width < BigInt(parts) ? Number(width) : parts);
        expect(pieces[0]?.start).toBe(range.start);
        expect(pieces.at(-1)?.end).toBe(range.end);
        pieces.slice(1).forEach((piece, index) => expect(piece.start).toBe(pieces[index]?.end));
        expect(widths.reduce((sum, one) => sum + one, 0n)).toBe(width);
        const even = width / BigInt(pieces.length);
        for (const one of widths) expect([even, even + 1n]).toContain(one);
      }),
    );
  });

  it('gives one piece per token when there are fewer tokens than parts', () => {
    expect(splitRange(murmur3, { start: 5n, end: 7n }, 10)).toEqual([
      { start: 5n, end: 6n },
      { start: 6n, end: 7n },
    ]);
  });

  it('splits across the end of the ring', () => {
    const { minToken, maxToken } = murmur3;
    expect(splitRange(murmur3, { start: maxToken - 2n, end: minToken + 3n }, 2)).toEqual([
      { start: maxToken - 2n, end: minToken },
      { start: minToken, end: minToken + 3n },
    ]);
  });

  it.each([0, -1, 1.5, NaN, Infinity, 1_000_001])('refuses %s parts', (parts) => {
    expect(() => splitRange(murmur3, { start: 0n, end: 9n }, parts)).toThrow(
      expect.objectContaining({ code: 'INVALID_REQUEST', details: { field: 'parts', value: parts } }),
    );
  });
});
