import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApi } from '../testing/test-api.js';

describe('Every answer', () => {
  let api: TestApi;
  beforeAll(async () => (api = await new TestApi().open()));
  afterAll(() => api.close());

  it('carries a request id, the one of the caller if it is well-formed', async () => {
    const [given, odd] = [
      await api.http.get('/version').set('x-request-id', 'abc-1'),
      await api.http.get('/version').set('x-request-id', 'a b'),
    ];
    expect(given.headers['x-request-id']).toBe('abc-1');
    expect(odd.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('forbids framing, sniffing and foreign scripts, and does not force HTTPS', async () => {
    const { headers } = await api.http.get('/version');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('tells nothing of the inside when something unexpected happens', async () => {
    api.backend.schema.keyspaces = () => Promise.reject(new Error('secret of the inside'));
    const answer = await api.http.get('/api/v1/keyspaces').expect(500);
    expect(answer.body.code).toBe('INTERNAL_ERROR');
    expect(answer.text).not.toContain('secret');
    const line = api.backend.log.lines.find(({ message }) => message === 'Request failed');
    expect(line?.fields).toMatchObject({ requestId: answer.body.requestId, error: expect.any(Error) });
  });

  it('is a problem for a path that cannot be decoded', async () => {
    const answer = await api.http.get('/api/v1/runs/%ZZ');
    expect(answer.body).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });
});

describe('A foreign page', () => {
  let api: TestApi;
  beforeAll(async () => (api = await new TestApi().open()));
  afterAll(() => api.close());

  it.each([
    ['origin', 'http://evil.example'],
    ['origin', 'null'],
    ['sec-fetch-site', 'cross-site'],
  ])('cannot change anything (%s: %s)', async (header, value) => {
    const answer = await api.http.post('/api/v1/runs').set(header, value).send({ keyspace: 'shop' }).expect(403);
    expect(answer.body.code).toBe('FORBIDDEN_ORIGIN');
  });

  it('cannot reach a sidecar on loopback through a name of its own', async () => {
    await api.http.get('/api/v1/cluster').set('host', 'evil.example:8080').expect(403);
    await api.http.get('/api/v1/cluster').set('host', 'localhost:8080').expect(200);
    await api.http.get('/api/v1/cluster').set('host', '[::1]:8080').expect(200);
  });

  it('is told from the own page by its origin', async () => {
    const host = '127.0.0.1:8080';
    const request = api.http.post('/api/v1/runs/plan').set('host', host).set('origin', `http://${host}`);
    await request.send({ keyspace: 'shop' }).expect(200);
  });
});

describe('The documentation', () => {
  let api: TestApi;
  beforeAll(async () => (api = await new TestApi().open()));
  afterAll(() => api.close());

  it('serves the OpenAPI document', async () => {
    const answer = await api.http.get('/openapi.json').expect(200);
    expect(answer.body.openapi).toBe('3.0.3');
  });

  it('serves Swagger UI for that document', async () => {
    await api.http.get('/docs').expect(308).expect('location', '/docs/');
    expect((await api.http.get('/docs/').expect(200)).text).toContain('swagger-ui');
    expect((await api.http.get('/docs/swagger-initializer.js').expect(200)).text).toContain('../openapi.json');
    await api.http.get('/docs/swagger-ui-bundle.js').expect(200);
  });
});

describe('The dashboard', () => {
  let api: TestApi;
  let root: string;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'web-'));
    const web = join(root, 'dist');
    mkdirSync(join(web, 'assets'), { recursive: true });
    writeFileSync(join(root, 'secret.txt'), 'secret');
    writeFileSync(join(web, '.env'), 'secret');
    writeFileSync(join(web, 'index.html'), '<html>dashboard</html>');
    writeFileSync(join(web, 'assets', 'app-1a2b.js'), 'run()');
    api = await new TestApi().open({ webDirectory: web });
  });
  afterAll(async () => {
    await api.close();
    rmSync(root, { recursive: true, force: true });
  });

  it.each(['/', '/runs/00000001-0000-4000-8000-000000000000', '/tables?state=late'])('opens at %s', async (path) => {
    const answer = await api.http.get(path).set('accept', 'text/html').expect(200);
    expect(answer.text).toContain('dashboard');
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  it('keeps built files in the cache of the browser', async () => {
    const answer = await api.http.get('/assets/app-1a2b.js').expect(200);
    expect(answer.headers['cache-control']).toContain('immutable');
  });

  it.each(['/api/v1/nothing', '/docs/nothing', '/assets/gone.js', '/health/nothing'])(
    'never answers %s',
    async (path) => {
      const answer = await api.http.get(path).set('accept', 'text/html');
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain('dashboard');
    },
  );

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/.env',
  ])('keeps inside its directory: %s', async (path) => {
    expect(await rawGet(api, path)).not.toMatch(/\r\n\r\nsecret/);
  });
});

/** Without the clean-up of paths that HTTP clients do. */
async function rawGet(api: TestApi, path: string): Promise<string> {
  if (!api.server.listening) await new Promise<void>((resolve) => api.server.listen(0, '127.0.0.1', resolve));
  const { port } = api.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
    });
    let text = '';
    socket.on('data', (data) => (text += data.toString()));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}
