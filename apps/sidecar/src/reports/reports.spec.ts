import type { Decision } from '@reaper-sidecar/repair-core';
import { TestApi } from '../testing/test-api.js';

const DAY_MS = 86_400_000;
const WHOLE = '9223372036854775807:9223372036854775807';

describe('reports', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await new TestApi().open();
  });

  afterEach(() => api.close());

  const get = async (path: string) => (await api.http.get(`/api/v1${path}`).expect(200)).body;
  const nowMs = () => api.backend.time.wallMs();

  async function credit(table: string, daysAgo: number, range = WHOLE) {
    const rows = [{ table, range, startedAtMs: nowMs() - daysAgo * DAY_MS }];
    await api.backend.memory.ages.credit('shop', rows);
  }

  it('tell the repair age of every table that can be repaired, the most urgent first', async () => {
    await credit('carts', 1);
    await credit('orders', 12);
    const { items, nextCursor } = await get('/reports/repair-age?keyspace=shop');
    expect(items.map(({ table, state }: Record<string, string>) => `${table} ${state}`)).toEqual([
      'users never',
      'orders overdue',
      'carts ok',
    ]);
    expect(nextCursor).toBeUndefined();
    expect(items[2]).toMatchObject({
      keyspace: 'shop',
      lastRepairedAt: new Date(nowMs() - DAY_MS).toISOString(),
      deadline: new Date(nowMs() + 9 * DAY_MS).toISOString(),
      ageSeconds: 86_400,
      gcGraceSeconds: 864_000,
      neverRepairedShare: 0,
      heldBackBy: [],
    });
    expect(items[0]).toMatchObject({ neverRepairedShare: 1 });
  });

  it('are filtered and paged', async () => {
    await credit('carts', 1);
    const tables = async (query: string) =>
      (await get(`/reports/repair-age?${query}`)).items.map(({ table }: { table: string }) => table);
    expect(await tables('keyspace=shop&state=never')).toEqual(['orders', 'users']);
    expect(await tables('q=art')).toEqual(['carts']);
    expect(await tables('keyspace=lonely')).toEqual([]);
    const { items, nextCursor } = await get('/reports/repair-age?keyspace=shop&limit=2');
    expect(items).toHaveLength(2);
    expect(await tables(`keyspace=shop&limit=2&cursor=${nextCursor}`)).toEqual(['carts']);
    await api.http.get('/api/v1/reports/repair-age?cursor=abc').expect(400);
    await api.http.get('/api/v1/reports/repair-age?state=old').expect(400);
  });

  it('name what holds a table back', async () => {
    const run = await api.createRun({ tables: ['carts'] });
    const replicas = ['00000001-0000-4000-8000-000000000000'];
    const reason = { code: 'REPLICA_DOWN', replicas, evidence: '10.0.0.3 is down', sinceMs: nowMs() } as const;
    const counters = { total: 3, done: 0, skipped: 0, failed: 0, running: 0, repairMs: 0 };
    const status = { state: 'RUNNING', counters, reasons: [reason], asOfMs: nowMs() } as const;
    await api.backend.memory.runs.writeStatus(run.id, status, 2);
    const { items } = await get('/reports/repair-age?keyspace=shop');
    const held = Object.fromEntries(
      items.map((one: { table: string; heldBackBy: object[] }) => [one.table, one.heldBackBy]),
    );
    expect(held['carts']).toEqual([
      {
        runId: run.id,
        code: 'REPLICA_DOWN',
        title: 'A replica is down',
        evidence: '10.0.0.3 is down',
        replicas,
        since: new Date(nowMs()).toISOString(),
      },
    ]);
    expect(held['orders']).toEqual([]);
    const { ranges } = await get('/reports/repair-age/shop/carts');
    expect(ranges.some(({ heldBackBy }: { heldBackBy: object[] }) => heldBackBy.length === 1)).toBe(true);
  });

  it('tell the ranges of a table, oldest first, with their replicas', async () => {
    await credit('carts', 1);
    await credit('carts', 0.5, '0:1000');
    const { ranges, state } = await get('/reports/repair-age/shop/carts?limit=500');
    expect(state).toBe('ok');
    expect(ranges.at(-1)).toMatchObject({
      start: '0',
      end: '1000',
      lastRepairedAt: new Date(nowMs() - DAY_MS / 2).toISOString(),
    });
    expect(ranges.at(-1).replicas).toHaveLength(3);
    await api.http.get('/api/v1/reports/repair-age/shop/nothing').expect(404);
  });

  it('tell ages over the token space', async () => {
    await credit('carts', 1, '0:9223372036854775807');
    const { items } = await get('/reports/repair-age/map?buckets=4&keyspace=shop&q=carts');
    expect(items).toEqual([
      {
        keyspace: 'shop',
        table: 'carts',
        gcGraceSeconds: 864_000,
        cells: [
          { repairedShare: 0 },
          { repairedShare: 0 },
          { worstAgeS: 86_400, repairedShare: 1 },
          { worstAgeS: 86_400, repairedShare: 1 },
        ],
      },
    ]);
    await api.http.get('/api/v1/reports/repair-age/map?buckets=1000').expect(400);
  });

  it('are part of the listing of keyspaces', async () => {
    await credit('carts', 1);
    const { tables } = await get('/keyspaces/shop');
    expect(tables[0]).toMatchObject({
      name: 'carts',
      repairAge: 'ok',
      lastRepairedAt: new Date(nowMs() - DAY_MS).toISOString(),
    });
    expect(tables[1]).toMatchObject({ name: 'orders', repairAge: 'never' });
    expect((await get('/keyspaces/lonely')).tables[0]).not.toHaveProperty('repairAge');
  });

  it('list decisions of the last day, or of a run', async () => {
    const decision = (n: number, part: Partial<Decision> = {}): Decision => ({
      id: `0000000${n}-0000-4000-8000-000000000000`,
      atMs: nowMs() - n * 3_600_000,
      kind: 'LEADING',
      detail: `decision ${n}`,
      ...part,
    });
    const runId = '77777777-0000-4000-8000-000000000000';
    for (const one of [decision(1), decision(2, { runId, code: 'REPLICA_DOWN' }), decision(30)]) {
      await api.backend.memory.decisions.append(one);
    }
    const details = async (query = '') =>
      (await get(`/decisions${query}`)).items.map(({ detail }: { detail: string }) => detail);
    expect(await details()).toEqual(['decision 1', 'decision 2']);
    expect(await details(`?runId=${runId}`)).toEqual(['decision 2']);
    const since = new Date(nowMs() - 40 * 3_600_000).toISOString();
    const until = new Date(nowMs() - 2 * 3_600_000).toISOString();
    expect(await details(`?since=${since}&until=${until}`)).toEqual(['decision 2', 'decision 30']);
    const { items } = await get(`/decisions?runId=${runId}`);
    expect(items[0]).toEqual({
      id: expect.any(String),
      at: until,
      kind: 'LEADING',
      detail: 'decision 2',
      runId,
      code: 'REPLICA_DOWN',
    });
    await api.http.get('/api/v1/decisions?since=yesterday').expect(400);
    await api.http.get('/api/v1/decisions?cursor=nonsense').expect(400);
  });
});
