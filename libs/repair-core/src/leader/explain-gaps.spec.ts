import type { RunCreation } from '../model/repair-run.js';
import { explainGaps, ExplainWatch, type ExplainObservation } from '../testing/explain-watch.js';
import { RunObserver } from '../testing/observe-run.js';
import { SimulatedCluster, type SimulatedClusterOptions } from '../testing/simulated-cluster.js';

/** The machine may be busy; virtual time is not real time. */
jest.setTimeout(60_000);

const seen = (changes: Partial<ExplainObservation>): ExplainObservation => ({
  ...{
    runId: 'r',
    atMs: 0,
    over: false,
    running: 0,
    finished: 0,
    waiting: [
      ['a', 'b'],
      ['b', 'c'],
    ],
    reasons: [],
  },
  ...changes,
});
const because = (code: string, ...replicas: string[]) => ({ code, replicas });

describe('an explanation', () => {
  it.each<[string, Partial<ExplainObservation>, number]>([
    ['nothing is told', {}, 2],
    ['one set is left out', { reasons: [because('REPLICA_BUSY', 'b', 'a')] }, 1],
    ['a set has two reasons', { waiting: [['a']], reasons: [because('X', 'a'), because('Y', 'a')] }, 1],
    ['run and set have reasons', { reasons: [because('X'), because('Y', 'a', 'b')] }, 1],
    ['an ended run has one', { over: true, reasons: [because('X')] }, 1],
    ['every set has one', { reasons: [because('X', 'b', 'a'), because('Y', 'b', 'c')] }, 0],
    ['the whole run has one', { reasons: [because('X')] }, 0],
  ])('has its gaps counted when %s', (_, changes, gaps) => {
    expect(explainGaps(seen(changes))).toHaveLength(gaps);
  });

  it('is not asked of a run that moves, or that was still for less than 5 s', () => {
    const watch = new ExplainWatch();
    expect(watch.look(seen({ atMs: 0 }))).toEqual([]);
    expect(watch.look(seen({ atMs: 4_900 }))).toEqual([]);
    expect(watch.look(seen({ atMs: 6_000, running: 1 }))).toEqual([]);
    expect(watch.look(seen({ atMs: 10_000 }))).toEqual([]);
    expect(watch.look(seen({ atMs: 11_000 }))).toHaveLength(2);
    expect(watch.look(seen({ atMs: 17_000, finished: 1 }))).toEqual([]);
  });
});

async function cluster(options: Partial<SimulatedClusterOptions> = {}): Promise<SimulatedCluster> {
  const started = new SimulatedCluster({ hosts: 5, tokensPerHost: 2, ...options });
  started.startAll();
  await started.time.advance(3_000);
  return started;
}

/** Looks every half second; returns codes told at any time, and gaps. */
async function watched(of: SimulatedCluster, runs: readonly RunCreation[], forMs: number) {
  const observer = new RunObserver(of);
  const watch = new ExplainWatch();
  const codes = new Set<string>();
  const gaps: string[] = [];
  for (let atMs = 0; atMs < forMs; atMs += 500) {
    await of.time.advance(500);
    for (const { runId } of runs) {
      const one = await observer.observe(runId);
      if (!one) continue;
      gaps.push(...watch.look(one));
      for (const { code } of one.reasons) codes.add(code);
    }
  }
  return { codes: [...codes], gaps };
}

const count = (segments: number) => ({ sizing: { kind: 'count', segments } as const });

