import type { RunCreation, RunResult } from '../model/repair-run.js';
import { SimulatedCluster, type SimulatedClusterOptions } from '../testing/simulated-cluster.js';
import { InvalidLeaderOptionsError } from './leader-options.js';
import { Leadership } from './leadership.js';
import type { LeaderDeps } from './reign.js';

/** The machine may be busy; virtual time is not real time. */
jest.setTimeout(60_000);

/** A cluster whose leader has taken over. */
async function cluster(options: Partial<SimulatedClusterOptions> = {}): Promise<SimulatedCluster> {
  const started = new SimulatedCluster(options);
  started.startAll();
  await started.time.advance(3_000);
  return started;
}

async function resultOf(of: SimulatedCluster, run: RunCreation): Promise<RunResult | undefined> {
  return (await of.pen.runs.get(run.runId))?.result;
}

const count = (segments: number) => ({ sizing: { kind: 'count', segments } as const });

describe('a fresh cluster', () => {
  it('has a leader within a second and all hosts open a second later', async () => {
    const fresh = new SimulatedCluster();
    fresh.startAll();
    await fresh.time.advance(1_000);
    expect(fresh.sidecars.filter(({ leads }) => leads)).toHaveLength(1);
    await fresh.time.advance(1_500);
    const snapshot = fresh.leader?.process?.leadership.snapshot();
    expect(snapshot).toMatchObject({ role: 'leading', leads: true, holder: fresh.leader?.hostId });
    expect(snapshot?.hosts.map(({ open, sidecar }) => ({ open, sidecar }))).toEqual(
      Array.from({ length: 3 }, () => ({ open: true, sidecar: 'live' })),
    );
  });

  it('has a leader although only one of three nodes has a sidecar, and repairs with that one', async () => {
    const fresh = new SimulatedCluster();
    fresh.sidecars[1]?.boot();
    await fresh.time.advance(3_000);
    const run = await fresh.createRun(count(3));
    await fresh.untilOver(run, 10_000);
    expect(fresh.commands.map(({ hostId }) => hostId)).toEqual(Array(3).fill(fresh.sidecars[1]?.hostId));
  });

  it('refuses options that contradict each other, all at once', () => {
    const create = () =>
      new Leadership({} as LeaderDeps, { timings: { actForMs: 60_000, tickMs: -1 }, limits: { maxRepairsPerNode: 0 } });
    expect(create).toThrow(InvalidLeaderOptionsError);
    expect(create).toThrow(/tickMs is -1.*actForMs must be less than stealAfterMs.*maxRepairsPerNode is 0/);
  });
});

