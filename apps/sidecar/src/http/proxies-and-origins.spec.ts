import { TestApi } from '../testing/test-api.js';

describe('A page of another site', () => {
  let api: TestApi;
  afterEach(() => api.close());
  const origin = 'https://ops.example';
  const plan = () => api.http.post('/api/v1/runs/plan').set('origin', origin).set('sec-fetch-site', 'cross-site');

  it('may neither read nor change unless its origin is listed', async () => {
    api = await new TestApi().open();
    const read = await api.http.get('/version').set('origin', origin);
    expect(read.headers['access-control-allow-origin']).toBeUndefined();
    await plan().send({ keyspace: 'shop' }).expect(403);
  });

  it('may when it is, but without the cookies of the sidecar', async () => {
    api = await new TestApi().open({ allowedOrigins: [origin] });
    const preflight = api.http.options('/api/v1/runs').set('origin', origin);
    const allowed = await preflight.set('access-control-request-method', 'POST').expect(204);
    expect(allowed.headers['access-control-allow-headers']).toContain('Idempotency-Key');
    const answer = await plan().send({ keyspace: 'shop' }).expect(200);
    expect(answer.headers['access-control-allow-origin']).toBe(origin);
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
    await plan().set('origin', 'https://evil.example').send({ keyspace: 'shop' }).expect(403);
  });
});

describe('X-Forwarded-For', () => {
  let api: TestApi;
  afterEach(() => api.close());
  const limits = { requestsPerSecond: 1, burst: 1 };
  const from = (address: string) => api.http.get('/version').set('x-forwarded-for', address);

  it('is believed when a configured proxy sends it', async () => {
    api = await new TestApi().open({ limits, trustedProxies: ['127.0.0.0/8', '::1', '::ffff:127.0.0.1'] });
    await from('10.0.0.1').expect(200);
    await from('10.0.0.2').expect(200);
    await from('10.0.0.1').expect(429);
  });

  it('is not believed from anybody else', async () => {
    api = await new TestApi().open({ limits });
    await from('10.0.0.1').expect(200);
    await from('10.0.0.2').expect(429);
  });
});
