import type { RunResult, SegmentOutcome } from '@reaper-sidecar/repair-core';
import { hostIdOf } from '../testing/fake-cassandra.js';
import { TestApi } from '../testing/test-api.js';

const EPOCH = 1_000_000_000;

describe('A run', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await new TestApi().open();
    const lease = { epoch: EPOCH, beat: 0, token: 't', holder: hostIdOf(1), acquiredAtMs: 0, cause: 'test' };
    await api.backend.memory.leases.acquire(lease, undefined);
  });
  afterEach(() => api.close());

  const get = async (path: string) => (await api.http.get(`/api/v1/runs${path}`).expect(200)).body;

  async function planOf(id: string) {
    const row = await api.backend.memory.runs.get(id);
    if (!row) throw new Error('no run');
    return row.creation;
  }

  async function finish(id: string, state: RunResult['state'] = 'DONE'): Promise<void> {
    const { runs } = api.backend.memory;
    const active = (await runs.activeRuns()).find(({ runId }) => runId === id);
    if (!active) throw new Error('not active');
    const counters = { total: 3, done: 3, skipped: 0, failed: 0, running: 0, repairMs: 900 };
    const result = {
      state,
      specVersion: active.specVersion,
      counters,
      endedAtMs: 1_700_000_060_000,
      failedSegments: [],
    };
    await runs.writeResult(id, result, EPOCH + 10);
    await runs.end(active);
  }

  it('is read with at most three statements', async () => {
    const { id } = await api.createRun();
    const before = api.backend.memory.client.statistics().statements;
    await get(`/${id}`);
    expect(api.backend.memory.client.statistics().statements - before).toBeLessThanOrEqual(3);
  });

  it('is paused, resumed and aborted, each visible at once', async () => {
    const { id } = await api.createRun();
    for (const [action, state] of [
      ['pause', 'PAUSED'],
      ['pause', 'PAUSED'],
      ['resume', 'NOT_STARTED'],
      ['abort', 'ABORTING'],
      ['abort', 'ABORTING'],
    ] as const) {
      const answer = await api.http.post(`/api/v1/runs/${id}/${action}`).expect(200);
      expect(answer.body.state).toBe(state);
      expect((await get(`/${id}`)).state).toBe(state);
    }
    expect((await get(`/${id}`)).specVersion).toBe(4);
  });

  it('cannot be resumed while it is being aborted', async () => {
    const { id } = await api.createRun();
    await api.http.post(`/api/v1/runs/${id}/abort`).expect(200);
    const answer = await api.http.post(`/api/v1/runs/${id}/resume`).expect(409);
    expect(answer.body.code).toBe('RUN_ABORTING');
  });

  it('gets another intensity', async () => {
    const { id } = await api.createRun();
    const answer = await api.http.put(`/api/v1/runs/${id}/intensity`).send({ intensity: 0.25 }).expect(200);
    expect(answer.body.intensity).toBe(0.25);
    await api.http.put(`/api/v1/runs/${id}/intensity`).send({ intensity: 2 }).expect(400);
    await api.http.put(`/api/v1/runs/${id}/intensity`).send({}).expect(400);
  });

  it('keeps both of two edits that meet', async () => {
    const { id } = await api.createRun();
    await Promise.all([
      api.http.post(`/api/v1/runs/${id}/pause`).expect(200),
      api.http.put(`/api/v1/runs/${id}/intensity`).send({ intensity: 0.5 }).expect(200),
    ]);
    expect(await get(`/${id}`)).toMatchObject({ state: 'PAUSED', intensity: 0.5, specVersion: 3 });
  });

  it.each(['applied', 'lost', 'late'] as const)(
    'is paused although the answer of the write was lost (%s)',
    async (effect) => {
      const { id } = await api.createRun();
      api.backend.memory.client.loseAnswer(effect, { matches: (operation) => operation === 'runs.editSpec' });
      await api.http.post(`/api/v1/runs/${id}/pause`).expect(200);
      expect((await get(`/${id}`)).state).toBe('PAUSED');
    },
  );

  it('cannot be paused when it is over', async () => {
    const { id } = await api.createRun();
    await finish(id);
    const answer = await api.http.post(`/api/v1/runs/${id}/pause`).expect(409);
    expect(answer.body).toMatchObject({ code: 'RUN_FINISHED', runId: id, detail: expect.stringContaining('DONE') });
  });

  it('shows its result when it is over', async () => {
    const { id } = await api.createRun();
    await finish(id, 'FAILED');
    expect(await get(`/${id}`)).toMatchObject({
      state: 'FAILED',
      endedAt: '2023-11-14T22:14:20.000Z',
      segments: { total: 3, done: 3, pending: 0 },
    });
    expect((await get(`/${id}`)).specVersion).toBeUndefined();
  });

  it('goes on when it was edited after its result was written', async () => {
    const { id } = await api.createRun();
    const counters = { total: 3, done: 3, skipped: 0, failed: 0, running: 0, repairMs: 900 };
    const result = { state: 'DONE' as const, specVersion: 0, counters, endedAtMs: 1, failedSegments: [] };
    await api.backend.memory.runs.writeResult(id, result, EPOCH + 10);
    expect((await get(`/${id}`)).state).toBe('NOT_STARTED');
  });

  it('can be deleted only when it is over', async () => {
    const { id } = await api.createRun();
    const refused = await api.http.delete(`/api/v1/runs/${id}`).expect(409);
    expect(refused.body).toMatchObject({ code: 'RUN_NOT_FINISHED', detail: expect.stringContaining('abort it') });
    await finish(id);
    const { planId } = await planOf(id);
    await api.http.delete(`/api/v1/runs/${id}`).expect(204);
    await api.http.get(`/api/v1/runs/${id}`).expect(404);
    expect(await api.backend.memory.segments.readPlan(planId)).toEqual([]);
    expect(await get('')).toEqual({ items: [] });
  });

  it('is listed newest first, page by page', async () => {
    const ids: string[] = [];
    for (const table of ['carts', 'orders', 'users']) {
      await api.backend.time.advance(1_000);
      ids.unshift((await api.createRun({ tables: [table] })).id);
    }
    const first = await get('?limit=2');
    const second = await get(`?limit=2&cursor=${encodeURIComponent(first.nextCursor)}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeUndefined();
  });

  it('lists its segments with tokens as decimal text', async () => {
    const { id } = await api.createRun({ segments: 6 });
    const { items } = await get(`/${id}/segments?limit=2`);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ seq: 0, state: 'PENDING', replicas: [1, 2, 3].map(hostIdOf) });
    expect(items[0].ranges[0].start).toMatch(/^-?\d+$/);
  });

  it('shows how a segment ended and filters by state', async () => {
    const { id } = await api.createRun({ segments: 6 });
    const { planId } = await planOf(id);
    const outcome: SegmentOutcome = {
      state: 'DONE',
      round: 0,
      attempt: 1,
      coordinator: hostIdOf(2),
      startedAtMs: 1_700_000_000_000,
      endedAtMs: 1_700_000_001_500,
      sessionId: '5d7e0000-0000-1000-8000-000000000000',
      commandNumber: 7,
    };
    await api.backend.memory.segments.writeOutcome(planId, 4, outcome, EPOCH + 1);
    const { items } = await get(`/${id}/segments?state=DONE&limit=2`);
    expect(items).toEqual([
      expect.objectContaining({ seq: 4, state: 'DONE', durationMs: 1500, coordinator: hostIdOf(2), commandNumber: 7 }),
    ]);
  });

  it('shows a failed segment as pending while attempts are left', async () => {
    const { id } = await api.createRun({ segments: 6 });
    const { planId } = await planOf(id);
    const failed = (attempt: number): SegmentOutcome => ({
      state: 'FAILED',
      round: 0,
      attempt,
      failure: { code: 'REPAIR_FAILED', message: 'Validation failed' },
      coordinator: hostIdOf(2),
      startedAtMs: 1,
      endedAtMs: 2,
    });
    await api.backend.memory.segments.writeOutcome(planId, 0, failed(1), EPOCH + 1);
    await api.backend.memory.segments.writeOutcome(planId, 1, failed(3), EPOCH + 2);
    const { items } = await get(`/${id}/segments?limit=2`);
    expect(items[0]).toMatchObject({ state: 'PENDING', attempt: 1, failure: { code: 'REPAIR_FAILED' } });
    expect(items[1]).toMatchObject({ state: 'FAILED', attempt: 3 });
  });

  it('explains why it waits, worst reason first', async () => {
    const { id } = await api.createRun();
    const reason = (code: 'REPLICA_BUSY' | 'REPLICA_DOWN', evidence: string) => ({
      code,
      replicas: [hostIdOf(1), hostIdOf(2)],
      evidence,
      sinceMs: 1_700_000_000_000,
    });
    const counters = { total: 3, done: 1, skipped: 0, failed: 0, running: 0, repairMs: 0 };
    const reasons = [reason('REPLICA_BUSY', 'node 2 is busy'), reason('REPLICA_DOWN', 'node 1 is down')];
    const status = { state: 'RUNNING' as const, counters, reasons, startedAtMs: 1, asOfMs: 1_700_000_000_000 };
    await api.backend.memory.runs.writeStatus(id, status, EPOCH + 5);
    const answer = await get(`/${id}/explain`);
    expect(answer.reasons.map(({ code }: { code: string }) => code)).toEqual(['REPLICA_DOWN', 'REPLICA_BUSY']);
    expect(answer.reasons[0]).toMatchObject({
      class: 'blocked',
      title: 'A replica is down',
      remedy: 'Start the node.',
    });
    expect(answer.summary).toContain('node 1 is down');
    expect(await get(`/${id}`)).toMatchObject({ state: 'RUNNING', waiting: 2 });
  });

  it('explains that it is paused before the leader has looked', async () => {
    const { id } = await api.createRun();
    await api.http.post(`/api/v1/runs/${id}/pause`);
    const { reasons } = await get(`/${id}/explain`);
    expect(reasons).toEqual([expect.objectContaining({ code: 'RUN_PAUSED' })]);
  });

  it('explains that nobody leads when the lease is not renewed', async () => {
    const { id } = await api.createRun();
    expect((await get(`/${id}/explain`)).reasons).toEqual([expect.objectContaining({ code: 'LEADER_LOOKS_SOON' })]);
    await api.backend.time.advance(50_000);
    const { reasons } = await get(`/${id}/explain`);
    expect(reasons).toEqual([expect.objectContaining({ code: 'NO_LEADER' })]);
  });

  it('explains how it ended', async () => {
    const { id } = await api.createRun();
    await finish(id);
    expect((await get(`/${id}/explain`)).summary).toBe(
      'The run is DONE. Of 3 segments 3 are repaired, 0 had nothing to repair, 0 failed.',
    );
  });
});
