import { hostIdOf } from '../testing/fake-cassandra.js';
import { TestApi } from '../testing/test-api.js';

const NOBODY = '99999999-0000-4000-8000-000000000000';

interface Case {
  readonly title: string;
  readonly body: object;
  readonly status: number;
  readonly code: string;
  /** Must occur in the detail. */
  readonly says: readonly string[];
  /** Path of the mistake. */
  readonly path?: string;
}

const bad = (title: string, body: object, path: string, ...says: string[]): Case => {
  return {
    title,
    body: { keyspace: 'shop', ...body },
    status: 400,
    code: 'VALIDATION_FAILED',
    says: [path, ...says],
    path,
  };
};

const unfit = (title: string, body: object, code: string, ...says: string[]): Case => {
  return { title, body: { keyspace: 'shop', ...body }, status: 422, code, says };
};

const CASES: readonly Case[] = [
  bad('no keyspace', { keyspace: undefined }, 'keyspace', 'is missing'),
  bad('a keyspace that is no name', { keyspace: 'a; DROP' }, 'keyspace', 'letters, digits', 'a; DROP'),
  bad('a keyspace that is no text', { keyspace: 7 }, 'keyspace', 'got 7'),
  bad('an empty list of tables', { tables: [] }, 'tables', 'must not be empty', 'leave it out'),
  bad('a table twice', { tables: ['users', 'users'] }, 'tables', 'unique'),
  bad('tables that are null', { tables: null }, 'tables', 'got null'),
  bad('tables as text', { tables: 'users' }, 'tables', 'array'),
  bad('intensity 0', { intensity: 0 }, 'intensity', '0.01', 'got 0'),
  bad('intensity 2', { intensity: 2 }, 'intensity', '1', 'got 2'),
  bad('intensity as text', { intensity: '0.5' }, 'intensity', 'number'),
  bad('an unknown property', { intensitty: 0.5 }, 'intensitty', 'remove it'),
  bad('an unknown mode', { mode: 'magic' }, 'mode', 'full', 'magic'),
  bad('an unknown parallelism', { parallelism: 'magic' }, 'parallelism', 'datacenter-aware'),
  bad('too many job threads', { jobThreads: 5 }, 'jobThreads', '4', 'got 5'),
  bad('a timeout of nothing', { segmentTimeoutMs: 0 }, 'segmentTimeoutMs', '1000'),
  bad('half a segment', { segments: 0.5 }, 'segments', 'integer'),
  bad('no segments', { segments: 0 }, 'segments', 'got 0'),
  bad('two ways of sizing', { segments: 5, segmentSizeBytes: 1_048_576 }, 'segmentSizeBytes', 'leave one out'),
  bad('no attempts', { maxAttempts: 0 }, 'maxAttempts', 'got 0'),
  bad('a priority below 0', { priority: -1 }, 'priority', 'got -1'),
  bad('a cause that is too long', { cause: 'x'.repeat(201) }, 'cause', '200'),
  bad('an empty list of datacenters', { datacenters: [] }, 'datacenters', 'must not be empty'),
  bad('a host id that is no UUID', { hostIds: ['node1'] }, 'hostIds', 'UUID'),
  unfit('an unknown keyspace', { keyspace: 'nope' }, 'UNKNOWN_KEYSPACE', '"nope"', '/api/v1/keyspaces'),
  unfit('an unknown table', { tables: ['users', 'nope'] }, 'UNKNOWN_TABLE', '"nope"', 'carts, orders, users'),
  unfit('an unknown excluded table', { excludeTables: ['nope'] }, 'UNKNOWN_TABLE', '"nope"'),
  unfit('a keyspace of one copy', { keyspace: 'lonely' }, 'NOTHING_TO_REPAIR', 'replication factor is 1'),
  unfit('a keyspace without tables', { keyspace: 'bare' }, 'NOTHING_TO_REPAIR', 'no tables'),
  unfit('all tables excluded', { excludeTables: ['carts', 'orders', 'users'] }, 'NOTHING_TO_REPAIR', 'excludeTables'),
  unfit('a local keyspace', { keyspace: 'system' }, 'KEYSPACE_NOT_REPLICATED', 'local'),
  unfit('an unknown datacenter', { datacenters: ['dc9'] }, 'UNKNOWN_DATACENTER', 'dc9'),
  unfit('an unknown node', { hostIds: [hostIdOf(1), NOBODY] }, 'UNKNOWN_HOST_ID', NOBODY),
  unfit('a single node', { hostIds: [hostIdOf(1)] }, 'NOTHING_TO_REPAIR', 'hostIds'),
  bad('an unknown kind of preview', { preview: 'some' }, 'preview', 'unrepaired', 'some'),
  bad('a preview that is null', { preview: null }, 'preview', 'got null'),
  bad('half an exclusion', { excludeTimeWindowTables: 'yes' }, 'excludeTimeWindowTables', 'boolean', 'yes'),
  unfit(
    'incremental repair of a datacenter',
    { mode: 'incremental', datacenters: ['dc1'] },
    ...(['UNSUPPORTED_MODE', '"incremental"', 'every replica', 'use mode "full"'] as const),
  ),
  unfit(
    'incremental repair of some nodes',
    { mode: 'subrange-incremental', hostIds: [hostIdOf(1), hostIdOf(2)] },
    ...(['UNSUPPORTED_MODE', 'every replica'] as const),
  ),
  unfit(
    'incremental repair in so many segments',
    { mode: 'incremental', segments: 9 },
    ...(['UNSUPPORTED_MODE', 'one segment for every node'] as const),
  ),
  unfit(
    'an incremental preview',
    { mode: 'incremental', preview: 'all' },
    ...(['UNSUPPORTED_MODE', 'leave "mode" out'] as const),
  ),
  unfit(
    'only tables with time windows',
    { keyspace: 'metrics', excludeTimeWindowTables: true },
    ...(['NOTHING_TO_REPAIR', '"points"', 'excludeTimeWindowTables'] as const),
  ),
];

