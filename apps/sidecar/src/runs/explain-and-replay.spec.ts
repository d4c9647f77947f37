import { StoreUnavailableError, type RunResult } from '@reaper-sidecar/repair-core';
import { hostIdOf } from '../testing/fake-cassandra.js';
import { TestApi } from '../testing/test-api.js';

const EPOCH = 1_000_000_000;
const NOBODY = '00000000-0000-4000-8000-00000000dead';

describe('A run that stands still', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await new TestApi().open();
    const lease = { epoch: EPOCH, beat: 0, token: 't', holder: hostIdOf(1), acquiredAtMs: 0, cause: 'test' };
    await api.backend.memory.leases.acquire(lease, undefined);
  });
  afterEach(() => api.close());

  const codes = async (id: string) => {
    const { body } = await api.http.get(`/api/v1/runs/${id}/explain`).expect(200);
    return body.reasons.map(({ code }: { code: string }) => code);
  };

  async function told(id: string, epoch: number, running = 0, ageMs = 0): Promise<void> {
    const counters = { total: 3, done: 0, skipped: 0, failed: 0, running, repairMs: 0 };
    const reasons = [{ code: 'REPLICA_BUSY', replicas: [hostIdOf(1)], evidence: 'busy', sinceMs: 1 }] as const;
    const asOfMs = api.backend.time.wallMs() - ageMs;
    const status = { state: 'RUNNING', counters, reasons, asOfMs, startedAtMs: 1, epoch } as const;
    await api.backend.memory.runs.writeStatus(id, status, epoch + 1);
  }

  it('waits for the first look of the leader', async () => {
    expect(await codes((await api.createRun()).id)).toEqual(['LEADER_LOOKS_SOON']);
  });

  it('tells what its leader said, until another one leads', async () => {
    const { id } = await api.createRun();
    await told(id, EPOCH);
    expect(await codes(id)).toEqual(['REPLICA_BUSY']);
    await told(id, EPOCH - 5_000);
    const { id: other } = await api.createRun({ tables: ['users'] });
    await told(other, EPOCH - 5_000);
    expect(await codes(other)).toEqual(['LEADER_TAKING_OVER']);
  });

  it('tells nothing old of a leader that is late, and then that there is none', async () => {
    const { id } = await api.createRun();
    await told(id, EPOCH);
    expect(await codes(id)).toEqual(['REPLICA_BUSY']);
    await api.backend.time.advance(12_000);
    expect(await codes(id)).toEqual(['REPLICA_BUSY']);
    await api.backend.time.advance(3_000);
    expect(await codes(id)).toEqual(['LEADER_LOOKS_SOON']);
    await api.backend.time.advance(10_000);
    expect(await codes(id)).toEqual(['NO_LEADER']);
  });

  it('tells nothing old of a leader that its own candidate found silent, when it is asked for the first time', async () => {
    const { id } = await api.createRun();
    await told(id, EPOCH);
    api.backend.seen = { epoch: EPOCH, beat: 0, unchangedForMs: 15_000 };
    expect(await codes(id)).toEqual(['LEADER_LOOKS_SOON']);
    api.backend.seen = { epoch: EPOCH, beat: 1, unchangedForMs: 15_000 };
    expect(await codes(id)).toEqual(['REPLICA_BUSY']);
    api.backend.seen = { epoch: EPOCH, beat: 0, unchangedForMs: 25_000 };
    expect(await codes(id)).toEqual(['NO_LEADER']);
  });

  it('tells nothing old of a leader that this sidecar has not seen act', async () => {
    const { id } = await api.createRun();
    await told(id, EPOCH, 0, 60_000);
    expect(await codes(id)).toEqual(['LEADER_LOOKS_SOON']);
    const beat = { epoch: EPOCH, beat: 1, token: 't', holder: hostIdOf(1), acquiredAtMs: 0, cause: 'test' };
    await api.backend.memory.leases.renew(beat);
    await api.backend.time.advance(2_000);
    expect(await codes(id)).toEqual(['REPLICA_BUSY']);
  });

  it('waits for the next look when what ran has ended', async () => {
    const { id } = await api.createRun();
    await told(id, EPOCH, 1);
    expect(await codes(id)).toEqual(['LEADER_LOOKS_SOON']);
  });

  it('has one reason while it is paused, whatever the leader said before', async () => {
    const { id } = await api.createRun();
    await told(id, EPOCH);
    await api.http.post(`/api/v1/runs/${id}/pause`).expect(200);
    expect(await codes(id)).toEqual(['RUN_PAUSED']);
  });

  it('is explained while the store does not answer, if it was read before', async () => {
    const { id } = await api.createRun();
    await codes(id);
    api.backend.memory.runs.get = async () => {
      throw new StoreUnavailableError('no quorum');
    };
    expect(await codes(id)).toEqual(['STORAGE_UNREACHABLE']);
    await api.http.get(`/api/v1/runs/${NOBODY}/explain`).expect(503);
  });
});

describe('The replay of a segment', () => {
  let api: TestApi;
  beforeEach(async () => void (api = await new TestApi().open()));
  afterEach(() => api.close());

  const replay = (id: string, seq: number | string) => api.http.post(`/api/v1/runs/${id}/segments/${seq}/replay`);

  async function end(id: string): Promise<void> {
    const { runs } = api.backend.memory;
    const active = (await runs.activeRuns()).find(({ runId }) => runId === id);
    if (!active) throw new Error('not active');
    const counters = { total: 3, done: 2, skipped: 0, failed: 1, running: 0, repairMs: 900 };
    const failures = [{ seq: 1, attempt: 3, code: 'REPAIR_FAILED', message: 'x' }] as const;
    const result: RunResult = {
      ...{ state: 'FAILED', specVersion: active.specVersion, counters, endedAtMs: 1, failedSegments: [1], failures },
    };
    await runs.writeResult(id, result, EPOCH);
    await runs.end(active);
  }

  it('raises the round in an unfinished run', async () => {
    const { id } = await api.createRun({ segments: 4 });
    const { body } = await replay(id, 1).expect(200);
    expect(body).toMatchObject({ id, specVersion: 2 });
    const [active] = await api.backend.memory.runs.activeRuns();
    expect(active?.spec.rounds).toEqual({ 1: 1 });
  });

  it('of an ended run is a new run that names the old one', async () => {
    const { id } = await api.createRun({ segments: 4 });
    await end(id);
    expect((await api.http.get(`/api/v1/runs/${id}`).expect(200)).body.failures).toMatchObject([{ seq: 1 }]);
    const answer = await replay(id, 1).expect(201);
    expect(answer.body).toMatchObject({ replayOf: id, segments: { total: 1 } });
    expect(answer.headers['location']).toBe(`/api/v1/runs/${answer.body.id}`);
    const again = await replay(id, 2).expect(409);
    expect(again.body).toMatchObject({ code: 'UNIT_BUSY' });
  });

  it.each([
    ['a run that does not exist', NOBODY, 0, 404],
    ['a segment that does not exist', undefined, 9_999, 404],
    ['a number below 0', undefined, -1, 400],
    ['no number', undefined, 'one', 400],
    ['a number too large to store', undefined, 2 ** 31, 400],
  ])('is refused for %s', async (_, run, seq, status) => {
    const id = run ?? (await api.createRun()).id;
    await replay(id, seq).expect(status);
  });
});
