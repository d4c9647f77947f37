import { setTimeout as sleep } from 'node:timers/promises';
import { totalDamage } from '@reaper-sidecar/dataset';
import { allSegments, createRun, getRun, overlapsOnANode, untilOver } from '@reaper-sidecar/sidecar-rig';

import { damagedKeyspace, startTestBed, type TestBed } from './test-bed.js';

/** A pause has reached every worker after this time, whoever was told to start something meanwhile. */
const REACHES_ALL_MS = 2_000;

let bed: TestBed;

beforeAll(async () => {
  bed = await startTestBed({ tokens: 4 });
});

afterAll(() => bed?.close());

describe('a full repair of a keyspace on three nodes', () => {
  it('with RF 3 makes every replica return every row, and says who repaired what', async () => {
    const dataset = await damagedKeyspace(bed, { keyspace: 'rf3' });
    const before = await dataset.audit();
    expect(before.find(({ node }) => node === 3)).toMatchObject({ missing: 200, stale: 200, undeleted: 100 });

    const created = await createRun(bed.url, { keyspace: 'rf3', segments: 12 });
    const run = await untilOver(bed.url, created.id);

    expect(run).toMatchObject({ state: 'DONE', segments: { done: 12, failed: 0, pending: 0, total: 12 } });
    expect(totalDamage(await dataset.audit())).toBe(0);
    const segments = await allSegments(bed.fleet.sidecars[0]!.api, run.id);
    const { data: nodes } = await bed.fleet.sidecars[0]!.api.GET('/api/v1/nodes');
    const hostIds = nodes!.items.map(({ hostId }) => hostId);
    for (const segment of segments) {
      expect(segment).toMatchObject({ state: 'DONE', attempt: 1, sessionId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
      expect(hostIds).toContain(segment.coordinator);
      expect(Date.parse(segment.endedAt!)).toBeGreaterThanOrEqual(Date.parse(segment.startedAt!));
    }
    await expectHistoryToAgree(segments.map(({ sessionId }) => sessionId!));
  });

  it('with RF 2 uses several sidecars and never two commands with one participant', async () => {
    const dataset = await damagedKeyspace(bed, { keyspace: 'rf2', replicationFactor: 2 });
    expect(totalDamage(await dataset.audit())).toBeGreaterThan(0);

    const created = await createRun(bed.url, { keyspace: 'rf2', segments: 24 });
    const run = await untilOver(bed.url, created.id);

    expect(run.state).toBe('DONE');
    expect(totalDamage(await dataset.audit())).toBe(0);
    const segments = await allSegments(bed.fleet.sidecars[0]!.api, run.id);
    expect(new Set(segments.map(({ replicas }) => replicas.join())).size).toBe(3);
    expect(new Set(segments.map(({ coordinator }) => coordinator)).size).toBeGreaterThan(1);
    expect(overlapsOnANode(segments)).toEqual([]);
  });

  it.each(['sequential', 'datacenter-aware'] as const)('%s parallelism repairs as well', async (parallelism) => {
    const keyspace = parallelism.replace('-', '_');
    const dataset = await damagedKeyspace(bed, { keyspace, tables: ['t'], rowsPerTable: 100 });
    const created = await createRun(bed.url, { keyspace, parallelism });
    expect((await untilOver(bed.url, created.id)).state).toBe('DONE');
    expect(totalDamage(await dataset.audit())).toBe(0);
  });

  it('is seen at once, and alike, through every sidecar', async () => {
    const [first, second, third] = bed.fleet.sidecars;
    const created = await createRun(first!.url, { keyspace: 'rf3', tables: ['a'] });
    for (const other of [second!, third!]) {
      expect(await getRun(other.api, created.id)).toMatchObject({ id: created.id, keyspace: 'rf3', tables: ['a'] });
    }
    const over = await untilOver(second!.url, created.id);
    for (const { api } of bed.fleet.sidecars) expect(await getRun(api, created.id)).toEqual(over);
  });

  it('pauses, keeps its place, changes intensity, and goes on, each through another sidecar', async () => {
    const created = await createRun(bed.url, { keyspace: 'rf3', segments: 60, intensity: 0.2 });
    const path = { params: { path: { runId: created.id } } };
    const paused = await bed.fleet.sidecars[1]!.api.POST('/api/v1/runs/{runId}/pause', path);
    expect(paused.data?.state).toBe('PAUSED');
    const sidecar = bed.fleet.sidecars[2]!;
    await sleep(REACHES_ALL_MS);
    await settled(() => getRun(sidecar.api, created.id).then(({ segments }) => segments.running === 0));
    const { segments: at } = await getRun(sidecar.api, created.id);
    await sleep(2_500);
    expect((await getRun(sidecar.api, created.id)).segments.done).toBe(at.done);

    await sidecar.api.PUT('/api/v1/runs/{runId}/intensity', { ...path, body: { intensity: 1 } });
    const resumed = await bed.fleet.sidecars[0]!.api.POST('/api/v1/runs/{runId}/resume', path);
    expect(resumed.data).toMatchObject({ intensity: 1 });
    expect(await untilOver(bed.url, created.id)).toMatchObject({ state: 'DONE', segments: { done: 60 } });
  });

  it('ends ABORTED when it is aborted, and starts nothing more', async () => {
    const created = await createRun(bed.url, { keyspace: 'rf3', segments: 60, intensity: 0.1 });
    const { data } = await bed.fleet.sidecars[1]!.api.POST('/api/v1/runs/{runId}/abort', {
      params: { path: { runId: created.id } },
    });
    expect(data?.state).toBe('ABORTING');
    const over = await untilOver(bed.url, created.id);
    expect(over.state).toBe('ABORTED');
    expect(over.segments.done).toBeLessThan(60);
  });
});

async function settled(holds: () => Promise<boolean>, timeoutMs = 15_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not settle in time');
    await sleep(200);
  }
}

/** Cassandra's own record knows every session that a segment names, as successful. */
async function expectHistoryToAgree(sessionIds: readonly string[]): Promise<void> {
  const rows = await bed.cluster.cql(
    1,
    'SELECT parent_id, exception_message, finished_at FROM system_distributed.parent_repair_history',
  );
  const finished = new Map(rows.map((row) => [String(row['parent_id']), row]));
  for (const id of sessionIds) {
    expect(finished.get(id)).toMatchObject({ exception_message: null, finished_at: expect.anything() });
  }
}
