import { drawPlan } from './plan.js';
import { Trial } from './trial.js';

jest.setTimeout(120_000);

describe('A trial', () => {
  it('keeps what must hold, under faults and edits', async () => {
    const result = await new Trial(drawPlan(4, { nodes: 4 })).run();
    expect(result).toMatchObject({ seed: 4, nodes: 4, violations: [] });
    expect(result.blows).toBeGreaterThan(5);
    expect(result.commands).toBeGreaterThan(10);
    expect(Object.values(result.runs).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(1);
  });

  it('is the same for the same plan, so that a failure can be replayed', async () => {
    const told: string[] = [];
    const again: string[] = [];
    const first = await new Trial(drawPlan(5, { nodes: 4 }), (atMs, what) => told.push(`${atMs} ${what}`)).run();
    const second = await new Trial(drawPlan(5, { nodes: 4 }), (atMs, what) => again.push(`${atMs} ${what}`)).run();
    expect(second).toEqual(first);
    expect(again).toEqual(told);
    expect(told.length).toBeGreaterThan(40);
  });

  it('tells of a run that nobody works on', async () => {
    const plan = { ...drawPlan(1, { nodes: 3 }), hazards: [], events: [], maxRepairsPerNode: 1 };
    const trial = new Trial(plan);
    trial.cluster.nodes.forEach(({ hostId }) => (trial.cluster.sidecar(hostId).boot = () => undefined));
    const { violations } = await trial.run();
    expect(violations[0]).toMatch(/^I4 /);
  });
});
