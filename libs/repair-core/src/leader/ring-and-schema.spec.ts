import type { RunCreation } from '../model/repair-run.js';
import { SimulatedCluster, type SimulatedClusterOptions } from '../testing/simulated-cluster.js';

/** The machine may be busy; virtual time is not real time. */
jest.setTimeout(60_000);

async function cluster(options: Partial<SimulatedClusterOptions> = {}): Promise<SimulatedCluster> {
  const started = new SimulatedCluster(options);
  started.startAll();
  await started.time.advance(3_000);
  return started;
}

/** Enough to cut every segment. */
const NEW_TOKENS = Array.from({ length: 12 }, (_, index) => (BigInt(index) - 6n) * 2n ** 60n + 2n ** 58n);
const count = (segments: number) => ({ sizing: { kind: 'count', segments } as const });
const resultOf = async (of: SimulatedCluster, run: RunCreation) => (await of.pen.runs.get(run.runId))?.result;

describe('when the ring changes during a run', () => {
  it('segments that lie in several replica sets now are split, and the whole ring is repaired', async () => {
    const of = await cluster({ hosts: 4, tokensPerHost: 1, replicationFactor: 2, durationMs: 8_000 });
    const run = await of.createRun(count(8));
    await of.time.advance(3_000);
    of.addNode(NEW_TOKENS).boot();
    await of.untilOver(run, 300_000);
    const result = await resultOf(of, run);
    expect(result).toMatchObject({ state: 'DONE', failedSegments: [] });
    const rows = await of.pen.segments.readPlan(run.planId);
    const split = rows.filter(({ outcome }) => outcome?.state === 'SPLIT');
    expect(split.length).toBeGreaterThan(0);
    const leaves = rows.filter(({ outcome }) => outcome?.state !== 'SPLIT');
    expect(leaves.every(({ outcome }) => outcome?.state === 'DONE')).toBe(true);
    expect(leaves.reduce((sum, { segment }) => sum + segment.ringShare, 0)).toBeCloseTo(1, 9);
    expect(result?.counters).toMatchObject({ total: leaves.length, done: leaves.length });
    for (const { outcome } of split) {
      expect(rows.filter(({ segment }) => outcome?.children?.includes(segment.seq))).toHaveLength(
        outcome?.children?.length ?? 0,
      );
    }
    expect(of.violations).toEqual([]);
  });

  it('a half-written split is repeated, and its orphaned children count for nothing', async () => {
    const of = await cluster({ hosts: 4, tokensPerHost: 1, replicationFactor: 2, durationMs: 8_000 });
    const run = await of.createRun(count(8));
    await of.time.advance(1_000);
    of.leader?.process?.stores.client.fail(2, (operation) => operation === 'segments.writeOutcome');
    of.addNode(NEW_TOKENS).boot();
    await of.untilOver(run, 300_000);
    const rows = await of.pen.segments.readPlan(run.planId);
    const counted = rows.filter(({ outcome }) => outcome?.state === 'DONE');
    expect(rows.some(({ outcome }) => outcome === undefined)).toBe(true);
    expect(counted.reduce((sum, { segment }) => sum + segment.ringShare, 0)).toBeCloseTo(1, 9);
    expect(await resultOf(of, run)).toMatchObject({ state: 'DONE', counters: { total: counted.length } });
  });

  it('a node that leaves frees its work for those that hold its ranges now', async () => {
    const of = await cluster({ hosts: 5, tokensPerHost: 1, replicationFactor: 3, durationMs: 2_000 });
    const run = await of.createRun(count(20));
    await of.time.advance(3_000);
    const leaving = of.sidecars.find(
      (one) => !one.leads && !of.runningCommands().some(({ hostId }) => hostId === one.hostId),
    );
    leaving?.kill();
    of.removeNode(leaving?.hostId ?? '');
    await of.untilOver(run, 300_000);
    expect(await resultOf(of, run)).toMatchObject({ state: 'DONE' });
    expect(of.violations).toEqual([]);
  });

  it('a replica that goes down holds its sets with a reason and does not use up their attempts', async () => {
    const of = await cluster();
    const run = await of.createRun({ ...count(20), maxAttempts: 1 });
    await of.time.advance(3_000);
    const down = of.sidecars.find(
      (one) => !one.leads && !of.runningCommands().some(({ hostId }) => hostId === one.hostId),
    );
    of.setNode(down?.hostId ?? '', { up: false });
    await of.time.advance(20_000);
    const started = of.commands.length;
    await of.time.advance(20_000);
    expect(of.commands.length).toBe(started);
    expect((await of.pen.runs.get(run.runId))?.status?.reasons).toMatchObject([{ code: 'REPLICA_DOWN' }]);
    of.setNode(down?.hostId ?? '', { up: true });
    await of.untilOver(run, 60_000);
    expect(await resultOf(of, run)).toMatchObject({ state: 'DONE' });
  });
});

describe('when a list was given before its nodes changed', () => {
  it.each([
    ['MIXED_VERSIONS', { releaseVersion: '4.1.10' }],
    ['NODE_NOT_NORMAL', { state: 'LEAVING' }],
  ] as const)('the rest of it is not started: %s', async (code, change) => {
    const of = await cluster({ hosts: 3, tokensPerHost: 1, durationMs: 1_000 });
    const run = await of.createRun({ ...count(120), intensity: 0.2 });
    await of.time.advance(60_000);
    const [changed] = of.sidecars.filter((one) => !one.leads);
    of.setNode(changed?.hostId ?? '', change);
    await of.time.advance(15_000);
    const started = of.commands.length;
    await of.time.advance(60_000);
    expect(of.commands.length).toBe(started);
    expect((await of.pen.runs.get(run.runId))?.status?.reasons).toMatchObject([{ code }]);
    of.setNode(changed?.hostId ?? '', { releaseVersion: '5.0.9', state: 'NORMAL' });
    await of.untilOver(run, 1_200_000);
    expect(await resultOf(of, run)).toMatchObject({ state: 'DONE' });
  });
});

