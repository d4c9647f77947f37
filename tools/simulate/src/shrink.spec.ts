import { drawPlan, type TrialPlan } from './plan.js';
import { kindOf, shrink } from './shrink.js';

describe('Shrinking', () => {
  const plan = drawPlan(3, { nodes: 6 });

  it('keeps what the violation needs and nothing else', async () => {
    const [first, , third] = plan.events;
    const needed = [first, third];
    const run = async ({ events, runs }: TrialPlan) => ({
      violations: needed.every((one) => one && events.includes(one)) && runs.length > 0 ? ['I1 two at once'] : [],
    });
    const smallest = await shrink(plan, 'I1', run);
    expect(smallest.events).toEqual(needed);
    expect(smallest).toMatchObject({ hazards: [], latencyMs: 0, nodes: 3, maxRepairsPerNode: 1 });
    expect(smallest.runs).toHaveLength(1);
  });

  it('does not take another violation for the same one', async () => {
    const run = async ({ events }: TrialPlan) => ({
      violations: events.length === plan.events.length ? ['I1 two at once'] : ['I4 a stall'],
    });
    expect((await shrink(plan, 'I1', run)).events).toEqual(plan.events);
  });

  it('tells invariants apart by their name', () => {
    expect(kindOf({ violations: ['I2 not repaired', 'I1 too many'] })).toBe('I2');
    expect(kindOf({ violations: [] })).toBeUndefined();
  });
});
