import { formatRange } from '@reaper-sidecar/segment-planner';
import type { RunCreation } from '../model/repair-run.js';
import type { SegmentOutcome } from '../model/segment.js';
import { SimulatedCluster, type SimulatedClusterOptions } from '../testing/simulated-cluster.js';

/** The machine may be busy; virtual time is not real time. */
jest.setTimeout(60_000);

async function cluster(options: Partial<SimulatedClusterOptions> = {}): Promise<SimulatedCluster> {
  const started = new SimulatedCluster({ tokensPerHost: 1, ...options });
  started.startAll();
  await started.time.advance(3_000);
  return started;
}

const TIMEOUT_MS = 10_000;
const request = { sizing: { kind: 'count', segments: 3 }, segmentTimeoutMs: TIMEOUT_MS } as const;
const resultOf = async (of: SimulatedCluster, run: RunCreation) => (await of.pen.runs.get(run.runId))?.result;
const rowsOf = (of: SimulatedCluster, run: RunCreation) => of.pen.segments.readPlan(run.planId);

/** The first planned segment is larger than its timeout allows; its pieces are not, from the given depth on. */
async function withSlowSegment(of: SimulatedCluster, run: RunCreation, slow: (ranges: string) => boolean) {
  const [first] = await rowsOf(of, run);
  const whole = first?.segment.ranges.map(formatRange).join() ?? '';
  for (const one of of.sidecars) one.behave = (ranges) => (slow(ranges) ? { durationMs: Infinity } : {});
  return whole;
}

describe('a segment that times out', () => {
  it('is cut after its second timeout, and its pieces are repaired', async () => {
    const of = await cluster();
    const run = await of.createRun(request);
    let whole = '';
    for (const one of of.sidecars) one.behave = (ranges) => (ranges === whole ? { durationMs: Infinity } : {});
    whole = await withSlowSegment(of, run, (ranges) => ranges === whole);
    await of.untilOver(run, 300_000);
    const rows = await rowsOf(of, run);
    expect(rows[0]?.outcome).toMatchObject({ state: 'SPLIT', children: [3, 4, 5, 6] });
    expect(of.commands.filter(({ ranges }) => ranges === whole)).toHaveLength(2);
    expect(await resultOf(of, run)).toMatchObject({ state: 'DONE', counters: { total: 6, done: 6, failed: 0 } });
    const leaves = rows.filter(({ outcome }) => outcome?.state === 'DONE');
    expect(leaves.reduce((sum, { segment }) => sum + segment.ringShare, 0)).toBeCloseTo(1, 9);
  });

  it('is cut down to 1/64 and then given up, while the run goes on and names what failed', async () => {
    const of = await cluster();
    const run = await of.createRun({ ...request, maxAttempts: 2 });
    const [first] = await rowsOf(of, run);
    const [range] = first?.segment.ranges ?? [];
    const start = `${range?.start}:`;
    for (const one of of.sidecars) one.behave = (text) => (text.startsWith(start) ? { durationMs: Infinity } : {});
    await of.untilOver(run, 900_000, 1_000);
    const rows = await rowsOf(of, run);
    expect(rows.filter(({ outcome }) => outcome?.state === 'SPLIT')).toHaveLength(3);
    expect(rows).toHaveLength(3 + 3 * 4);
    const result = await resultOf(of, run);
    expect(result).toMatchObject({
      state: 'FAILED',
      counters: { total: 12, done: 11, failed: 1 },
      failures: [{ attempt: 2, code: 'SEGMENT_TIMEOUT' }],
      message: expect.stringContaining('1 segment failed (SEGMENT_TIMEOUT 1)'),
    });
  });

  it('is not cut when it has one attempt only', async () => {
    const of = await cluster();
    const run = await of.createRun({ ...request, maxAttempts: 1 });
    for (const one of of.sidecars) one.behave = () => ({ durationMs: Infinity });
    await of.untilOver(run, 300_000);
    expect(await rowsOf(of, run)).toHaveLength(3);
    expect(await resultOf(of, run)).toMatchObject({ state: 'FAILED', counters: { failed: 3 } });
  });

  it('is cut once, also when its leader dies between the rows of the children and the parent', async () => {
    const of = await cluster();
    const run = await of.createRun(request);
    const [first] = await rowsOf(of, run);
    const whole = first?.segment.ranges.map(formatRange).join() ?? '';
    for (const one of of.sidecars) {
      one.behave = (ranges) => (ranges === whole ? { durationMs: Infinity } : {});
      let added = false;
      one.beforeCall = (method) => {
        if (added && method === 'writeOutcome') one.kill();
        added ||= method === 'addChildren';
      };
    }
    const reboot = async () => {
      for (let second = 0; second < 300 && (await of.activeRun(run)); second++) {
        await of.time.advance(1_000);
        if (second % 20 === 0) of.startAll();
        if (second === 150) for (const one of of.sidecars) one.beforeCall = () => undefined;
      }
    };
    await reboot();
    const result = await resultOf(of, run);
    expect(result).toMatchObject({ state: 'DONE', counters: { total: 6, done: 6 } });
    expect(of.violations).toEqual([]);
  });
});

describe('a split that two leaders wrote at the same time', () => {
  it('does not count when its children are those of another segment', async () => {
    const of = await cluster({ durationMs: 5_000 });
    const run = await of.createRun({ sizing: { kind: 'count', segments: 6 } });
    const rows = await rowsOf(of, run);
    const [lost, other] = [rows[4], rows[5]];
    if (!lost || !other) throw new Error('too few segments');
    // As of a leader that was replaced: its SPLIT is there, the rows of its children were overwritten by the next one.
    const outcome: SegmentOutcome = {
      state: 'SPLIT',
      ...{ round: 0, attempt: 1, coordinator: 'x', startedAtMs: 0, endedAtMs: 0 },
      ...{ children: [6], childKeys: ['of ranges that row 6 does not have'] },
    };
    await of.pen.segments.addChildren(run.planId, [{ ...other.segment, seq: 6 }], 2);
    await of.pen.segments.writeOutcome(run.planId, 4, outcome, 3);
    of.leader?.kill();
    await of.untilOver(run, 300_000);
    const text = lost.segment.ranges.map(formatRange).join();
    expect(of.commands.some(({ ranges, succeeded }) => ranges === text && succeeded)).toBe(true);
    expect(await resultOf(of, run)).toMatchObject({ state: 'DONE', counters: { total: 6, done: 6 } });
  });
});