describe('a run', () => {
  it('is repaired segment by segment and ends DONE', async () => {
    const of = await cluster();
    const run = await of.createRun(count(30));
    const tookMs = await of.untilOver(run, 60_000);
    expect(await resultOf(of, run)).toMatchObject({ state: 'DONE', specVersion: 1, failedSegments: [] });
    expect((await resultOf(of, run))?.counters).toEqual({
      total: 30,
      done: 30,
      skipped: 0,
      failed: 0,
      running: 0,
      repairMs: 30_000,
    });
    expect(of.commands).toHaveLength(30);
    expect(of.violations).toEqual([]);
    expect(tookMs).toBeLessThan(31_000);
    expect(of.sidecars.flatMap(({ endedRuns }) => endedRuns)).toEqual([{ runId: run.runId, state: 'DONE' }]);
  });

  it('counts as running what runs, not what waits in the list of a worker', async () => {
    const of = await cluster({ durationMs: 4_000 });
    const run = await of.createRun(count(30));
    await of.time.advance(30_000);
    const counters = (await of.pen.runs.get(run.runId))?.status?.counters;
    expect(counters?.done).toBeGreaterThan(3);
    expect(counters?.running).toBe(1);
    const host = of.leader?.process?.leadership.snapshot().hosts.find(({ held }) => held > 0);
    expect(host?.held).toBeGreaterThan(1);
  });

  it('of one segment costs no tick: it is over right after its command', async () => {
    const of = await cluster();
    const run = await of.createRun(count(1));
    const tookMs = await of.untilOver(run, 5_000, 20);
    expect(tookMs).toBeLessThanOrEqual(1_100);
  });

  it('keeps disjoint replica sets busy in parallel and never a node twice', async () => {
    const of = await cluster({ hosts: 9, tokensPerHost: 1, seed: 3 });
    const run = await of.createRun(count(36));
    const tookMs = await of.untilOver(run, 60_000);
    expect(of.violations).toEqual([]);
    expect(of.commands).toHaveLength(36);
    expect(tookMs).toBeLessThan(25_000);
    expect(new Set(of.commands.map(({ hostId }) => hostId)).size).toBeGreaterThan(5);
  });

  it('ends without doorbells too, only later', async () => {
    const of = await cluster({ doorbells: false });
    await of.time.advance(20_000);
    const run = await of.createRun(count(4));
    await of.untilOver(run, 120_000);
    expect(await resultOf(of, run)).toMatchObject({ state: 'DONE' });
  });

  it('shares the nodes with another run of equal priority, list by list', async () => {
    const of = await cluster({ timings: { listMs: 10_000, listLowMs: 2_000 } });
    of.tables = ['t', 'u'];
    const runs = [
      await of.createRun({ ...count(60), tables: ['t'] }),
      await of.createRun({ ...count(60), tables: ['u'] }),
    ];
    await of.time.advance(60_000);
    for (const table of ['t', 'u']) {
      expect(of.commands.filter(({ tables }) => tables === table).length).toBeGreaterThan(15);
    }
    for (const run of runs) await of.untilOver(run, 120_000);
    expect(of.violations).toEqual([]);
  });

  it('of higher priority goes first as soon as the present list is over', async () => {
    const of = await cluster({ timings: { listMs: 10_000, listLowMs: 2_000 } });
    of.tables = ['t', 'u'];
    await of.createRun({ ...count(60), tables: ['t'] });
    await of.time.advance(30_000);
    const urgent = await of.createRun({ ...count(10), tables: ['u'], priority: 90 });
    expect(await of.untilOver(urgent, 60_000)).toBeLessThan(25_000);
  });

  it('rests between segments according to its intensity', async () => {
    const of = await cluster();
    const run = await of.createRun({ ...count(4), intensity: 0.25 });
    expect(await of.untilOver(run, 60_000)).toBeGreaterThan(12_900);
  });

  it('is given to another replica when a list was long enough', async () => {
    const of = await cluster({ timings: { listMs: 5_000, listLowMs: 1_500, listSpreadMs: 10_000 } });
    await of.untilOver(await of.createRun(count(60)), 120_000);
    expect(new Set(of.commands.map(({ hostId }) => hostId)).size).toBe(3);
    expect(of.violations).toEqual([]);
  });
});

describe('failures of segments', () => {
  it('are tried again with growing pauses, then the segment is FAILED, and the run goes on to its end', async () => {
    const of = await cluster();
    const bad = { ranges: '' };
    for (const sidecar of of.sidecars) {
      sidecar.behave = (ranges) => ({ ...((bad.ranges ||= ranges) === ranges && { failure: 'stream failed' }) });
    }
    const run = await of.createRun({ ...count(6), maxAttempts: 3 });
    await of.untilOver(run, 120_000);
    const attempts = of.commands.filter(({ ranges }) => ranges === bad.ranges).map(({ startedAtMs }) => startedAtMs);
    expect(attempts).toHaveLength(3);
    const [first = 0, second = 0, third = 0] = attempts;
    expect(second - first).toBeGreaterThan(3_400);
    expect(third - second).toBeGreaterThan(5_900);
    expect(await resultOf(of, run)).toMatchObject({
      state: 'FAILED',
      counters: { total: 6, done: 5, failed: 1 },
      failedSegments: [0],
      message: expect.stringMatching(/1 segment failed \(REPAIR_FAILED 1\)/),
    });
  });

  it('say in the status why the segment waits', async () => {
    const of = await cluster();
    for (const sidecar of of.sidecars) sidecar.behave = () => ({ failure: 'stream failed' });
    const run = await of.createRun(count(1));
    await of.time.advance(3_500);
    const status = (await of.pen.runs.get(run.runId))?.status;
    expect(status?.reasons).toMatchObject([
      { code: 'RETRY_LATER', evidence: expect.stringMatching(/attempt 1 of 3.*stream failed/) },
    ]);
  });

  it('are over at once when the user asks for a replay', async () => {
    const of = await cluster({ timings: { retryMinMs: 60_000 } });
    const broken = { yes: true };
    for (const sidecar of of.sidecars) sidecar.behave = () => (broken.yes ? { failure: 'stream failed' } : {});
    const run = await of.createRun(count(1));
    await of.time.advance(2_000);
    broken.yes = false;
    await of.editRun(run, (spec) => ({ ...spec, rounds: { 0: 1 } }));
    expect(await of.untilOver(run, 30_000)).toBeLessThan(2_500);
    expect(await resultOf(of, run)).toMatchObject({ state: 'DONE', specVersion: 2 });
  });
});

