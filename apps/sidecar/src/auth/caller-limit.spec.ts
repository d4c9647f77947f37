import { GOOD_PASSWORD } from '@reaper-sidecar/auth/testing';
import { TestApi } from '../testing/test-api.js';

const ANNA = { name: 'anna', password: GOOD_PASSWORD };
const BEN = { name: 'ben', password: 'harbour-Lynx-31-moss' };

describe('A caller that asks too much', () => {
  let api: TestApi;
  afterEach(() => api.close());

  const open = () =>
    new TestApi().open({
      trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'],
      limits: { callerRequestsPerSecond: 2, callerBurst: 3 },
    });

  async function login({ name, password }: typeof ANNA): Promise<string> {
    const answer = await api.http.post('/api/v1/auth/login').send({ user: name, password }).expect(200);
    return `Bearer ${answer.body.accessToken}`;
  }

  it('has to wait, from whatever address and with whichever session, while others go on', async () => {
    api = await open();
    await api.access.auth.users.bootstrap(ANNA);
    await api.access.auth.users.create({ ...BEN, role: 'viewer' }, ANNA.name);
    const [anna, again, ben] = [await login(ANNA), await login(ANNA), await login(BEN)];
    const ask = (authorization: string, from: string) =>
      api.http.get('/api/v1/auth/me').set({ authorization, 'x-forwarded-for': from });
    for (const [token, from] of [
      [anna, '10.0.0.1'],
      [again, '10.0.0.2'],
      [anna, '10.0.0.3'],
    ] as const)
      await ask(token, from).expect(200);
    const refused = await ask(again, '10.0.0.4').expect(429).expect('retry-after', '1');
    expect(refused.body).toMatchObject({ code: 'TOO_MANY_REQUESTS', detail: expect.stringContaining('anna') });
    await ask(ben, '10.0.0.4').expect(200);
    expect((await api.http.get('/metrics')).text).toContain('reaper_http_refused_total{limit="caller"} 1');
    await api.backend.time.advance(1_000);
    await ask(anna, '10.0.0.1').expect(200);
  });

  it('is not meant as long as nobody logs in', async () => {
    api = await open();
    for (let n = 0; n < 10; n++) await api.http.get('/api/v1/auth/me').expect(200);
  });
});
