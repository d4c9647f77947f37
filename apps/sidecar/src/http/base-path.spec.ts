import { GOOD_PASSWORD } from '@reaper-sidecar/auth/testing';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApi } from '../testing/test-api.js';

const USER = { name: 'anna', password: GOOD_PASSWORD };

describe('Below a base path', () => {
  let api: TestApi;
  let web: string;

  beforeAll(async () => {
    web = mkdtempSync(join(tmpdir(), 'web-'));
    mkdirSync(join(web, 'assets'));
    writeFileSync(join(web, 'index.html'), '<html><head><script src="./assets/app-1a2b.js"></script></head></html>');
    writeFileSync(join(web, 'assets', 'app-1a2b.js'), 'run()');
    api = await new TestApi().open({ basePath: '/ops/reaper', webDirectory: web, trustedProxies: ['127.0.0.1'] });
  });
  afterAll(async () => {
    await api.close();
    rmSync(web, { recursive: true, force: true });
  });

  const page = (path: string) => api.http.get(path).set('accept', 'text/html');

  it('the API answers, with links that lead there again', async () => {
    const created = await api.http.post('/ops/reaper/api/v1/runs').send({ keyspace: 'shop' }).expect(201);
    const location = String(created.headers['location']);
    expect(location).toBe(`/ops/reaper/api/v1/runs/${created.body.id}`);
    await api.http.get(location).expect(200);
    const busy = await api.http.post('/ops/reaper/api/v1/runs').send({ keyspace: 'shop' }).expect(409);
    expect(busy.body).toMatchObject({ type: '/ops/reaper/problems/unit-busy', link: location });
    await api.http.get(busy.body.type).expect(200);
  });

  it('nothing else is found, and the answer tells where to look', async () => {
    for (const path of ['/api/v1/runs', '/docs/', '/openapi.json', '/ops/reaperX/api/v1/runs', '/ops/api/v1/runs']) {
      const { body } = await page(path).expect(404);
      expect(body).toMatchObject({ code: 'NOT_FOUND', detail: expect.stringContaining('below /ops/reaper/') });
    }
  });

  it.each(['/health/live', '/health/ready', '/metrics', '/version'])('%s is there and at the root', async (path) => {
    await api.http.get(path).expect(200);
    await api.http.get(`/ops/reaper${path}`).expect(200);
  });

  it.each(['/', '/ops/reaper', '/ops/reaper?x=1'])('a person at %s is led to the dashboard', async (path) => {
    await page(path).expect(307).expect('location', '/ops/reaper/');
  });

  it.each([
    ['/ops/reaper/', './'],
    ['/ops/reaper/runs', './'],
    ['/ops/reaper/runs/1/segments', '../../'],
  ])('the dashboard at %s finds its files', async (path, base) => {
    const { text } = await page(path).expect(200);
    expect(text).toContain(`<head><base href="${base}" />`);
    const from = new URL(base, `http://x${path}`);
    expect(new URL('./assets/app-1a2b.js', from).pathname).toBe('/ops/reaper/assets/app-1a2b.js');
    await api.http.get('/ops/reaper/assets/app-1a2b.js').expect(200);
  });

  it('Swagger UI calls the API there', async () => {
    await api.http.get('/ops/reaper/docs').expect(308).expect('location', '/ops/reaper/docs/');
    await api.http.get('/ops/reaper/docs/swagger-initializer.js').expect(200);
    const { body } = await api.http.get('/ops/reaper/openapi.json').expect(200);
    expect(body).toMatchObject({ openapi: '3.0.3', servers: [{ url: '/ops/reaper' }] });
  });

  it('events flow', async () => {
    await new Promise<void>((resolve) => api.server.listen(0, '127.0.0.1', resolve));
    const abort = new AbortController();
    const url = `http://127.0.0.1:${(api.server.address() as AddressInfo).port}/ops/reaper/api/v1/events`;
    const { headers, body } = await fetch(url, { signal: abort.signal });
    expect(headers.get('content-type')).toBe('text/event-stream');
    const first = await body?.getReader().read();
    expect(new TextDecoder().decode(first?.value)).toContain('retry:');
    abort.abort();
  });

  it('cookies are for that path only, over HTTPS as elsewhere', async () => {
    await api.access.auth.users.bootstrap(USER);
    const login = (headers: object) =>
      api.http
        .post('/ops/reaper/api/v1/auth/login')
        .set({ 'x-reaper-csrf': '1', ...headers })
        .send({ user: USER.name, password: USER.password, kind: 'cookie' })
        .expect(200);
    const cookiesOf = async (headers: object) => (await login(headers)).headers['set-cookie'] as unknown as string[];
    const plain = await cookiesOf({});
    for (const line of plain) expect(line).toMatch(/^reaper_\w+=.*; Path=\/ops\/reaper;/);
    const secure = await cookiesOf({ 'x-forwarded-proto': 'https' });
    for (const line of secure) expect(line).toMatch(/^__Secure-reaper_\w+=.*; Path=\/ops\/reaper;.* Secure;/);
    const cookie = secure.map((line) => line.split(';')[0]).join('; ');
    const me = api.http.get('/ops/reaper/api/v1/auth/me').set({ cookie, 'x-forwarded-proto': 'https' });
    expect((await me.expect(200)).body.name).toBe('anna');
  });
});