describe('a run that stands still says why', () => {
  it('while nobody leads, and right after somebody does', async () => {
    const of = await cluster({ durationMs: 3_000 });
    const run = await of.createRun(count(40));
    await of.time.advance(4_000);
    of.leader?.kill();
    const { codes, gaps } = await watched(of, [run], 90_000);
    expect(gaps).toEqual([]);
    expect(codes).toEqual(expect.arrayContaining(['NO_LEADER', 'LEADER_TAKING_OVER']));
  });

  it('for as long as that does not change, with the time of the last look', async () => {
    const of = await cluster({ durationMs: 3_000 });
    const run = await of.createRun(count(40));
    await of.time.advance(4_000);
    for (const { hostId } of of.sidecars) of.setNode(hostId, { state: 'LEAVING' });
    await of.time.advance(60_000);
    for (let look = 0; look < 30; look++) {
      await of.time.advance(1_000);
      const status = (await of.pen.runs.get(run.runId))?.status;
      expect(status?.reasons.map(({ code }) => code)).toContain('NODE_NOT_NORMAL');
      expect(of.time.wallMs() - (status?.asOfMs ?? 0)).toBeLessThan(15_000);
    }
  });

  it('when it was created while nobody leads', async () => {
    const of = new SimulatedCluster({ hosts: 3 });
    const run = await of.createRun();
    expect(await watched(of, [run], 10_000)).toEqual({ gaps: [], codes: ['NO_LEADER'] });
  });

  it('when no doorbell rings', async () => {
    const of = await cluster({ doorbells: false });
    const run = await of.createRun();
    const { codes, gaps } = await watched(of, [run], 40_000);
    expect(gaps).toEqual([]);
    expect(codes).toContain('LEADER_LOOKS_SOON');
  });

  it('when all sidecars but the leader die, with commands in doubt', async () => {
    const of = await cluster({ durationMs: 20_000 });
    const run = await of.createRun({ ...count(40), segmentTimeoutMs: 60_000 });
    await of.time.advance(5_000);
    for (const one of of.sidecars) if (!one.leads) one.kill();
    const { codes, gaps } = await watched(of, [run], 200_000);
    expect(gaps).toEqual([]);
    expect(codes).toContain('NO_LIVE_SIDECAR');
  });

  it('when it is paused, resumed and aborted', async () => {
    const of = await cluster({ durationMs: 8_000, doorbells: false });
    const run = await of.createRun(count(40));
    for (const desired of ['paused', 'running', 'aborted'] as const) {
      await of.editRun(run, (spec) => ({ ...spec, desired }));
      expect((await watched(of, [run], 30_000)).gaps).toEqual([]);
    }
  });

  it('when a worker starts nothing of its list', async () => {
    const of = await cluster();
    const run = await of.createRun(count(40));
    await of.time.advance(2_500);
    for (const { node } of of.sidecars) node.prepare = () => new Promise<never>(() => undefined);
    const { codes, gaps } = await watched(of, [run], 60_000);
    expect(gaps).toEqual([]);
    expect(codes).toContain('LIST_NOT_STARTED');
  });

  it('when the rows of its segments cannot be read', async () => {
    const of = await cluster();
    const run = await of.createRun(count(40));
    for (const one of of.sidecars) one.behave = () => ({ failure: 'stream failed' });
    of.leader?.process?.stores.client.fail(1_000, (operation) => operation.startsWith('segments.read'));
    const { gaps } = await watched(of, [run], 60_000);
    expect(gaps).toEqual([]);
  });

  it('when its end cannot be written', async () => {
    const of = await cluster();
    const run = await of.createRun(count(3));
    of.leader?.process?.stores.client.fail(1_000, (operation) => operation === 'runs.writeResult');
    const { codes, gaps } = await watched(of, [run], 40_000);
    expect(gaps).toEqual([]);
    expect(codes).toContain('STORAGE_UNREACHABLE');
  });

  it.each([1, 2, 3, 4])('under random faults, seed %d', async (seed) => {
    const of = await cluster({ seed, durationMs: 2_000, hosts: 3 + (seed % 4) });
    of.tables = ['t', 'u'];
    let dice = seed * 7_919;
    const roll = (sides: number) => (dice = (dice * 48_271) % 2_147_483_647) % sides;
    const runs = [
      await of.createRun({ ...count(60), maxAttempts: 50, tables: ['t'] }),
      await of.createRun({ ...count(60), maxAttempts: 50, tables: ['u'], intensity: 0.4 }),
    ];
    for (const one of of.sidecars) one.behave = () => (roll(6) === 0 ? { failure: 'stream failed' } : {});
    for (let fault = 0; fault < 12; fault++) {
      const victim = of.sidecars[roll(of.sidecars.length)];
      const what = roll(5);
      if (what === 0) victim?.kill();
      else if (what === 1) victim?.pause(5_000 + roll(40_000));
      else if (what === 2) victim?.restartNode();
      else if (what === 3) victim?.process?.stores.client.fail(roll(40));
      else of.leader?.kill();
      expect((await watched(of, runs, 5_000 + roll(30_000))).gaps).toEqual([]);
      if (roll(2) === 0) of.startAll();
    }
  });
});
