import { join } from 'node:path';
import { Dataset, totalDamage } from '@reaper-sidecar/dataset';
import {
  allSegments,
  createRun,
  type Segment,
  setIntensity,
  SidecarProcess,
  untilOver,
  untilRun,
} from '@reaper-sidecar/sidecar-rig';
import { damagedKeyspace, startTestBed, type TestBed } from './test-bed.js';

const SEGMENTS = 120;
const REPLICAS = 2;

let bed: TestBed;
/** Beside a node that came later. */
let newcomer: SidecarProcess | undefined;

beforeAll(async () => {
  bed = await startTestBed({ tokens: 4 });
});

afterAll(async () => {
  await newcomer?.kill();
  await bed?.close();
});

async function sidecarBeside(index: number): Promise<SidecarProcess> {
  const logFile = join(bed.logDirectory, `sidecar-${index}.log`);
  const sidecar = new SidecarProcess({ node: bed.cluster.node(index), httpPort: 8080, logFile });
  await sidecar.start();
  return sidecar;
}

/** Lets something happen to the ring when an eighth of a slow run is done, and follows the run quickly to its end. */
async function changeDuringRun(keyspace: string, change: () => Promise<unknown>) {
  const { id } = await createRun(bed.url, { keyspace, segments: SEGMENTS, intensity: 0.1, maxAttempts: 50 });
  await untilRun(bed.url, id, ({ segments }) => segments.done >= SEGMENTS / 8);
  const before = await allSegments(bed.fleet.sidecars[0]!.api, id);
  await change();
  await setIntensity(bed.fleet.sidecars[0]!.api, id, 1);
  const run = await untilOver(bed.url, id, 240_000);
  return { run, before, after: await allSegments(bed.fleet.sidecars[0]!.api, id) };
}

/** Segments that were done and were done again. */
function redone(before: readonly Segment[], after: readonly Segment[]): Segment[] {
  const done = before.filter(({ state }) => state === 'DONE');
  return done.filter(({ seq, startedAt }) => after.find((one) => one.seq === seq)?.startedAt !== startedAt);
}

describe('a run while the ring changes', () => {
  it('ends DONE when a node joins, with few segments done twice', async () => {
    const dataset = await damagedKeyspace(bed, { keyspace: 'grows', replicationFactor: REPLICAS });
    const { run, before, after } = await changeDuringRun('grows', () => bed.cluster.addNode());
    expect(run).toMatchObject({ state: 'DONE', segments: { failed: 0 } });
    expect(redone(before, after).length).toBeLessThanOrEqual((1.2 * REPLICAS * SEGMENTS) / 4);
    expect(totalDamage(await dataset.audit(bed.cluster.nodes))).toBe(0);
  });

  it('ends DONE when a node leaves, with few segments done twice', async () => {
    newcomer = await sidecarBeside(4);
    const dataset = new Dataset(bed.cluster.nodes, {
      keyspace: 'shrinks',
      tables: ['a', 'b'],
      rowsPerTable: 500,
      replicationFactor: REPLICAS,
    });
    await dataset.create();
    const { run, before, after } = await changeDuringRun('shrinks', async () => {
      const { exitCode, stderr } = await bed.cluster.nodetool(4, ['decommission']);
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
      await newcomer?.stop();
      await bed.cluster.killNode(4);
    });
    expect(run).toMatchObject({ state: 'DONE', segments: { failed: 0 } });
    expect(redone(before, after).length).toBeLessThanOrEqual((1.2 * REPLICAS * SEGMENTS) / 4);
    expect(totalDamage(await dataset.audit(bed.cluster.nodes.slice(0, 3)))).toBe(0);
  });

  it('ends DONE when a node dies for good and another takes over its tokens', async () => {
    const dataset = await damagedKeyspace(bed, { keyspace: 'replaces', replicationFactor: REPLICAS });
    const { run } = await changeDuringRun('replaces', async () => {
      await bed.fleet.sidecars[2]!.kill();
      await bed.cluster.killNode(3);
      const { index } = await bed.cluster.replaceNode(3);
      newcomer = await sidecarBeside(index);
    });
    expect(run).toMatchObject({ state: 'DONE', segments: { failed: 0 } });
    expect(totalDamage(await dataset.audit(bed.cluster.nodes.filter(({ state }) => state === 'running')))).toBe(0);
  });
});
