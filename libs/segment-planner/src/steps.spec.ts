import fc from 'fast-check';

import { planByNodesInSteps } from './plan/plan-by-nodes.js';
import { planSegmentsInSteps } from './plan/plan-segments.js';
import { type ReplicatedRange } from './ring/replicated-range.js';
import { ELEMENTS_PER_STEP, inOneGo, inTurns, sortInSteps } from './steps.js';
import { seededTopology } from './testing/index.js';

describe('sortInSteps', () => {
  it('sorts as sort does, stably, also over many steps', () => {
    const values = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer()), {
      minLength: 2 * ELEMENTS_PER_STEP,
      maxLength: 5 * ELEMENTS_PER_STEP,
    });
    const byFirst = ([a]: [number, number], [b]: [number, number]) => a - b;
    fc.assert(
      fc.property(values, (items) => {
        expect(inOneGo(sortInSteps(items, byFirst))).toEqual([...items].sort(byFirst));
      }),
      { numRuns: 5 },
    );
  });
});

describe('planning a large cluster', () => {
  const topology = seededTopology({ nodes: 1_000, tokensPerNode: 16, replication: { dc1: 3 } });

  it.each([
    ['by replica sets', planSegmentsInSteps],
    ['by nodes', planByNodesInSteps],
  ])('%s lets others have their turn before a small part of the ring is handled', async (_how, plan) => {
    let touched = 0;
    let longest = 0;
    let turns = 0;
    const ring = topology.ring.map((entry) => counting(entry, () => (touched += 1)));
    await inTurns(plan({ ...topology, ring, sizing: { kind: 'auto' } }), async () => {
      turns += 1;
      longest = Math.max(longest, touched);
      touched = 0;
    });
    longest = Math.max(longest, touched);
    expect(turns).toBeGreaterThan(ring.length / ELEMENTS_PER_STEP);
    // Sorting a step of 2,000 compares each element some eleven times and looks at its tokens twice.
    expect(longest).toBeLessThan(60 * ELEMENTS_PER_STEP);
  });

  it('takes no turn for a small one', async () => {
    const small = seededTopology({ nodes: 3, tokensPerNode: 16, replication: { dc1: 3 } });
    const turn = jest.fn(() => Promise.resolve());
    await inTurns(planSegmentsInSteps({ ...small, sizing: { kind: 'auto' } }), turn);
    expect(turn).not.toHaveBeenCalled();
  });
});

/** An entry that counts how often its tokens and replicas are looked at. */
function counting({ range, replicas }: ReplicatedRange, count: () => void): ReplicatedRange {
  const { start, end } = range;
  return {
    range: {
      get start() {
        count();
        return start;
      },
      get end() {
        count();
        return end;
      },
    },
    get replicas() {
      count();
      return replicas;
    },
  };
}