describe('A bad request for a run', () => {
  let api: TestApi;
  beforeAll(async () => (api = await new TestApi().open()));
  afterAll(() => api.close());

  it.each(CASES)('is refused with the reason: $title', async ({ body, status, code, says, path }) => {
    for (const target of ['/api/v1/runs', '/api/v1/runs/plan']) {
      const answer = await api.http.post(target).send(body);
      expect(answer.body).toMatchObject({ status, code, requestId: answer.headers['x-request-id'] });
      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      for (const text of says) expect(answer.body.detail).toContain(text);
      if (path) expect(answer.body.errors).toContainEqual({ path, message: expect.any(String) });
    }
  });

  it('lists every mistake at once', async () => {
    const answer = await api.http.post('/api/v1/runs').send({ intensity: 2, priority: 500, foo: 1 }).expect(400);
    const paths = answer.body.errors.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(['keyspace', 'intensity', 'priority', 'foo']));
  });

  it.each(['', '[]', '[{"keyspace":"shop"}]', '"shop"', 'null'])('refuses the body %j', async (body) => {
    const answer = await api.http.post('/api/v1/runs').set('content-type', 'application/json').send(body);
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('refuses broken JSON and says so', async () => {
    const answer = await api.http.post('/api/v1/runs').set('content-type', 'application/json').send('{"keyspace":');
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'INVALID_JSON', detail: expect.stringContaining('JSON') });
  });

  it('refuses a body above the limit and names the limit', async () => {
    const answer = await api.http.post('/api/v1/runs').send({ keyspace: 'shop', cause: 'x'.repeat(300_000) });
    expect(answer.status).toBe(413);
    expect(answer.body).toMatchObject({ code: 'BODY_TOO_LARGE', detail: expect.stringContaining('262144') });
  });

  it('refuses a body that is not JSON', async () => {
    const answer = await api.http.post('/api/v1/runs').type('form').send('keyspace=shop');
    expect(answer.status).toBe(415);
    expect(answer.body).toMatchObject({
      code: 'UNSUPPORTED_MEDIA_TYPE',
      detail: expect.stringContaining('application/json'),
    });
  });
});

describe('A bad parameter', () => {
  let api: TestApi;
  beforeAll(async () => (api = await new TestApi().open()));
  afterAll(() => api.close());

  it.each([
    ['/api/v1/runs/not-a-uuid', 'runId'],
    ['/api/v1/runs/not-a-uuid/segments', 'runId'],
    ['/api/v1/runs?limit=0', 'limit'],
    ['/api/v1/runs?limit=501', 'limit'],
    ['/api/v1/runs?limit=many', 'limit'],
    ['/api/v1/runs?cursor=', 'cursor'],
    ['/api/v1/runs?cursor=%00%27', 'cursor'],
    ['/api/v1/runs?page=2', 'page'],
    [`/api/v1/runs/${NOBODY}/segments?state=SLEEPING`, 'state'],
    [`/api/v1/runs/${NOBODY}/segments?node=1`, 'node'],
    ['/api/v1/nodes/1', 'hostId'],
    ['/api/v1/keyspaces/a%20b', 'keyspace'],
  ])('is refused with its name: %s', async (path, parameter) => {
    const answer = await api.http.get(path);
    expect(answer.body).toMatchObject({ status: 400, code: 'VALIDATION_FAILED' });
    expect(answer.body.detail).toContain(parameter);
  });

  it('is refused when it is a cursor that no listing made', async () => {
    const answer = await api.http.get('/api/v1/runs?cursor=made-up').expect(400);
    expect(answer.body.code).toBe('INVALID_CURSOR');
  });

  it.each([
    ['get', `/api/v1/runs/${NOBODY}`, 'UNKNOWN_RUN'],
    ['get', `/api/v1/runs/${NOBODY}/segments`, 'UNKNOWN_RUN'],
    ['get', `/api/v1/runs/${NOBODY}/explain`, 'UNKNOWN_RUN'],
    ['post', `/api/v1/runs/${NOBODY}/pause`, 'UNKNOWN_RUN'],
    ['delete', `/api/v1/runs/${NOBODY}`, 'UNKNOWN_RUN'],
    ['get', `/api/v1/nodes/${NOBODY}`, 'NOT_FOUND'],
    ['get', '/api/v1/keyspaces/nope', 'NOT_FOUND'],
    ['get', '/api/v1/nothing', 'NOT_FOUND'],
  ] as const)('finds nothing: %s %s', async (method, path, code) => {
    const answer = await api.http[method](path).expect(404);
    expect(answer.body).toMatchObject({ status: 404, code, type: expect.stringMatching(/^\/problems\//) });
  });
});
