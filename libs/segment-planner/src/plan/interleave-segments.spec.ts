import fc from 'fast-check';

import { interleaveSegments, type InterleavedSet, type SegmentPlace } from './interleave-segments.js';

const arbitrarySets = fc.array(
  fc.record({
    replicas: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 2, maxLength: 3 }),
    segments: fc.integer({ min: 1, max: 12 }),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('interleaveSegments', () => {
  it('names every segment once', () => {
    fc.assert(
      fc.property(arbitrarySets, (sets) => {
        const expected = sets.flatMap(({ segments }, set) =>
          Array.from({ length: segments }, (_, index) => `${set}/${index}`),
        );
        const places = interleaveSegments(sets).map(({ set, index }) => `${set}/${index}`);
        expect(places.sort()).toEqual(expected.sort());
      }),
    );
  });

  it('lets as many segments run at once as fit, at every step of a run', () => {
    fc.assert(
      fc.property(arbitrarySets, (sets) => {
        let rest = interleaveSegments(sets);
        while (rest.length > 0) {
          const wave = disjointPrefix(sets, rest);
          rest = rest.slice(wave.length);
          const busy = new Set(wave.flatMap((place) => nodesOf(sets, place)));
          expect(rest.filter((place) => nodesOf(sets, place).every((node) => !busy.has(node)))).toEqual([]);
        }
      }),
    );
  });

  it('lets disjoint replica sets take turns', () => {
    const sets = [
      { replicas: ['a', 'b'], segments: 3 },
      { replicas: ['c', 'd'], segments: 3 },
    ];
    expect(interleaveSegments(sets).map(({ set }) => set)).toEqual([0, 1, 0, 1, 0, 1]);
  });

  it('lets replica sets with a node in common advance at the same pace', () => {
    const sets = [
      { replicas: ['a', 'b'], segments: 6 },
      { replicas: ['a', 'c'], segments: 2 },
    ];
    const order = interleaveSegments(sets).map(({ set }) => set);
    expect(order).toEqual([0, 0, 1, 0, 0, 0, 1, 0]);
  });

  it('keeps the ring order inside a replica set', () => {
    fc.assert(
      fc.property(arbitrarySets, (sets) => {
        const next = sets.map(() => 0);
        for (const { set, index } of interleaveSegments(sets)) {
          if (index !== next[set]) throw new Error(`segment ${index} of set ${set} comes before ${next[set]}`);
          next[set] = index + 1;
        }
      }),
    );
  });
});

function nodesOf(sets: readonly InterleavedSet[], { set }: SegmentPlace): readonly string[] {
  return sets[set]?.replicas ?? [];
}

function disjointPrefix(sets: readonly InterleavedSet[], places: readonly SegmentPlace[]): SegmentPlace[] {
  const busy = new Set<string>();
  const prefix: SegmentPlace[] = [];
  for (const place of places) {
    const nodes = nodesOf(sets, place);
    if (nodes.some((node) => busy.has(node))) break;
    nodes.forEach((node) => busy.add(node));
    prefix.push(place);
  }
  return prefix;
}
