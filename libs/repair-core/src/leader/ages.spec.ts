import { PARTITIONERS } from '@reaper-sidecar/segment-planner';
import { ageIntervals, oldestOf } from '../ages/age-map.js';
import { creditsByTable } from '../ages/age-rows.js';
import { SIMULATED_KEYSPACE, SimulatedCluster, type SimulatedClusterOptions } from '../testing/simulated-cluster.js';

jest.setTimeout(60_000);

const { Murmur3Partitioner: partitioner } = PARTITIONERS;
const count = (segments: number) => ({ sizing: { kind: 'count', segments } as const });

async function cluster(options: Partial<SimulatedClusterOptions> = {}): Promise<SimulatedCluster> {
  const started = new SimulatedCluster(options);
  started.startAll();
  await started.time.advance(3_000);
  return started;
}

async function agesOf(of: SimulatedCluster, table = 't') {
  const rows = await of.storage.connect().ages.read(SIMULATED_KEYSPACE);
  return ageIntervals(partitioner, creditsByTable(partitioner, rows).get(table) ?? []);
}

/** Start of the oldest range; undefined when some range was never repaired. */
async function oldest(of: SimulatedCluster): Promise<number | undefined> {
  return oldestOf((await agesOf(of)).map(({ startedAtMs }) => startedAtMs));
}

describe('our own runs', () => {
  it('make every range as young as the start of the command that repaired it', async () => {
    const of = await cluster();
    const beganMs = of.time.wallMs();
    const run = await of.createRun(count(6));
    await of.untilOver(run, 60_000);
    const intervals = await agesOf(of);
    const ended = of.sidecars.flatMap((one) => one.ended);
    const starts = new Set(ended.map(({ outcome }) => Math.floor(outcome.startedAtMs)));
    expect(new Set(intervals.map(({ startedAtMs }) => startedAtMs))).toEqual(starts);
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(beganMs);
  });

  it('count while they still go on, when they take long', async () => {
    const of = await cluster({ durationMs: 60_000 });
    const run = await of.createRun(count(60));
    await of.time.advance(16 * 60_000);
    expect(await of.activeRun(run)).toBeDefined();
    const shares = await agesOf(of);
    expect(shares.some(({ startedAtMs }) => startedAtMs !== undefined)).toBe(true);
    expect(await oldest(of)).toBeUndefined();
  });

  it('count for what they did when they are aborted, and again after the leader died', async () => {
    const of = await cluster({ durationMs: 5_000 });
    const run = await of.createRun(count(90));
    await of.time.advance(20_000);
    of.leader?.kill();
    await of.time.advance(60_000);
    await of.editRun(run, (spec) => ({ ...spec, desired: 'aborted' }));
    await of.untilOver(run, 120_000);
    const done = of.sidecars.flatMap((one) => one.ended).filter(({ outcome }) => outcome.state === 'DONE');
    expect(done.length).toBeGreaterThan(2);
    const times = new Set((await agesOf(of)).flatMap(({ startedAtMs }) => startedAtMs ?? []));
    for (const { outcome } of done) expect(times).toContain(Math.floor(outcome.startedAtMs));
  });

  it('count nothing where there was nothing to repair, and where they leave replicas out', async () => {
    const of = await cluster();
    for (const one of of.sidecars) one.behave = () => ({ kind: 'nothing' }) as never;
    const filtered = await of.createRun({ ...count(3), datacenters: ['dc1'] });
    await of.untilOver(filtered, 60_000);
    expect(await of.storage.connect().ages.read(SIMULATED_KEYSPACE)).toEqual([]);
  });

  it('cost at most one statement for ten segments, and few rows', async () => {
    const of = await cluster({ durationMs: 50 });
    for (let n = 0; n < 3; n++) await of.untilOver(await of.createRun(count(300)), 600_000);
    const operations = of.sidecars.map((one) => one.process?.stores.client.statistics().operations ?? {});
    const ages = operations.reduce(
      (sum, one) => sum + ['read', 'credit', 'remove'].reduce((s, name) => s + (one[`repairAges.${name}`] ?? 0), 0),
      0,
    );
    expect(ages).toBeLessThanOrEqual(900 * 0.1);
    const rows = await of.storage.connect().ages.read(SIMULATED_KEYSPACE);
    expect(rows.length).toBeLessThanOrEqual(330);
  });
});

describe('repairs of others', () => {
  const everyone = (of: SimulatedCluster) => of.nodes.map(({ address }) => address);

  const plant = (of: SimulatedCluster, parentId: string, startedAtMs: number, endpoints = everyone(of)) =>
    of.history.plant(
      { parentId, tables: ['t'], successfulRanges: ['7:7'], state: 'completed', startedAtMs, pullOnly: false },
      endpoints,
    );

  it('count as those of the sidecars do', async () => {
    const of = await cluster();
    const startedAtMs = of.time.wallMs() - 60_000;
    plant(of, 'a', startedAtMs);
    await of.time.advance(60_000);
    expect(await oldest(of)).toBe(startedAtMs);
  });

  it('count nothing when a replica did not take part', async () => {
    const of = await cluster();
    plant(of, 'a', of.time.wallMs(), everyone(of).slice(1));
    await of.time.advance(60_000);
    expect(await oldest(of)).toBeUndefined();
  });

  it('are found later, when they end long after they began', async () => {
    const of = await cluster();
    const startedAtMs = of.time.wallMs();
    plant(of, 'new', startedAtMs + 1, everyone(of).slice(1));
    const repair = {
      parentId: 'long',
      tables: ['t'],
      successfulRanges: ['7:7'],
      startedAtMs,
      pullOnly: false,
    } as const;
    of.history.plant({ ...repair, state: 'running' }, everyone(of));
    await of.time.advance(5 * 3_600_000);
    plant(of, 'newer', of.time.wallMs(), everyone(of).slice(1));
    await of.time.advance(600_000);
    const ended = (one: { parentId: string }) => one.parentId !== 'long';
    of.history.recorded.splice(0, 9, ...of.history.recorded.filter(ended));
    of.history.recordedSessions.splice(0, 9, ...of.history.recordedSessions.filter(ended));
    of.history.plant({ ...repair, state: 'completed' }, everyone(of));
    await of.time.advance(600_000);
    expect(await oldest(of)).toBe(startedAtMs);
  });

  it('are read once: later looks, also of the next leader, ask for what is new', async () => {
    const of = await cluster();
    const startedAtMs = of.time.wallMs() - 3 * 3_600_000;
    plant(of, 'a', startedAtMs);
    await of.time.advance(600_000);
    of.leader?.kill();
    await of.time.advance(600_000);
    const [first] = of.history.asked;
    const last = of.history.asked.at(-1);
    expect(first?.sinceMs).toBeLessThan(startedAtMs - 20 * 24 * 3_600_000);
    expect(last?.sinceMs).toBe(startedAtMs - 3_600_000);
    expect(of.history.asked.length).toBeLessThan(15);
  });
});
