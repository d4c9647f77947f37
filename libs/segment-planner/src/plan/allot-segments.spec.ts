import fc from 'fast-check';

import { allotSegments } from './allot-segments.js';

const arbitraryClaims = fc.array(
  fc
    .record({
      weight: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e19, noNaN: true })),
      min: fc.integer({ min: 1, max: 5 }),
      room: fc.integer({ min: 0, max: 50 }),
    })
    .map(({ weight, min, room }) => ({ weight, min, max: min + room })),
  { minLength: 1, maxLength: 20 },
);

describe('allotSegments', () => {
  it('gives out the wanted number, or the nearest the bounds allow', () => {
    fc.assert(
      fc.property(arbitraryClaims, fc.integer({ min: 1, max: 500 }), (claims, wanted) => {
        const allotted = allotSegments(claims, wanted);
        const total = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0);
        const least = total(claims.map(({ min }) => min));
        const most = total(claims.map(({ max }) => max));
        expect(total(allotted)).toBe(Math.min(most, Math.max(least, wanted)));
        claims.forEach(({ min, max }, index) => {
          expect(allotted[index]).toBeGreaterThanOrEqual(min);
          expect(allotted[index]).toBeLessThanOrEqual(max);
        });
      }),
    );
  });

  it('makes the heaviest segment no heavier than any exchange of one segment could', () => {
    const open = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(open, fc.integer({ min: 2, max: 200 }), (weights, wanted) => {
        const allotted = allotSegments(
          weights.map((weight) => ({ weight, min: 1, max: 1000 })),
          wanted,
        );
        const load = (index: number, change: number) => (weights[index] ?? 0) / ((allotted[index] ?? 0) + change);
        const heaviest = weights.reduce((top, _, index) => (load(index, 0) > load(top, 0) ? index : top), 0);
        for (const giver of weights.keys()) {
          if (giver === heaviest || (allotted[giver] ?? 0) < 2) continue;
          expect(load(giver, -1)).toBeGreaterThanOrEqual(load(heaviest, 0) * (1 - 1e-6));
        }
      }),
    );
  });

  it.each([
    [[1, 1, 1], 3, [1, 1, 1]],
    [[1, 1, 1], 5, [2, 2, 1]],
    [[1, 1, 1], 1, [1, 1, 1]],
    [[3, 1], 8, [6, 2]],
    [[0, 1], 8, [1, 7]],
    [[0, 0], 5, [3, 2]],
    [[1e-12, 1e12], 10, [1, 9]],
  ])('weights %j share %s segments as %j', (weights, wanted, expected) => {
    expect(
      allotSegments(
        weights.map((weight) => ({ weight, min: 1, max: 100 })),
        wanted,
      ),
    ).toEqual(expected);
  });
});
