import { totalDamage } from '@reaper-sidecar/dataset';
import {
  allSegments,
  createRun,
  overlapsOnANode,
  type Segment,
  type SidecarProcess,
  untilOver,
  untilRun,
} from '@reaper-sidecar/sidecar-rig';
import { damagedKeyspace, leadingSidecar, sidecarOf, startTestBed, type TestBed } from './test-bed.js';

let bed: TestBed;

beforeAll(async () => {
  bed = await startTestBed({ tokens: 4 });
});

afterAll(() => bed?.close());

const SEGMENTS = 40;

/** Kills one sidecar when a quarter of the run is done and follows the run through the others. */
async function killDuringRun(keyspace: string, choose: (runId: string) => Promise<SidecarProcess>) {
  const created = await createRun(bed.url, { keyspace, segments: SEGMENTS, intensity: 0.4 });
  await untilRun(bed.url, created.id, ({ segments }) => segments.done >= SEGMENTS / 4);
  const victim = await choose(created.id);
  const done = (await allSegments(victim.api, created.id)).filter(({ state }) => state === 'DONE');
  await victim.kill();
  const survivor = bed.fleet.sidecars.find((sidecar) => sidecar !== victim)!;
  const run = await untilOver(survivor.url, created.id, 180_000);
  const segments = await allSegments(survivor.api, created.id);
  return { run, segments, done, victim };
}

function expectNothingRedone(before: readonly Segment[], after: readonly Segment[]): void {
  for (const segment of before) expect(after.find(({ seq }) => seq === segment.seq)).toEqual(segment);
}

describe('a run while sidecars die', () => {
  it('ends DONE by the others when the leader is killed; nothing finished is redone, no range is lost', async () => {
    const dataset = await damagedKeyspace(bed, { keyspace: 'leader_dies' });
    const { run, segments, done, victim } = await killDuringRun('leader_dies', () => leadingSidecar(bed.fleet));
    expect(run).toMatchObject({ state: 'DONE', segments: { done: SEGMENTS, failed: 0 } });
    expectNothingRedone(done, segments);
    expect(overlapsOnANode(segments)).toEqual([]);
    expect(totalDamage(await dataset.audit())).toBe(0);
    await victim.start();
  });

  it('ends DONE by the others when the sidecar at work is killed', async () => {
    const dataset = await damagedKeyspace(bed, { keyspace: 'worker_dies', replicationFactor: 2 });
    const { run, segments, done, victim } = await killDuringRun('worker_dies', async (runId) => {
      const lastOne = (await allSegments(bed.fleet.sidecars[0]!.api, runId)).find(({ state }) => state === 'RUNNING');
      return lastOne?.coordinator ? sidecarOf(bed.fleet, lastOne.coordinator) : leadingSidecar(bed.fleet);
    });
    expect(run).toMatchObject({ state: 'DONE', segments: { failed: 0 } });
    expectNothingRedone(done, segments);
    expect(totalDamage(await dataset.audit())).toBe(0);
    await victim.start();
  });

  it('goes on with a sidecar that was restarted', async () => {
    const created = await createRun(bed.url, { keyspace: 'leader_dies', segments: SEGMENTS, intensity: 0.5 });
    await untilRun(bed.url, created.id, ({ segments }) => segments.done >= 5);
    for (const sidecar of bed.fleet.sidecars) {
      await sidecar.stop();
      await sidecar.start();
    }
    expect(await untilOver(bed.url, created.id, 180_000)).toMatchObject({ state: 'DONE', segments: { failed: 0 } });
  });
});
