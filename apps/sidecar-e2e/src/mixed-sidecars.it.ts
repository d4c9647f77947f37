import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cluster } from '@reaper-sidecar/cassandra-rig';
import { totalDamage } from '@reaper-sidecar/dataset';
import {
  createRun,
  getRun,
  type Run,
  setIntensity,
  SidecarProcess,
  untilOver,
  untilRun,
} from '@reaper-sidecar/sidecar-rig';
import { damagedDataset, startTestCluster } from './test-bed.js';

/** `dist/main.js` of an older release. */
const OLDER = process.env['REAPER_OLDER_SIDECAR'];
const SEGMENTS = 120;

let cluster: Cluster;
let logDirectory: string;
let sidecars: SidecarProcess[] = [];

const sidecarBeside = (node: number, program?: string): SidecarProcess =>
  new SidecarProcess({
    node: cluster.node(node),
    httpPort: 8080,
    logFile: join(logDirectory, `${node}.log`),
    ...(program !== undefined && { program }),
  });

beforeAll(async () => {
  logDirectory = mkdtempSync(join(tmpdir(), 'reaper-e2e-'));
  cluster = await startTestCluster({ tokens: 4 });
});

afterAll(async () => {
  await Promise.all(sidecars.map((sidecar) => sidecar.stop()));
  await cluster?.wipe();
  rmSync(logDirectory, { recursive: true, force: true });
});

describe('sidecars that are upgraded one after the other', () => {
  it('go on with a run, and only newer ones make a preview', async () => {
    const shop = await damagedDataset(cluster, { keyspace: 'shop' });
    const compared = await damagedDataset(cluster, { keyspace: 'compared' });
    const damage = totalDamage(await compared.audit());
    sidecars = [1, 2, 3].map((node) => sidecarBeside(node, OLDER));
    await Promise.all(sidecars.map((sidecar) => sidecar.start()));
    const run = await createRun(sidecars[0]!.url, { keyspace: 'shop', segments: SEGMENTS, intensity: 0.2 });

    let preview: Run | undefined;
    for (const node of [1, 2, 3]) {
      const { segments } = await getRun(sidecars[2]!.api, run.id);
      await untilRun(sidecars[2]!.url, run.id, (now) => now.segments.done >= segments.done + 5);
      await sidecars[node - 1]!.stop();
      sidecars[node - 1] = sidecarBeside(node);
      await sidecars[node - 1]!.start();
      preview ??= await createRun(sidecars[0]!.url, { keyspace: 'compared', preview: 'all' });
    }

    const { api, url } = sidecars[0]!;
    await setIntensity(api, run.id, 1);
    const over = await untilOver(url, run.id, 240_000);
    expect(over).toMatchObject({ state: 'DONE', segments: { done: SEGMENTS, failed: 0 } });
    expect(totalDamage(await shop.audit())).toBe(0);
    expect(await untilOver(url, preview!.id, 120_000)).toMatchObject({ state: 'DONE', segments: { failed: 0 } });
    expect(totalDamage(await compared.audit())).toBe(damage);
  });
});
