import { SimulatedCluster } from '@reaper-sidecar/repair-core/testing';
import { leftRunning, startedAfter, unrepaired } from './invariants.js';
import { StallWatch } from './stall-watch.js';

jest.setTimeout(60_000);

async function finished() {
  const cluster = new SimulatedCluster();
  cluster.startAll();
  const run = await cluster.createRun({ sizing: { kind: 'count', segments: 4 } });
  await cluster.untilOver(run, 60_000);
  return { cluster, run };
}

describe('The invariants', () => {
  it('hold for a run that was repaired', async () => {
    const { cluster, run } = await finished();
    expect(await unrepaired(cluster, run, [])).toEqual([]);
    expect(leftRunning(cluster, run)).toEqual([]);
    expect(startedAfter(cluster, run, cluster.time.wallMs())).toEqual([]);
  });

  it('name a segment whose command failed, was too early for a replay, or never was', async () => {
    const { cluster, run } = await finished();
    const replay = { planId: run.planId, seq: 2, atMs: cluster.time.wallMs() };
    expect(await unrepaired(cluster, run, [replay])).toEqual([expect.stringContaining('segment 2')]);
    Object.assign(cluster.commands[0] ?? {}, { succeeded: false });
    cluster.commands.splice(1, 1);
    expect(await unrepaired(cluster, run, [])).toHaveLength(2);
  });

  it('name commands that run on, or are started, after the end of their run', async () => {
    const { cluster, run } = await finished();
    const [command] = cluster.commands;
    delete command?.endedAtMs;
    expect(leftRunning(cluster, run)).toHaveLength(1);
    expect(startedAfter(cluster, run, (command?.startedAtMs ?? 0) - 1).length).toBeGreaterThan(0);
  });
});

describe('The watch for stalls', () => {
  const timings = { stealAfterMs: 10_000, watchEveryMs: 3_000, fenceWaitMs: 15_000 };

  async function watched(cluster: SimulatedCluster, seconds: number): Promise<StallWatch> {
    const watch = new StallWatch(cluster, timings);
    watch.begin();
    for (let second = 0; second < seconds; second++) {
      await cluster.time.advance(1_000);
      await watch.look();
    }
    return watch;
  }

  it('tells of a run that nobody works on', async () => {
    const cluster = new SimulatedCluster();
    await cluster.createRun();
    expect((await watched(cluster, 60)).violations).toEqual([expect.stringMatching(/nothing ran for 50 s/)]);
  });

  it('is content while commands run, and when there is nothing to do', async () => {
    const cluster = new SimulatedCluster({ durationMs: 20_000 });
    cluster.startAll();
    await cluster.createRun({ sizing: { kind: 'count', segments: 4 } });
    const watch = await watched(cluster, 200);
    expect(watch.violations).toEqual([]);
    expect(watch.longestMs).toBeLessThan(10_000);
  });
});
