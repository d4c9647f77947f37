import { randomUUID } from 'node:crypto';
import { FakeBackend } from '../testing/fake-backend.js';
import { hostIdOf } from '../testing/fake-cassandra.js';
import { TestApi } from '../testing/test-api.js';
import { DEAD_AFTER_MS, WAIT_MS } from './idempotency.js';

const isOperation = (name: string) => (operation: string) => operation === name;

describe('A request with an Idempotency-Key', () => {
  let one: TestApi;
  let other: TestApi;
  let key: string;
  beforeEach(async () => {
    one = await new TestApi().open();
    other = await new TestApi(new FakeBackend(one.backend.shared, hostIdOf(2))).open();
    key = randomUUID();
  });
  afterEach(() => Promise.all([one.close(), other.close()]));

  const create = (api: TestApi, body: object = { keyspace: 'shop' }, withKey = key) =>
    api.http.post('/api/v1/runs').set('idempotency-key', withKey).send(body);

  const runsOf = async (api: TestApi) =>
    ((await api.http.get('/api/v1/runs').expect(200)).body as { items: { id: string }[] }).items;

  /** Lets virtual time pass while a request is under way. */
  async function passUntil<T>(answer: Promise<T>, ...apis: TestApi[]): Promise<T> {
    let over = false;
    const done = answer.finally(() => (over = true));
    while (!over) {
      for (const api of apis) await api.backend.time.advance(100);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return done;
  }

  it('gets the answer of the first through another sidecar', async () => {
    const first = await create(one).expect(201);
    await one.http.post(`/api/v1/runs/${first.body.id}/pause`).expect(200);
    const again = await create(other).expect(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers['location']).toBe(first.headers['location']);
    expect(again.headers['etag']).toBe(first.headers['etag']);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(await runsOf(one)).toHaveLength(1);
  });

  it('is done once when it arrives everywhere at the same time', async () => {
    const all = Promise.all([one, other, one, other].map((api) => create(api)));
    const answers = await passUntil(all, one, other);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await runsOf(one)).toHaveLength(1);
  });

  it('is the same whatever the order of its properties, and another with another body', async () => {
    const first = await create(one, { keyspace: 'shop', tables: ['users'] }).expect(201);
    const again = await create(other, { tables: ['users'], keyspace: 'shop' }).expect(201);
    expect(again.body.id).toBe(first.body.id);
    const changed = await create(other, { keyspace: 'shop', tables: ['carts'] }).expect(422);
    expect(changed.body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('may be corrected under the same key when it was refused', async () => {
    await create(one, { keyspace: 'nowhere' }).expect(422);
    await create(one, { keyspace: 'shop', intensity: 7 }).expect(400);
    await create(other).expect(201);
  });

  it('may be repeated when the answer says that its outcome is unknown', async () => {
    one.backend.memory.client.loseAnswer('applied', { matches: isOperation('runs.activate') });
    one.backend.memory.client.fail(1, isOperation('runs.activeRunsSerial'));
    one.backend.memory.client.fail(Infinity, isOperation('runs.get'));
    const unknown = await create(one);
    expect(unknown.status).toBeGreaterThanOrEqual(500);
    const again = await create(other).expect(201);
    expect(await runsOf(other)).toEqual([expect.objectContaining({ id: again.body.id })]);
  });

  it('is told to come back while the first is at work', async () => {
    one.backend.memory.client.fail(Infinity, isOperation('idempotency.replace'));
    await create(one).expect(201);
    const answer = await passUntil(
      create(other).then((response) => response),
      other,
    );
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('IDEMPOTENCY_IN_FLIGHT');
    expect(answer.headers['retry-after']).toBeDefined();
    expect(WAIT_MS).toBeLessThan(DEAD_AFTER_MS);
  });

  it('finds the run of a sidecar that died before it could answer', async () => {
    one.backend.memory.client.fail(Infinity, isOperation('idempotency.replace'));
    const first = await create(one).expect(201);
    await passUntil(
      create(other).then((response) => response),
      other,
    );
    await other.backend.time.advance(DEAD_AFTER_MS);
    const again = await create(other).expect(201);
    expect(again.body.id).toBe(first.body.id);
    expect(await runsOf(other)).toHaveLength(1);
  });

  it('finishes what a sidecar that died before the run existed had begun', async () => {
    one.backend.memory.client.fail(Infinity, isOperation('runs.createPlan'));
    one.backend.memory.client.fail(Infinity, isOperation('idempotency.replace'));
    await create(one).expect(503);
    await passUntil(
      create(other).then((response) => response),
      other,
    );
    await other.backend.time.advance(DEAD_AFTER_MS);
    await create(other).expect(201);
    expect(await runsOf(other)).toHaveLength(1);
  });

  it('deletes once and answers twice', async () => {
    const { id } = await one.createRun();
    const remove = (api: TestApi) => api.http.delete(`/api/v1/runs/${id}`).set('idempotency-key', key);
    await remove(one).expect(409);
    await one.http.post(`/api/v1/runs/${id}/abort`).set('idempotency-key', key).expect(200);
    await other.http.post(`/api/v1/runs/${id}/abort`).set('idempotency-key', key).expect(200);
  });

  it.each(['', 'with space', 'x'.repeat(256)])('is refused with a malformed key: %j', async (odd) => {
    const answer = await create(one, undefined, odd).expect(400);
    expect(answer.body.errors[0].path).toBe('Idempotency-Key');
  });
});
