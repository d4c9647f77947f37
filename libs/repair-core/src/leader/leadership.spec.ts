import { SimulatedCluster } from '../testing/simulated-cluster.js';

describe('a fresh cluster', () => {
  it('has a leader within a second and all hosts open soon after', async () => {
    const cluster = new SimulatedCluster();
    cluster.startAll();
    await cluster.time.advance(1_000);
    expect(cluster.leader).toBeDefined();
    await cluster.time.advance(2_000);
    expect(cluster.leader?.process?.leadership.snapshot()).toMatchObject({ role: 'leading', leads: true });
    expect(cluster.leader?.process?.leadership.snapshot().hosts.filter(({ open }) => open)).toHaveLength(3);
  });
});

describe('a run', () => {
  it('is repaired segment by segment and ends DONE', async () => {
    const cluster = new SimulatedCluster();
    cluster.startAll();
    await cluster.time.advance(3_000);
    const run = await cluster.createRun();
    const tookMs = await cluster.untilOver(run, 120_000);
    const row = await cluster.pen.runs.get(run.runId);
    expect(row?.result).toMatchObject({ state: 'DONE', specVersion: 1, failedSegments: [] });
    expect(row?.result?.counters).toMatchObject({ total: run.segmentCount, done: run.segmentCount, failed: 0 });
    expect(cluster.commands).toHaveLength(run.segmentCount);
    expect(cluster.violations).toEqual([]);
    expect(tookMs).toBeLessThan(run.segmentCount * 1_000 + 2_000);
  });
});