describe('edits of a run', () => {
  it('pause: nothing new starts, what runs ends, and the status says so', async () => {
    const of = await cluster({ durationMs: 3_000 });
    const run = await of.createRun(count(10));
    await of.time.advance(4_000);
    await of.editRun(run, (spec) => ({ ...spec, desired: 'paused' }));
    await of.time.advance(5_000);
    const started = of.commands.length;
    await of.time.advance(60_000);
    expect(of.commands.length).toBe(started);
    expect(started).toBeLessThan(4);
    expect((await of.pen.runs.get(run.runId))?.status).toMatchObject({
      state: 'PAUSED',
      reasons: [{ code: 'RUN_PAUSED', replicas: [] }],
    });
    await of.editRun(run, (spec) => ({ ...spec, desired: 'running' }));
    await of.untilOver(run, 60_000);
    expect(of.commands).toHaveLength(10);
    expect(of.redone).toEqual([]);
  });

  it('abort: cancels the running commands and ends ABORTED within two seconds', async () => {
    const of = await cluster({ durationMs: 600_000, hosts: 9, tokensPerHost: 1, seed: 3 });
    const run = await of.createRun(count(36));
    await of.time.advance(5_000);
    const running = of.runningCommands().length;
    expect(running).toBeGreaterThan(1);
    await of.editRun(run, (spec) => ({ ...spec, desired: 'aborted' }));
    expect(await of.untilOver(run, 10_000)).toBeLessThanOrEqual(2_000);
    expect(of.commands).toHaveLength(running);
    expect(of.runningCommands()).toEqual([]);
    const outcomes = of.sidecars.flatMap(({ ended }) => ended).map(({ outcome }) => outcome.failure?.code);
    expect(outcomes).toEqual(Array(running).fill('ABORTED'));
    expect(await resultOf(of, run)).toMatchObject({ state: 'ABORTED', specVersion: 2 });
  });

  it('abort: is over only when the commands are, which a foreign repair on the node protects', async () => {
    const of = await cluster({ durationMs: 20_000 });
    const run = await of.createRun(count(10));
    await of.time.advance(2_000);
    const [command] = of.runningCommands();
    const { node } = of.sidecar(command?.hostId ?? '');
    node.startForeign({ ...(node.commands[0] as (typeof node.commands)[number]).command, keyspace: 'other' });
    await of.editRun(run, (spec) => ({ ...spec, desired: 'aborted' }));
    await of.time.advance(10_000);
    expect(await of.activeRun(run)).toBeDefined();
    expect(node.running()).toHaveLength(2);
    await of.untilOver(run, 20_000);
    expect(of.commands).toHaveLength(1);
    expect(await resultOf(of, run)).toMatchObject({ state: 'ABORTED', counters: { done: 1 } });
  });

  it('abort: reaches the command of a run that was paused, and of a leader that died after the edit', async () => {
    const of = await cluster({ durationMs: 600_000 });
    const run = await of.createRun(count(10));
    await of.time.advance(2_000);
    await of.editRun(run, (spec) => ({ ...spec, desired: 'paused' }));
    await of.time.advance(10_000);
    expect(of.runningCommands()).toHaveLength(1);
    const { leader } = of;
    await of.editRun(run, (spec) => ({ ...spec, desired: 'aborted' }));
    leader?.kill();
    await of.time.advance(60_000);
    leader?.boot();
    await of.untilOver(run, 60_000);
    expect(of.runningCommands()).toEqual([]);
    expect(of.commands).toHaveLength(1);
  });

  it('intensity: reaches items that are already given', async () => {
    const of = await cluster({ durationMs: 4_000 });
    const run = await of.createRun(count(4));
    await of.time.advance(1_000);
    await of.editRun(run, (spec) => ({ ...spec, intensity: 0.5 }));
    expect(await of.untilOver(run, 60_000)).toBeGreaterThan(25_000);
    expect(of.commands).toHaveLength(4);
  });

  it('in mid-finish: a replay that was asked for is repaired before the end', async () => {
    const of = await cluster();
    const run = await of.createRun(count(2));
    const leader = of.leader;
    leader?.process?.stores.client.delay({ requestMs: 300, matches: (operation) => operation === 'runs.end' });
    await of.until(
      () => (leader?.process?.stores.client.statistics().operations['runs.writeResult'] ?? 0) > 0,
      10_000,
      20,
    );
    await of.editRun(run, (spec) => ({ ...spec, rounds: { 1: 1 } }));
    await of.untilOver(run, 30_000);
    expect(of.commands).toHaveLength(3);
    expect(await resultOf(of, run)).toMatchObject({ state: 'DONE', specVersion: 2 });
  });
});
