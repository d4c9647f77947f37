import type { AddressInfo } from 'node:net';
import { RecordedLog } from '../testing/fake-backend.js';
import { hostIdOf } from '../testing/fake-cassandra.js';
import { TestApi } from '../testing/test-api.js';
import { DOORBELL_PATH, HttpDoorbell } from './http-doorbell.js';
import { sign, SIGNATURE_HEADER } from './signature.js';

describe('A doorbell', () => {
  let api: TestApi;
  beforeEach(async () => (api = await new TestApi().open()));
  afterEach(() => api.close());

  const ring = (body: string, signature: string) =>
    api.http.post(DOORBELL_PATH).set('content-type', 'application/json').set(SIGNATURE_HEADER, signature).send(body);

  const forHost = (n: number) => JSON.stringify({ hostId: hostIdOf(n) });

  it('makes the sidecar look when it is signed with the key of the cluster', async () => {
    await ring(forHost(1), sign(api.key, forHost(1))).expect(204);
    expect(api.backend.looks).toBe(1);
  });

  it.each([
    ['without signature', forHost(1), ''],
    ['with a signature that is no hex', forHost(1), 'zz'],
    ['signed with another key', forHost(1), sign(new Uint8Array(32), forHost(1))],
    ['signed for other words', forHost(1), sign(new Uint8Array(32).fill(7), forHost(2))],
    ['meant for another host', forHost(2), sign(new Uint8Array(32).fill(7), forHost(2))],
  ])('is refused %s', async (_title, body, signature) => {
    const answer = await ring(body, signature).expect(403);
    expect(answer.body.code).toBe('SIGNATURE_INVALID');
    expect(api.backend.looks).toBe(0);
  });

  it('is refused when it is larger than it needs to be', async () => {
    const body = JSON.stringify({ hostId: hostIdOf(1), more: 'x'.repeat(300) });
    await ring(body, sign(api.key, body)).expect(413);
  });

  it('is limited in number, so that nobody can keep a sidecar looking', async () => {
    const answers = [];
    for (let i = 0; i < 60; i++) answers.push((await ring(forHost(1), sign(api.key, forHost(1)))).status);
    expect(answers.filter((status) => status === 204)).toHaveLength(50);
    expect(answers.at(-1)).toBe(429);
    await api.backend.time.advance(1_000);
    await ring(forHost(1), sign(api.key, forHost(1))).expect(204);
  });

  it('is heard when it was sent by another sidecar', async () => {
    await listen();
    const doorbell = sender(async () => address());
    doorbell.ring(hostIdOf(1));
    await until(() => api.backend.looks === 1);
  });

  it('counts rings during a ring as one more', async () => {
    await listen();
    const doorbell = sender(async () => address());
    for (let i = 0; i < 10; i++) doorbell.ring(hostIdOf(1));
    await until(() => api.backend.looks === 2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(api.backend.looks).toBe(2);
  });

  it('is lost without harm when nobody is there', async () => {
    const doorbell = sender(async () => 'http://127.0.0.1:1');
    doorbell.ring(hostIdOf(1));
    sender(() => Promise.reject(new Error('no storage'))).ring(hostIdOf(1));
    sender(async () => undefined).ring(hostIdOf(1));
    await until(async () => (await api.metrics.registry.metrics()).includes('result="no_address"} 1'));
    await until(async () => (await api.metrics.registry.metrics()).includes('result="failed"} 2'));
  });

  const listen = () => new Promise<void>((resolve) => api.server.listen(0, '127.0.0.1', resolve));
  const address = () => `http://127.0.0.1:${(api.server.address() as AddressInfo).port}`;

  function sender(addressOf: () => Promise<string | undefined>): HttpDoorbell {
    const { doorbell: metrics } = api.metrics;
    return new HttpDoorbell({ address: addressOf, key: () => api.key, log: new RecordedLog(), metrics });
  }

  async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
    for (let i = 0; i < 100; i++) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('Never came true');
  }
});
