import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '@reaper-sidecar/cassandra-rig';
import { totalDamage } from '@reaper-sidecar/dataset';
import {
  createRun,
  explainRun,
  getRun,
  setIntensity,
  type SidecarFleet,
  startFleet,
  untilOver,
  untilRun,
} from '@reaper-sidecar/sidecar-rig';
import { damagedDataset, startTestCluster } from './test-bed.js';

const OLD = '4.1.10';
const NEW = '5.0.9';
const SEGMENTS = 120;

let cluster: Cluster;
let fleet: SidecarFleet;
let logDirectory: string;

beforeAll(async () => {
  logDirectory = mkdtempSync(join(tmpdir(), 'reaper-e2e-'));
  cluster = await startTestCluster({ tokens: 4, version: OLD });
  for (const statement of statementsOf('schema-version-1.cql')) await cluster.cql(1, statement);
  fleet = await startFleet({ nodes: cluster.nodes, logDirectory });
});

afterAll(async () => {
  await fleet?.stop();
  await cluster?.wipe();
  rmSync(logDirectory, { recursive: true, force: true });
});

function statementsOf(file: string): string[] {
  const text = readFileSync(join(__dirname, file), 'utf8').replaceAll(/^--.*$/gm, '');
  return text.split(/;\n/).filter((statement) => statement.trim() !== '');
}

describe('an upgrade in mid-run', () => {
  it('the keyspace of the first release is brought to the newest version by one of the sidecars', async () => {
    const rows = await cluster.cql(1, "SELECT version FROM reaper_sidecar.schema_migration WHERE name = 'schema'");
    const versions = rows.map(({ version }) => version);
    expect(versions).toEqual(versions.map((_, i) => i + 1));
    expect(versions.length).toBeGreaterThan(1);
  });

  it(`of Cassandra from ${OLD} to ${NEW}: repairs wait with the reason and go on afterwards`, async () => {
    const dataset = await damagedDataset(cluster, { keyspace: 'shop' });
    const run = await createRun(fleet.balancer.url, {
      keyspace: 'shop',
      segments: SEGMENTS,
      intensity: 0.1,
      maxAttempts: 50,
    });
    await untilRun(fleet.balancer.url, run.id, ({ segments }) => segments.done >= 5);
    for (const [i, sidecar] of fleet.sidecars.entries()) {
      const node = i + 1;
      await cluster.stopNode(node);
      await cluster.startNode(node, { version: NEW });
      await sidecar.ready();
      if (node < fleet.sidecars.length) await untilReason(run.id, 'MIXED_VERSIONS');
    }
    const { api } = fleet.sidecars[0]!;
    expect((await getRun(api, run.id)).segments.done).toBeLessThan(SEGMENTS);
    await setIntensity(api, run.id, 1);
    const over = await untilOver(fleet.balancer.url, run.id, 240_000);
    expect(over).toMatchObject({ state: 'DONE', segments: { done: SEGMENTS, failed: 0 } });
    expect(totalDamage(await dataset.audit())).toBe(0);
  });
});

async function untilReason(runId: string, code: string): Promise<void> {
  let last: unknown;
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(500)) {
    last = await explainRun(fleet.sidecars[0]!.api, runId).catch(String);
    if (typeof last === 'object' && JSON.stringify(last).includes(`"${code}"`)) return;
  }
  throw new Error(`The run does not wait for ${code}: ${JSON.stringify(last)}`);
}
