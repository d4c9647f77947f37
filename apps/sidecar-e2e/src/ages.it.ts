import { setTimeout as sleep } from 'node:timers/promises';
import type { components } from '@reaper-sidecar/api-client';
import { createRun, untilOver } from '@reaper-sidecar/sidecar-rig';
import { startTestBed, type TestBed } from './test-bed.js';

type TableAge = components['schemas']['RepairAgeDto'];
type Decision = components['schemas']['DecisionDto'];

/** Leaders look for repairs of others every few minutes. */
const HISTORY_PATIENCE_MS = 300_000;

let bed: TestBed;
let cql: Awaited<ReturnType<TestBed['cluster']['connect']>>;

beforeAll(async () => {
  bed = await startTestBed({ tokens: 4 });
  cql = await bed.cluster.connect(1);
  for (const keyspace of ['ours', 'theirs']) {
    await cql.query(`CREATE KEYSPACE ${keyspace} WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3}`);
    await cql.query(`CREATE TABLE ${keyspace}.t (id int PRIMARY KEY) WITH gc_grace_seconds = 864000`);
  }
});

afterAll(async () => {
  await cql?.close();
  await bed?.close();
});

async function read<T>(path: string): Promise<readonly T[]> {
  const response = await fetch(`${bed.url}/api/v1/${path}`);
  if (!response.ok) return [];
  return ((await response.json()) as { items: readonly T[] }).items;
}

async function ageOf(keyspace: string): Promise<TableAge | undefined> {
  const [age] = await read<TableAge>(`reports/repair-age?keyspace=${keyspace}`);
  return age;
}

async function until<T>(ask: () => Promise<T | undefined>, timeoutMs: number): Promise<T> {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(1_000)) {
    const found = await ask().catch(() => undefined);
    if (found !== undefined) return found;
  }
  throw new Error('It did not happen in time');
}

const repaired = async (keyspace: string, sinceMs: number) => {
  const age = await ageOf(keyspace);
  return age?.lastRepairedAt !== undefined && Date.parse(age.lastRepairedAt) >= sinceMs ? age : undefined;
};

describe('repair ages', () => {
  it('are those of our own runs, from any sidecar', async () => {
    const beganMs = Date.now();
    expect(await until(() => ageOf('ours'), 60_000)).toMatchObject({ state: 'never', neverRepairedShare: 1 });
    const run = await createRun(bed.url, { keyspace: 'ours', segments: 6 });
    expect(await untilOver(bed.url, run.id, 120_000)).toMatchObject({ state: 'DONE' });
    const age = await until(() => repaired('ours', beganMs), 20_000);
    expect(age).toMatchObject({ table: 't', state: 'ok', neverRepairedShare: 0, gcGraceSeconds: 864_000 });
    const decisions = await read<Decision>(`decisions?runId=${run.id}`);
    expect(decisions.map(({ kind }) => kind)).toContain('RUN_ENDED');
  });

  it('are those of nodetool, too, when all replicas took part', async () => {
    const beganMs = Date.now();
    await bed.cluster.nodetool(2, ['repair', '-full', 'theirs']);
    const age = await until(() => repaired('theirs', beganMs), HISTORY_PATIENCE_MS);
    expect(age).toMatchObject({ state: 'ok', neverRepairedShare: 0 });
  });
});

describe('the keyspace of the sidecars', () => {
  it('holds everything after its replication changed, until it was repaired', async () => {
    await cql.query("ALTER KEYSPACE reaper_sidecar WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 2}");
    const held = await until(
      async () => (await read<Decision>('decisions')).find(({ kind }) => kind === 'HELD'),
      60_000,
    );
    expect(held).toMatchObject({ code: 'STORAGE_REPLICATION_CHANGED' });
    expect(held.detail).toContain('dc1: 3');
    const run = await createRun(bed.url, { keyspace: 'theirs', segments: 2 });
    await sleep(10_000);
    const explained = await fetch(`${bed.url}/api/v1/runs/${run.id}/explain`);
    expect(await explained.text()).toContain('STORAGE_REPLICATION_CHANGED');
    for (const node of [1, 2, 3]) await bed.cluster.nodetool(node, ['repair', '-full', 'reaper_sidecar']);
    expect(await untilOver(bed.url, run.id, 120_000)).toMatchObject({ state: 'DONE' });
  });
});
