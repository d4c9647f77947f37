import { UnknownOutcomeError } from '@reaper-sidecar/repair-core';
import { FakeBackend } from '../testing/fake-backend.js';
import { hostIdOf } from '../testing/fake-cassandra.js';
import { TestApi } from '../testing/test-api.js';

describe('createRun', () => {
  let api: TestApi;
  beforeEach(async () => (api = await new TestApi().open()));
  afterEach(() => api.close());

  it('creates a run of all tables with the documented defaults', async () => {
    const answer = await api.http.post('/api/v1/runs').send({ keyspace: 'shop' }).expect(201);
    expect(answer.body).toMatchObject({
      keyspace: 'shop',
      tables: ['carts', 'orders', 'users'],
      state: 'NOT_STARTED',
      mode: 'full',
      parallelism: 'parallel',
      intensity: 1,
      segmentTimeoutMs: 1_800_000,
      maxAttempts: 3,
      specVersion: 1,
      createdAt: '2023-11-14T22:13:20.000Z',
    });
    expect(answer.headers['location']).toBe(`/api/v1/runs/${answer.body.id}`);
  });

  it('repairs only the named tables without the excluded ones', async () => {
    const run = await api.createRun({ tables: ['users', 'carts'], excludeTables: ['carts'] });
    expect(run['tables']).toEqual(['users']);
  });

  it('leaves out tables with time windows when it is told to', async () => {
    const { definitions } = api.backend.cassandra;
    const shop = definitions.findIndex(({ name }) => name === 'shop');
    const tables = definitions[shop]!.tables.map((table) =>
      table.name === 'carts' ? { ...table, compaction: 'TimeWindowCompactionStrategy' } : table,
    );
    definitions[shop] = { ...definitions[shop]!, tables };
    expect((await api.createRun({ excludeTimeWindowTables: true }))['tables']).toEqual(['orders', 'users']);
    expect((await api.createRun())['tables']).toEqual(['carts', 'orders', 'users']);
  });

  it('gives an incremental run one segment for every node', async () => {
    const run = await api.createRun({ mode: 'incremental' });
    expect(run).toMatchObject({ mode: 'incremental', segments: { total: 3 } });
  });

  it('gives a subrange incremental run as many segments as wanted', async () => {
    const run = await api.createRun({ mode: 'subrange-incremental', segments: 12 });
    expect(run).toMatchObject({ mode: 'subrange-incremental', segments: { total: 12 } });
  });

  it('shows a preview as one, beside a repair of the same tables', async () => {
    await api.createRun();
    const preview = await api.createRun({ preview: 'all' });
    expect(preview).toMatchObject({ preview: 'all', mode: 'full' });
    expect(preview['differences']).toBeUndefined();
    const second = await api.http.post('/api/v1/runs').send({ keyspace: 'shop', preview: 'all' }).expect(409);
    expect(second.body).toMatchObject({ code: 'UNIT_BUSY', runId: preview['id'] });
    await api.createRun({ preview: 'repaired' });
  });

  it('refuses incremental repair and previews while a node is older than 4.0', async () => {
    const [first] = api.backend.cassandra.nodes;
    api.backend.cassandra.nodes[0] = { ...first!, releaseVersion: '3.11.19' };
    for (const body of [{ mode: 'incremental' }, { mode: 'subrange-incremental' }, { preview: 'all' }]) {
      const answer = await api.http
        .post('/api/v1/runs')
        .send({ keyspace: 'shop', ...body })
        .expect(422);
      expect(answer.body).toMatchObject({ code: 'UNSUPPORTED_MODE', detail: expect.stringContaining('3.11.19') });
    }
  });

  it('cuts as many segments as wanted', async () => {
    const run = await api.createRun({ segments: 12 });
    expect(run['segments']).toEqual({ total: 12, done: 0, skipped: 0, failed: 0, running: 0, pending: 12 });
  });

  it('refuses a second run of the same tables with the id of the first', async () => {
    const { id } = await api.createRun();
    const answer = await api.http.post('/api/v1/runs').send({ keyspace: 'shop' }).expect(409);
    expect(answer.body).toMatchObject({ code: 'UNIT_BUSY', runId: id, link: `/api/v1/runs/${id}` });
  });

  it('accepts a run of other tables at the same time', async () => {
    await api.createRun({ tables: ['users'] });
    await api.createRun({ tables: ['carts'] });
  });

  it('shows through another sidecar at once', async () => {
    const { id } = await api.createRun();
    const other = await new TestApi(new FakeBackend(api.backend.shared, hostIdOf(2))).open();
    await other.http.get(`/api/v1/runs/${id}`).expect(200);
    await other.close();
  });

  it('makes the own leader look at once when this sidecar leads', async () => {
    await lead(1);
    await api.createRun();
    await settle();
    expect(api.backend.looks).toBe(1);
    expect(api.backend.rung).toEqual([]);
  });

  it('rings the leader elsewhere', async () => {
    await lead(2);
    await api.createRun();
    await settle();
    expect(api.backend.rung).toEqual([hostIdOf(2)]);
  });

  it('creates the run although the listing row cannot be written', async () => {
    api.backend.memory.client.fail(1, (operation) => operation === 'runs.index');
    await api.createRun();
  });

  it('finds by a serial read that a run in doubt exists', async () => {
    api.backend.memory.client.loseAnswer('applied', { matches: (operation) => operation === 'runs.activate' });
    const { id } = await api.createRun();
    await api.http.get(`/api/v1/runs/${id}`).expect(200);
  });

  it('tries again when a serial read shows that nothing happened', async () => {
    api.backend.memory.client.loseAnswer('lost', { matches: (operation) => operation === 'runs.activate' });
    await api.createRun();
  });

  it('names the run when nobody can tell whether it exists', async () => {
    const { client } = api.backend.memory;
    client.loseAnswer('lost', { matches: (operation) => operation === 'runs.activate' });
    const runs = api.backend.memory.runs;
    const read = runs.activeRuns.bind(runs);
    runs.activeRuns = (options) =>
      options?.serial ? Promise.reject(new UnknownOutcomeError('no replica answers')) : read(options);
    const answer = await api.http.post('/api/v1/runs').send({ keyspace: 'shop' }).expect(503);
    expect(answer.body).toMatchObject({ code: 'UNKNOWN_OUTCOME', runId: expect.any(String) });
  });

  it('answers 503 with the reason while the keyspace of the sidecars cannot be reached', async () => {
    api.backend.memory.client.fail(Infinity);
    const answer = await api.http.post('/api/v1/runs').send({ keyspace: 'shop' }).expect(503);
    expect(answer.body.code).toBe('STORE_UNAVAILABLE');
    expect(answer.headers['retry-after']).toBe('5');
  });

  it('answers 503 with the reason while the node cannot be reached', async () => {
    api.backend.cassandra.unreachable = 'The JMX of the node at 127.0.0.1:7199 refuses connections';
    const answer = await api.http.post('/api/v1/runs').send({ keyspace: 'shop' }).expect(503);
    expect(answer.body).toMatchObject({ code: 'NODE_UNREACHABLE', detail: expect.stringContaining('7199') });
  });

  async function lead(n: number): Promise<void> {
    const lease = { epoch: 1, beat: 0, token: 't', holder: hostIdOf(n), acquiredAtMs: 0, cause: 'test' };
    await api.backend.memory.leases.acquire(lease, undefined);
  }

  async function settle(): Promise<void> {
    await api.backend.time.settle();
  }
});

describe('planRun', () => {
  let api: TestApi;
  beforeEach(async () => (api = await new TestApi().open()));
  afterEach(() => api.close());

  it('tells what a run would do and writes nothing', async () => {
    const answer = await api.http.post('/api/v1/runs/plan').send({ keyspace: 'shop', segments: 6 }).expect(200);
    expect(answer.body).toMatchObject({ keyspace: 'shop', segments: 6, replicaSetCount: 1, unreplicatedRanges: 0 });
    expect((await api.http.get('/api/v1/runs')).body).toEqual({ items: [] });
  });

  it('names the run that would be in the way', async () => {
    const { id } = await api.createRun();
    const answer = await api.http.post('/api/v1/runs/plan').send({ keyspace: 'shop' }).expect(200);
    expect(answer.body.busyWith).toBe(id);
  });
});
