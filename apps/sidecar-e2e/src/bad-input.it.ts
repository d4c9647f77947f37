import { createRun, untilOver } from '@reaper-sidecar/sidecar-rig';
import { startTestBed, type TestBed } from './test-bed.js';

let bed: TestBed;

beforeAll(async () => {
  bed = await startTestBed({ tokens: 2 });
  await bed.cluster.cql(1, "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3}");
  await bed.cluster.cql(1, 'CREATE TABLE shop.orders (id int PRIMARY KEY, value text)');
  await bed.cluster.cql(1, "CREATE KEYSPACE single WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 1}");
  await bed.cluster.cql(1, 'CREATE TABLE single.t (id int PRIMARY KEY)');
});

afterAll(() => bed?.close());

async function post(path: string, body: unknown): Promise<{ status: number; problem: Record<string, unknown> }> {
  const response = await fetch(`${bed.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  return { status: response.status, problem: (await response.json()) as Record<string, unknown> };
}

describe('bad input on a real cluster', () => {
  it.each([
    ['an unknown keyspace', { keyspace: 'nosuch' }, 422, 'UNKNOWN_KEYSPACE', /nosuch/],
    ['an unknown table', { keyspace: 'shop', tables: ['nosuch'] }, 422, 'UNKNOWN_TABLE', /nosuch.*orders/],
    ['an empty table list', { keyspace: 'shop', tables: [] }, 400, 'VALIDATION_FAILED', /tables/],
    ['a keyspace with one copy', { keyspace: 'single' }, 422, 'NOTHING_TO_REPAIR', /single/],
    ['intensity 0', { keyspace: 'shop', intensity: 0 }, 400, 'VALIDATION_FAILED', /intensity/],
    ['intensity 2', { keyspace: 'shop', intensity: 2 }, 400, 'VALIDATION_FAILED', /intensity/],
    ['an unknown property', { keyspace: 'shop', colour: 'red' }, 400, 'VALIDATION_FAILED', /colour/],
    ['broken JSON', '{"keyspace": ', 400, 'INVALID_JSON', /JSON/],
    ['a body over the limit', { keyspace: 'shop', cause: 'x'.repeat(300_000) }, 413, 'BODY_TOO_LARGE', /KiB|bytes/],
  ])('%s is refused with status, code and words', async (_what, body, status, code, words) => {
    const answer = await post('/api/v1/runs', body);
    expect(answer).toMatchObject({ status, problem: { status, code } });
    expect(JSON.stringify(answer.problem)).toMatch(words);
  });

  it('a second run for a unit that is running is refused with the id of the first', async () => {
    const first = await createRun(bed.url, { keyspace: 'shop', segments: 30, intensity: 0.1 });
    const { status, problem } = await post('/api/v1/runs', { keyspace: 'shop' });
    expect({ status, code: problem['code'] }).toEqual({ status: 409, code: 'UNIT_BUSY' });
    expect(JSON.stringify(problem)).toContain(first.id);
    await fetch(`${bed.url}/api/v1/runs/${first.id}/abort`, { method: 'POST' });
    await untilOver(bed.url, first.id);
  });

  it('a finished run cannot be paused, an unknown one is not found', async () => {
    const run = await createRun(bed.url, { keyspace: 'shop' });
    await untilOver(bed.url, run.id);
    expect(await post(`/api/v1/runs/${run.id}/pause`, {})).toMatchObject({
      status: 409,
      problem: { code: 'RUN_FINISHED' },
    });
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect(await post(`/api/v1/runs/${unknown}/pause`, {})).toMatchObject({
      status: 404,
      problem: { code: 'UNKNOWN_RUN' },
    });
  });
});
