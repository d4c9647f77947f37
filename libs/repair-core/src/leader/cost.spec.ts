import { SimulatedCluster } from '../testing/simulated-cluster.js';

/** The machine may be busy; virtual time is not real time. */
jest.setTimeout(60_000);

const statements = (of: SimulatedCluster) =>
  of.sidecars.reduce((sum, { process }) => sum + (process?.stores.client.statistics().statements ?? 0), 0);
const conditionalWrites = (of: SimulatedCluster) =>
  of.sidecars.reduce((sum, { process }) => sum + (process?.stores.client.statistics().conditionalWrites ?? 0), 0);

describe('statements', () => {
  it('stay at four per segment, all sidecars and everything counted, none of them conditional', async () => {
    const of = new SimulatedCluster({ durationMs: 300 });
    of.startAll();
    await of.time.advance(30_000);
    const before = { all: statements(of), conditional: conditionalWrites(of) };
    const run = await of.createRun({ sizing: { kind: 'count', segments: 300 } });
    const tookMs = await of.untilOver(run, 300_000);
    expect(of.commands).toHaveLength(300);
    expect((statements(of) - before.all) / 300).toBeLessThanOrEqual(4);
    const renewals = tookMs / 10_000;
    expect(conditionalWrites(of) - before.conditional).toBeLessThanOrEqual(renewals + 2);
  });

  it('of an idle cluster stay at 0.35 a second for the leader and 0.2 for the others', async () => {
    const of = new SimulatedCluster();
    of.startAll();
    await of.time.advance(60_000);
    const before = of.sidecars.map(({ process }) => process?.stores.client.statistics().statements ?? 0);
    await of.time.advance(3_600_000);
    const rates = of.sidecars.map(({ process, leads }, index) => ({
      leads,
      perSecond: ((process?.stores.client.statistics().statements ?? 0) - (before[index] ?? 0)) / 3_600,
    }));
    for (const { leads, perSecond } of rates) expect(perSecond).toBeLessThanOrEqual(leads ? 0.35 : 0.205);
  });
});

describe('gaps', () => {
  it('between segments of a list stay short also where lists follow each other', async () => {
    const of = new SimulatedCluster({ durationMs: 700 });
    for (const sidecar of of.sidecars) sidecar.boot();
    await of.time.advance(5_000);
    for (const { process } of of.sidecars) process?.stores.client.delay({ requestMs: 2, answerMs: 2 });
    const run = await of.createRun({ sizing: { kind: 'count', segments: 120 } });
    await of.untilOver(run, 300_000);
    const starts = of.commands.map(({ startedAtMs }) => startedAtMs);
    const ends = of.commands.map(({ endedAtMs = 0 }) => endedAtMs);
    const gaps = starts.slice(1).map((start, index) => start - (ends[index] ?? 0));
    gaps.sort((a, b) => a - b);
    expect(gaps[Math.floor(gaps.length * 0.95)]).toBeLessThan(50);
    expect(gaps.at(-1)).toBeLessThan(250);
  });
});
