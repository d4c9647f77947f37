import fc from 'fast-check';
import { formatRange } from '@reaper-sidecar/segment-planner';
import type { RunCreation } from '../model/repair-run.js';
import { SimulatedCluster, type SimulatedClusterOptions } from '../testing/simulated-cluster.js';
import { RunAbortingError, UnitBusyError, UnknownRunError, UnknownSegmentError } from './run-errors.js';
import { replaySegment, type Replay } from './replay-segment.js';

/** The machine may be busy; virtual time is not real time. */
jest.setTimeout(120_000);

async function cluster(options: Partial<SimulatedClusterOptions> = {}): Promise<SimulatedCluster> {
  const started = new SimulatedCluster(options);
  started.startAll();
  await started.time.advance(3_000);
  return started;
}

let ids = 0;
function replay(of: SimulatedCluster, runId: string, seq: number, client = of.pen): Promise<Replay> {
  const quiet = () => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const entropy = { uuid: () => `replay-${++ids}`, random: () => 0.5 };
  const { runs, segments } = client;
  const ports = { cluster: of.view, schema: of.schema, runs, segments, runtime: { clock: of.time, entropy, log } };
  return replaySegment(ports, runId, seq, 'test');
}

const count = (segments: number) => ({ sizing: { kind: 'count', segments } as const });

/** Successes of a planned segment, by the truth of the nodes. */
async function repairs(of: SimulatedCluster, { planId }: RunCreation, seq: number) {
  const [row] = await of.pen.segments.readSome(planId, [seq]);
  const text = row?.segment.ranges.map(formatRange).join(',');
  return of.commands.filter(({ ranges, succeeded }) => ranges === text && succeeded);
}

describe('the replay of a segment', () => {
  it('of an unfinished run repairs it once more in that run', async () => {
    const of = await cluster();
    const run = await of.createRun(count(6));
    await of.until(() => of.commands.length === 3, 20_000);
    const askedAt = of.time.wallMs();
    expect(await replay(of, run.runId, 0)).toEqual({ runId: run.runId, isNew: false });
    await of.untilOver(run, 60_000);
    const done = await repairs(of, run, 0);
    expect(done.filter(({ startedAtMs }) => startedAtMs >= askedAt)).toHaveLength(1);
    expect((await of.pen.runs.get(run.runId))?.result).toMatchObject({ state: 'DONE', counters: { done: 6 } });
  });

  it('of an ended run is a new run of that segment, which names the old one', async () => {
    const of = await cluster();
    const run = await of.createRun(count(6));
    await of.untilOver(run, 60_000);
    const answer = await replay(of, run.runId, 4);
    expect(answer).toMatchObject({ isNew: true });
    const created = (await of.pen.runs.get(answer.runId))?.creation;
    expect(created).toMatchObject({ segmentCount: 1, replayOf: { runId: run.runId, seqs: [4] }, unit: run.unit });
    await expect(replay(of, run.runId, 4)).rejects.toThrow(UnitBusyError);
    of.ringLeader();
    if (created) await of.untilOver(created, 60_000);
    expect(await repairs(of, run, 4)).toHaveLength(2);
  });

  it('of an ended run follows the ring of today and leaves dropped tables out', async () => {
    const of = await cluster({ hosts: 4, tokensPerHost: 1, replicationFactor: 2 });
    of.tables = ['t', 'u'];
    const run = await of.createRun(count(4));
    await of.untilOver(run, 60_000);
    of.tables = ['t'];
    of.addNode(Array.from({ length: 12 }, (_, index) => (BigInt(index) - 6n) * 2n ** 60n + 2n ** 58n));
    const { runId } = await replay(of, run.runId, 1);
    const created = (await of.pen.runs.get(runId))?.creation;
    expect(created?.unit.tables).toEqual(['t']);
    const rows = created ? await of.pen.segments.readPlan(created.planId) : [];
    const sets = new Set((await of.view.ring('ks')).map(({ replicas }) => [...replicas].sort().join()));
    for (const { segment } of rows) expect(sets).toContain(segment.replicas.join());
    const [old] = await of.pen.segments.readSome(run.planId, [1]);
    expect(rows.reduce((sum, { segment }) => sum + segment.ringShare, 0)).toBeCloseTo(old?.segment.ringShare ?? 0, 9);
  });

  it('is refused for what does not exist and for what is being aborted', async () => {
    const of = await cluster({ durationMs: 60_000 });
    const run = await of.createRun(count(6));
    await expect(replay(of, 'nobody', 0)).rejects.toThrow(UnknownRunError);
    await expect(replay(of, run.runId, 6)).rejects.toThrow(UnknownSegmentError);
    await of.time.advance(2_000);
    await of.editRun(run, (spec) => ({ ...spec, desired: 'aborted' }));
    await expect(replay(of, run.runId, 0)).rejects.toThrow(RunAbortingError);
  });

  it('is never lost, whenever it is asked for and whatever the storage answers', async () => {
    const asks = fc.array(
      fc.record({ afterMs: fc.integer({ min: 0, max: 4_000 }), seq: fc.nat({ max: 3 }), fails: fc.nat({ max: 3 }) }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(asks, fc.boolean(), fc.nat({ max: 1_000 }), async (plan, killsLeader, seed) => {
        const of = await cluster({ seed: seed + 1, durationMs: 700 });
        const run = await of.createRun(count(4));
        const accepted: { readonly seq: number; readonly atMs: number; readonly runId: string }[] = [];
        for (const { afterMs, seq, fails } of plan) {
          await of.time.advance(afterMs);
          of.leader?.process?.stores.client.fail(fails);
          const atMs = of.time.wallMs();
          const answer = await replay(of, run.runId, seq).catch((error: unknown) => {
            if (error instanceof UnitBusyError) return undefined;
            throw error;
          });
          if (answer) accepted.push({ seq, atMs, runId: answer.runId });
          of.ringLeader();
        }
        if (killsLeader) of.leader?.kill();
        await of.time.advance(1_000);
        of.startAll();
        await of.time.advance(200_000);
        expect(await of.pen.runs.activeRuns()).toEqual([]);
        for (const { seq, atMs } of accepted) {
          const late = (await repairs(of, run, seq)).filter(({ startedAtMs }) => startedAtMs >= atMs);
          expect(late.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 25 },
    );
  });
});