describe('while a node joins', () => {
  it('nothing of its datacenter is repaired, since it would miss what is', async () => {
    const of = await cluster({ hosts: 4, tokensPerHost: 1, replicationFactor: 2, durationMs: 1_000 });
    const run = await of.createRun({ ...count(120), intensity: 0.2 });
    await of.time.advance(60_000);
    const newcomer = of.addNode([]);
    of.setNode(newcomer.hostId, { state: 'JOINING' });
    await of.time.advance(15_000);
    const started = of.commands.length;
    await of.time.advance(60_000);
    expect(of.commands.length).toBe(started);
    const reasons = (await of.pen.runs.get(run.runId))?.status?.reasons ?? [];
    expect([...new Set(reasons.map(({ code }) => code))]).toEqual(['NODE_NOT_NORMAL']);
    of.setNode(newcomer.hostId, { state: 'NORMAL' });
    await of.time.advance(10_000);
    expect(of.commands.length).toBe(started);
    await of.untilOver(run, 1_200_000);
    expect(await resultOf(of, run)).toMatchObject({ state: 'DONE' });
  });

  it('nothing is repaired either when only its end was seen', async () => {
    const of = await cluster({ hosts: 4, tokensPerHost: 1, replicationFactor: 2, durationMs: 1_000 });
    const run = await of.createRun({ ...count(120), intensity: 0.2 });
    await of.time.advance(60_000);
    of.addNode([]);
    const codes = async () => (await of.pen.runs.get(run.runId))?.status?.reasons.map(({ code }) => code);
    while (!(await codes())?.includes('NODE_NOT_NORMAL')) await of.time.advance(1_000);
    await of.time.advance(2_000);
    const started = of.commands.length;
    await of.time.advance(8_000);
    expect(of.commands.length).toBe(started);
    await of.untilOver(run, 1_200_000);
    expect(await resultOf(of, run)).toMatchObject({ state: 'DONE' });
  });
});

describe('when the schema changes during a run', () => {
  it('a dropped keyspace ends the run FAILED and says so', async () => {
    const of = await cluster({ durationMs: 2_000 });
    const run = await of.createRun(count(30));
    await of.time.advance(5_000);
    of.keyspaceExists = false;
    for (const sidecar of of.sidecars) sidecar.behave = () => ({ refused: 'Unknown keyspace ks' });
    await of.untilOver(run, 60_000);
    const result = await resultOf(of, run);
    expect(result).toMatchObject({
      state: 'FAILED',
      message: expect.stringMatching(/^KEYSPACE_GONE: keyspace "ks" was dropped/),
    });
  });

  it('a dropped table is left out of what is still to do', async () => {
    const of = await cluster();
    of.tables = ['t', 'u'];
    const run = await of.createRun(count(10));
    await of.time.advance(2_500);
    of.tables = ['t'];
    const tablesOf = new Map<string, string>();
    for (const { node } of of.sidecars) {
      const behave = node.behave;
      node.behave = (command) => {
        tablesOf.set(command.ranges.join(), command.tables.join());
        const behaviour = behave(command);
        return command.tables.includes('u') ? { ...behaviour, refused: 'Unknown keyspace/cf pair (ks.u)' } : behaviour;
      };
    }
    await of.untilOver(run, 120_000);
    expect(await resultOf(of, run)).toMatchObject({ state: 'DONE' });
    expect([...tablesOf.values()].filter((tables) => tables === 't').length).toBeGreaterThan(5);
  });

  it('segments of which no table is left are SKIPPED', async () => {
    const of = await cluster();
    const run = await of.createRun(count(10));
    await of.time.advance(2_500);
    of.tables = [];
    for (const { node } of of.sidecars) {
      const behave = node.behave;
      node.behave = (command) => ({ ...behave(command), refused: 'Unknown keyspace/cf pair (ks.t)' });
    }
    await of.untilOver(run, 120_000);
    const result = await resultOf(of, run);
    expect(result?.state).toBe('DONE');
    expect(result?.counters.skipped).toBeGreaterThan(5);
    expect((result?.counters.skipped ?? 0) + (result?.counters.done ?? 0)).toBe(10);
  });
});

describe('active rows that are no work', () => {
  it('one without a run row is removed', async () => {
    const of = await cluster();
    const spec = {
      desired: 'running',
      intensity: 1,
      segmentTimeoutMs: 1,
      maxAttempts: 1,
      priority: 1,
      rounds: {},
    } as const;
    await of.pen.runs.activate({ unitKey: 'u', runId: 'ghost', planId: 'p', spec, specVersion: 1 });
    of.ringLeader();
    await of.time.advance(2_000);
    expect(await of.pen.runs.activeRuns()).toEqual([]);
  });

  it('one that a result answers is removed and never run', async () => {
    const of = await cluster();
    const run = await of.createRun(count(2));
    await of.untilOver(run, 20_000);
    const spec = { ...run.initialSpec };
    await of.pen.runs.activate({ unitKey: 'again', runId: run.runId, planId: run.planId, spec, specVersion: 1 });
    of.ringLeader();
    await of.time.advance(2_000);
    expect(await of.pen.runs.activeRuns()).toEqual([]);
    expect(of.commands).toHaveLength(2);
  });
});
