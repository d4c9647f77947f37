import { StoreUnavailableError } from '@reaper-sidecar/repair-core';
import { GOOD_PASSWORD, MemoryAuthTables } from '@reaper-sidecar/auth/testing';
import { FakeBackend } from '../testing/fake-backend.js';
import { testAccess } from '../testing/test-access.js';
import { TestApi } from '../testing/test-api.js';

const ANNA = { name: 'anna', password: GOOD_PASSWORD };

// A busy machine is slow, not wrong.
jest.setTimeout(60_000);

describe('Without a user', () => {
  let api: TestApi;
  beforeEach(async () => (api = await new TestApi().open({ loopback: false })));
  afterEach(() => api.close());

  it('the API is open to this machine, and everybody is the anonymous operator', async () => {
    expect((await api.http.get('/api/v1/auth/me').expect(200)).body).toEqual({
      kind: 'anonymous',
      name: 'anonymous',
      role: 'operator',
    });
    await api.createRun();
    expect(api.access.state().detail).toContain('reaper-sidecar bootstrap');
  });

  it.each([
    ['x-forwarded-for', '10.0.0.9'],
    ['forwarded', 'for=10.0.0.9'],
    ['host', 'evil.example'],
  ])('it is closed to whoever comes through a proxy or under a foreign name (%s)', async (header, value) => {
    const answer = await api.http.get('/api/v1/cluster').set(header, value).expect(403);
    expect(answer.body.code).toBe('NO_USER_YET');
    await api.http.get('/health/live').set(header, value).expect(200);
  });

  it('neither users nor tokens can be made through it', async () => {
    for (const [path, body] of [
      ['users', { name: 'ben', password: GOOD_PASSWORD }],
      ['api-tokens', { name: 'x' }],
    ] as const) {
      expect((await api.http.post(`/api/v1/${path}`).send(body).expect(403)).body.code).toBe('NO_USER_YET');
    }
  });

  it('it needs a login from the moment there is one', async () => {
    await api.http.get('/api/v1/cluster').expect(200);
    await api.access.auth.users.bootstrap(ANNA);
    const answer = await api.http.get('/api/v1/cluster').expect(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="reaper-sidecar"');
    for (const path of ['/health/live', '/version', '/metrics', '/openapi.json', '/docs/'])
      await api.http.get(path).expect(200);
  });
});

describe('As long as nobody knows whether there are users', () => {
  it("the API is closed, which is nobody's fault, and it stays open where it was known to be open", async () => {
    const tables = new MemoryAuthTables();
    const backend = new FakeBackend();
    const api = await new TestApi(backend, testAccess(backend.runtime, tables)).open();
    const away = jest.spyOn(tables.users, 'readVersion').mockRejectedValue(new StoreUnavailableError('down'));
    const read = jest.spyOn(tables.users, 'read').mockRejectedValue(new StoreUnavailableError('down'));
    await api.http.get('/api/v1/auth/me').expect(503);
    read.mockRestore();
    await api.http.get('/api/v1/auth/me').expect(200);
    await backend.time.advance(6_000);
    await api.http.get('/api/v1/auth/me').expect(200);
    away.mockRestore();
    await api.close();
  });
});

describe('A browser', () => {
  let api: TestApi;
  let jar: Map<string, string>;

  beforeEach(async () => {
    api = await new TestApi().open();
    jar = new Map();
    await api.access.auth.users.bootstrap(ANNA);
  });
  afterEach(() => api.close());

  type Method = 'get' | 'post' | 'put' | 'delete';
  async function send(
    method: Method,
    path: string,
    body?: object,
    headers: Record<string, string> = { 'x-reaper-csrf': '1' },
  ) {
    const answer = await api.http[method](path)
      .set({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), ...headers })
      .send(body);
    for (const line of (answer.headers['set-cookie'] ?? []) as unknown as string[]) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }
  const login = () => send('post', '/api/v1/auth/login', { user: 'anna', password: GOOD_PASSWORD, kind: 'cookie' });

  it('gets cookies that scripts cannot read and other sites do not send, and no token in the body', async () => {
    const answer = await login();
    expect(answer.body).toMatchObject({ user: 'anna', role: 'operator' });
    expect(answer.body.accessToken ?? answer.body.refreshToken).toBeUndefined();
    for (const line of answer.headers['set-cookie'] as unknown as string[]) {
      expect(line).toMatch(/^reaper_(session|refresh)=.*; Path=\/;.* HttpOnly; SameSite=Strict$/);
    }
    expect((await send('get', '/api/v1/auth/me')).body).toMatchObject({ kind: 'user', name: 'anna' });
  });

  it('is not noticed to renew its session, however many requests it sends at once', async () => {
    await login();
    const before = new Map(jar);
    await api.backend.time.advance(6 * 60_000);
    jar.delete('reaper_session');
    const answers = await Promise.all(Array.from({ length: 10 }, () => send('get', '/api/v1/cluster')));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(jar.get('reaper_refresh')).not.toBe(before.get('reaper_refresh'));
    expect((await send('post', '/api/v1/runs', { keyspace: 'shop' })).status).toBe(201);
  });

  it('cannot be used by a page of another site', async () => {
    await login();
    const without = await send('post', '/api/v1/runs', { keyspace: 'shop' }, {});
    expect([without.status, without.body.code]).toEqual([403, 'CSRF_HEADER_MISSING']);
    const foreign = await send(
      'post',
      '/api/v1/runs',
      { keyspace: 'shop' },
      { 'x-reaper-csrf': '1', origin: 'http://evil.example' },
    );
    expect([foreign.status, foreign.body.code]).toEqual([403, 'FORBIDDEN_ORIGIN']);
    const form = await send('post', '/api/v1/auth/logout', undefined, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(form.status).toBe(403);
    const forced = await api.http
      .post('/api/v1/auth/login')
      .send({ user: 'anna', password: GOOD_PASSWORD, kind: 'cookie' });
    expect(forced.status).toBe(403);
  });

  it('gets a new session at login, never one that somebody planted', async () => {
    await login();
    const planted = new Map(jar);
    const answer = await login();
    expect(answer.status).toBe(200);
    for (const [name, value] of planted) expect(jar.get(name)).not.toBe(value);
    jar.set('reaper_session', 'planted').set('reaper_refresh', `rsr_${'a'.repeat(32)}_${'b'.repeat(43)}`);
    expect((await login()).status).toBe(200);
    expect((await send('get', '/api/v1/auth/me')).status).toBe(200);
  });

  it('loses everything at logout', async () => {
    await login();
    const before = new Map(jar);
    expect((await send('post', '/api/v1/auth/logout')).status).toBe(204);
    expect(jar.size).toBe(0);
    jar = before;
    expect((await send('get', '/api/v1/cluster')).status).toBe(401);
    expect(jar.size).toBe(0);
  });

  it('keeps its session when its user changes the password, and nothing else can be changed with it', async () => {
    await login();
    const body = { currentPassword: GOOD_PASSWORD, newPassword: 'harbour-Lynx-31-moss' };
    const more = await send('put', '/api/v1/auth/password', { ...body, role: 'operator', name: 'ben' });
    expect([more.status, more.body.code]).toEqual([400, 'VALIDATION_FAILED']);
    expect((await send('put', '/api/v1/auth/password', { ...body, currentPassword: 'x' })).status).toBe(401);
    expect((await send('put', '/api/v1/auth/password', body)).status).toBe(200);
    expect((await send('get', '/api/v1/auth/me')).status).toBe(200);
    expect((await login()).status).toBe(401);
  });

  it('over HTTPS gets cookies that are bound to the host', async () => {
    const secured = api.server;
    secured.prependListener(
      'request',
      (request: { socket: { encrypted?: boolean } }) => (request.socket.encrypted = true),
    );
    const answer = await login();
    for (const line of answer.headers['set-cookie'] as unknown as string[]) {
      expect(line).toMatch(/^__Host-reaper_\w+=.*; Path=\/;.* HttpOnly; Secure; SameSite=Strict$/);
    }
    expect((await send('get', '/api/v1/auth/me')).status).toBe(200);
  });
});

describe('A program', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await new TestApi().open();
    await api.access.auth.users.bootstrap(ANNA);
  });
  afterEach(() => api.close());

  const login = async () =>
    (await api.http.post('/api/v1/auth/login').send({ user: 'anna', password: GOOD_PASSWORD }).expect(200)).body as {
      accessToken: string;
      refreshToken: string;
    };
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it('logs in, refreshes, makes an API token, and every change is in the audit trail with who and from where', async () => {
    const first = await login();
    const { body: session } = await api.http
      .post('/api/v1/auth/refresh')
      .send({ refreshToken: first.refreshToken })
      .expect(200);
    const { body: made } = await api.http
      .post('/api/v1/api-tokens')
      .set(bearer(session.accessToken))
      .send({ name: 'job', role: 'operator' })
      .expect(201);
    await api.http.post('/api/v1/runs').set(bearer(made.token)).send({ keyspace: 'shop' }).expect(201);
    await api.http.post('/api/v1/auth/login').send({ user: 'anna', password: 'wrong' }).expect(401);
    await api.http.post('/api/v1/auth/login').send({ user: 'my-password-by-mistake', password: 'x' }).expect(401);
    const { body } = await api.http.get('/api/v1/audit').set(bearer(made.token)).expect(200);
    const seen = body.items.map(({ actor, action, status }: Record<string, unknown>) => `${actor} ${action} ${status}`);
    expect(seen.sort()).toEqual(
      [
        `token:${made.id} createRun 201`,
        'anna createApiToken 201',
        'anna login 200',
        'anna login 401',
        'unknown login 401',
      ].sort(),
    );
    expect(body.items[0]).toMatchObject({
      address: expect.stringMatching(/127\.0\.0\.1|::1/),
      requestId: expect.any(String),
    });
    await api.http.delete(`/api/v1/api-tokens/${made.id}`).set(bearer(session.accessToken)).expect(204);
    await api.http.get('/api/v1/cluster').set(bearer(made.token)).expect(401);
  });

  it('cannot put anything into a user that is not asked for', async () => {
    const { accessToken } = await login();
    const user = { name: 'ben', password: 'harbour-Lynx-31-moss' };
    for (const more of [{ epoch: 7 }, { passwordHash: 'x' }, { createdBy: 'x' }, { removed: false }]) {
      await api.http
        .post('/api/v1/users')
        .set(bearer(accessToken))
        .send({ ...user, ...more })
        .expect(400);
    }
    const { body } = await api.http.post('/api/v1/users').set(bearer(accessToken)).send(user).expect(201);
    expect(Object.keys(body).sort()).toEqual([
      'createdAt',
      'createdBy',
      'disabled',
      'name',
      'passwordChangedAt',
      'role',
    ]);
    expect(body.role).toBe('viewer');
    await api.http
      .patch('/api/v1/users/ben')
      .set(bearer(accessToken))
      .send({ disabled: true, name: 'anna' })
      .expect(400);
  });

  it('cannot smuggle headers through what it sends', async () => {
    const { accessToken } = await login();
    const name = 'x\r\nset-cookie: reaper_session=planted';
    const answers = [
      await api.http.post('/api/v1/users').set(bearer(accessToken)).send({ name, password: GOOD_PASSWORD }),
      await api.http.get(`/api/v1/users/${encodeURIComponent(name)}`).set(bearer(accessToken)),
      await api.http.post('/api/v1/auth/login').send({ user: name, password: 'x' }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('is refused with credentials that are no bearer token, although it has a good cookie', async () => {
    const { accessToken } = await login();
    for (const authorization of ['Basic YW5uYTp4', 'Bearer', 'Bearer a b', `bearer ${accessToken}x`]) {
      await api.http
        .get('/api/v1/cluster')
        .set({ authorization, cookie: `reaper_session=${accessToken}` })
        .expect(401);
    }
  });

  it('leaves no secret in the log, whatever happens to it', async () => {
    const first = await login();
    const { body: second } = await api.http.post('/api/v1/auth/refresh').send({ refreshToken: first.refreshToken });
    const { body: made } = await api.http
      .post('/api/v1/api-tokens')
      .set(bearer(second.accessToken))
      .send({ name: 'job' });
    const secrets = [
      GOOD_PASSWORD,
      'harbour-Lynx-31-moss',
      'wrong-Password-in-log',
      first.accessToken,
      first.refreshToken,
      second.refreshToken,
      made.token,
    ];
    await api.http.post('/api/v1/auth/login').send({ user: 'anna', password: 'wrong-Password-in-log' });
    await api.http
      .post('/api/v1/auth/login')
      .send(`{"user": "anna", "password": "${GOOD_PASSWORD}", }`)
      .set('content-type', 'application/json');
    await api.http
      .put('/api/v1/auth/password')
      .set(bearer(second.accessToken))
      .send({ currentPassword: GOOD_PASSWORD, newPassword: 'harbour-Lynx-31-moss' });
    await api.backend.time.advance(31_000);
    await api.http.post('/api/v1/auth/refresh').send({ refreshToken: first.refreshToken }).expect(401);
    await api.http
      .get('/api/v1/cluster')
      .set(bearer(`${first.accessToken}x`))
      .expect(401);
    const log = api.backend.log.lines
      .map((line) =>
        JSON.stringify(line, (_key, value: unknown) =>
          value instanceof Error ? { ...value, message: value.message, stack: value.stack } : value,
        ),
      )
      .join('\n');
    expect(log).toContain('Audit');
    for (const secret of secrets) expect(log).not.toContain(secret);
  });
});
