import fc from 'fast-check';

import { planSegments } from '../plan/plan-segments.js';
import { arbitraryOrder, arbitraryPartitioner, arbitraryRing } from '../testing/index.js';
import { formatRange, isWholeRing, rangeEncloses } from '../tokens/token-range.js';
import { createRangeRemapper, remapRanges } from './remap-ranges.js';
import { validateRing } from './validate-ring.js';

/** Two rings of one partitioner: before and after a change of the topology. */
const beforeAndAfter = arbitraryPartitioner().chain((partitioner) =>
  fc.record({
    partitioner: fc.constant(partitioner),
    before: arbitraryRing({ partitioner }),
    after: arbitraryRing({ partitioner }),
    segments: fc.integer({ min: 1, max: 30 }),
  }),
);

const ring = [
  { range: { start: 100n, end: 0n }, replicas: ['c', 'a'] },
  { range: { start: 0n, end: 50n }, replicas: ['b', 'a'] },
  { range: { start: 50n, end: 100n }, replicas: ['a', 'c'] },
];

describe('remapRanges', () => {
  it('keeps the tokens of a plan, each piece inside one range of the new ring and with its replicas', () => {
    fc.assert(
      fc.property(beforeAndAfter, ({ partitioner, before, after, segments }) => {
        const plan = planSegments({ ...before, sizing: { kind: 'count', segments } });
        const planned = [...plan.segments.map(({ ranges }) => ranges), plan.unreplicated.map(({ range }) => range)];
        const groups = planned.flatMap((ranges) => remapRanges(ranges, after.ring));

        validateRing(
          partitioner,
          groups.flatMap(({ ranges }) => ranges.map((range) => ({ range, replicas: [] }))),
        );
        for (const { ranges, replicas } of groups) {
          for (const range of ranges) {
            const owner = after.ring.find((entry) => rangeEncloses(partitioner, entry.range, range));
            expect([...(owner?.replicas ?? [])].sort()).toEqual(replicas);
          }
        }
      }),
    );
  });

  it('changes nothing on the same ring and never makes the whole ring of a piece', () => {
    fc.assert(
      fc.property(arbitraryRing({ minNodes: 2 }), (topology) => {
        const plan = planSegments({ ...topology, sizing: { kind: 'count', segments: 20 } });
        for (const { ranges, replicas } of plan.segments) {
          expect(remapRanges(ranges, topology.ring)).toEqual([{ ranges, replicas }]);
          expect(ranges.filter(isWholeRing)).toEqual([]);
        }
      }),
    );
  });

  it('gives one group per replica set', () => {
    fc.assert(
      fc.property(beforeAndAfter, ({ before, after }) => {
        const groups = remapRanges(
          before.ring.map(({ range }) => range),
          after.ring,
        );
        const sets = groups.map(({ replicas }) => replicas.join());
        expect(new Set(sets).size).toBe(sets.length);
      }),
    );
  });

  it('does not depend on the order of the ring', () => {
    const cases = beforeAndAfter.chain((rings) =>
      arbitraryOrder(rings.after.ring).map((shuffled) => ({ ...rings, shuffled })),
    );
    fc.assert(
      fc.property(cases, ({ before, after, shuffled }) => {
        const ranges = before.ring.map(({ range }) => range);
        expect(remapRanges(ranges, shuffled)).toEqual(remapRanges(ranges, after.ring));
      }),
    );
  });

  it.each([
    ['inside one range', 10n, 20n, [['a,b', '10:20']]],
    [
      'over a border',
      40n,
      60n,
      [
        ['a,b', '40:50'],
        ['a,c', '50:60'],
      ],
    ],
    ['up to a border', 40n, 50n, [['a,b', '40:50']]],
    ['from a border', 50n, 60n, [['a,c', '50:60']]],
    ['over two ranges of one set', 60n, 200n, [['a,c', '60:100 100:200']]],
    [
      'across the end of the ring',
      60n,
      20n,
      [
        ['a,c', '60:100 100:0'],
        ['a,b', '0:20'],
      ],
    ],
    [
      'nearly the whole ring',
      20n,
      10n,
      [
        ['a,b', '20:50 0:10'],
        ['a,c', '50:100 100:0'],
      ],
    ],
    [
      'the whole ring',
      20n,
      20n,
      [
        ['a,b', '20:50 0:20'],
        ['a,c', '50:100 100:0'],
      ],
    ],
    [
      'the whole ring from a border',
      50n,
      50n,
      [
        ['a,c', '50:100 100:0'],
        ['a,b', '0:50'],
      ],
    ],
  ])('cuts a range that lies %s', (_, start, end, expected) => {
    const groups = remapRanges([{ start, end }], ring);
    expect(groups.map(({ ranges, replicas }) => [replicas.join(), ranges.map(formatRange).join(' ')])).toEqual(
      expected,
    );
  });

  it('refuses a ring that does not cover a range', () => {
    const incomplete = createRangeRemapper(ring.slice(0, 2));
    expect(() => incomplete([{ start: 10n, end: 60n }])).toThrow(
      expect.objectContaining({ code: 'RING_GAP', retryable: true, details: { range: '50:60' } }),
    );
    expect(() => remapRanges([{ start: 0n, end: 1n }], [])).toThrow(expect.objectContaining({ code: 'RING_GAP' }));
  });

  it('gives nothing for nothing', () => {
    expect(remapRanges([], ring)).toEqual([]);
  });
});
