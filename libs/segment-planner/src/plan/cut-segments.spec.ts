import { PARTITIONERS } from '../tokens/partitioner.js';
import { rangeWidth } from '../tokens/token-range.js';
import { cutSegments } from './cut-segments.js';
import { totalWeight, type RangeLoad } from './range-load.js';

const { Murmur3Partitioner: murmur3 } = PARTITIONERS;

/** Ranges one after another from token 0. */
function loadsOf(sizes: readonly { width: number; weight: number }[]): RangeLoad[] {
  let start = 0n;
  return sizes.map(({ width, weight }) => {
    const range = { start, end: start + BigInt(width) };
    start = range.end;
    return { range, width: BigInt(width), bytes: weight, partitions: weight, weight };
  });
}

describe('cutSegments', () => {
  it('does not push work to the last segments when every border comes a little early', () => {
    const count = 500;
    const widths: number[] = [];
    let rest = 1e9;
    for (let left = count; left > 1; left--) {
      const early = Math.ceil((0.905 * rest) / left);
      widths.push(early);
      rest -= early;
    }
    const loads = loadsOf([...widths, rest].map((width) => ({ width, weight: width })));
    const weights = cutSegments(murmur3, loads, count, 256).map(totalWeight);
    expect(weights).toHaveLength(count);
    expect(Math.max(...weights)).toBeLessThanOrEqual(1.21 * (1e9 / count));
  });

  it('gives every segment a token when a narrow range is heavy', () => {
    const loads = loadsOf([
      { width: 3, weight: 1000 },
      { width: 1000, weight: 10 },
    ]);
    const segments = cutSegments(murmur3, loads, 10, 256);
    expect(segments).toHaveLength(10);
    const widths = segments.map((segment) =>
      segment.reduce((sum, { range }) => sum + Number(rangeWidth(murmur3, range)), 0),
    );
    expect(widths.slice(0, 3)).toEqual([1, 1, 1]);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(1);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(1003);
  });

  it('spreads empty ranges by their width', () => {
    const loads = loadsOf([{ width: 100, weight: 0 }]);
    expect(cutSegments(murmur3, loads, 4, 256).map(([load]) => load?.width)).toEqual([25n, 25n, 25n, 25n]);
  });
});
