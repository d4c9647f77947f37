import { covers } from './coverage.js';

const ends = { from: 0n, to: 100n };
const range = (start: number, end: number) => ({ start: BigInt(start), end: BigInt(end) });

describe('Ranges cover others', () => {
  it.each([
    ['the same range', [range(10, 20)], [range(10, 20)], true],
    ['its parts in any order', [range(15, 20), range(10, 15)], [range(10, 20)], true],
    ['a gap between the parts', [range(10, 14), range(15, 20)], [range(10, 20)], false],
    ['too short at the end', [range(10, 19)], [range(10, 20)], false],
    ['around the end of the ring', [range(95, 5)], [range(98, 100), range(0, 3)], true],
    ['a wrapping range in parts', [range(90, 100), range(0, 10)], [range(95, 5)], true],
    ['half of a wrapping range', [range(90, 100)], [range(95, 5)], false],
    ['the whole ring', [range(7, 7)], [range(0, 100)], true],
  ])('%s', (_, held, wanted, expected) => {
    expect(covers(held, wanted, ends)).toBe(expected);
  });
});
