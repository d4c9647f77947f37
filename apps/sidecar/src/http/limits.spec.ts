import { connect, type AddressInfo } from 'node:net';
import { TestApi } from '../testing/test-api.js';
import { MAX_URL_LENGTH } from './limits.js';

describe('A client that takes too much', () => {
  let api: TestApi;
  afterEach(() => api.close());

  it('is told to wait, and served again after that time', async () => {
    api = await new TestApi().open({ limits: { requestsPerSecond: 2, burst: 3 } });
    for (let n = 0; n < 3; n++) await api.http.get('/version').expect(200);
    const refused = await api.http.get('/version').expect(429);
    expect(refused.body.code).toBe('TOO_MANY_REQUESTS');
    expect(refused.headers['retry-after']).toBe('1');
    await api.http.get('/health/live').expect(200);
    await api.backend.time.advance(1_000);
    for (let n = 0; n < 2; n++) await api.http.get('/version').expect(200);
    await api.http.get('/version').expect(429);
  });

  it('gets a problem for a path, a body or a nesting beyond any need', async () => {
    api = await new TestApi().open();
    const long = await api.http.get(`/api/v1/runs?cursor=${'x'.repeat(MAX_URL_LENGTH)}`).expect(414);
    expect(long.body.code).toBe('URI_TOO_LONG');
    const post = (body: string) => api.http.post('/api/v1/runs').set('content-type', 'application/json').send(body);
    const deep = (levels: number) => `{"keyspace":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    expect((await post(deep(20)).expect(400)).body.code).toBe('JSON_TOO_DEEP');
    expect((await post(deep(50_000)).expect(400)).body.code).toBe('JSON_TOO_DEEP');
    expect((await post(deep(19)).expect(400)).body.code).toBe('VALIDATION_FAILED');
    expect((await post(JSON.stringify({ keyspace: 'x'.repeat(300_000) })).expect(413)).body.code).toBe(
      'BODY_TOO_LARGE',
    );
  });

  it('is cut off when its headers do not arrive', async () => {
    api = await new TestApi().open({ limits: { headersTimeoutMs: 50, requestTimeoutMs: 100 } });
    await new Promise<void>((resolve) => api.server.listen(0, '127.0.0.1', resolve));
    const socket = connect((api.server.address() as AddressInfo).port, '127.0.0.1');
    socket.write('GET /version HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    await new Promise((resolve) => socket.once('close', resolve));
    expect(answer).toContain('408');
  }, 15_000);
});
