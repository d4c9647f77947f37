import { inspect } from 'node:util';
import { JmxClient, type JmxClientOptions, JmxErrorCode, JmxOptionsError, type NotificationLoss } from '../index.js';
import { type FakeAnswer, type FakeCall, FakeJmxServer } from '../testing/fake-jmx-server.js';
import { listenerIds, notification, notificationResult } from '../testing/fake-messages.js';
import { until } from '../testing/until.js';
import { BackOff } from './back-off.js';

const NAME = 'test:type=Bean';
const servers: FakeJmxServer[] = [];
const clients: JmxClient[] = [];

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

/** Sends one notification, numbered by `number`, to the second listener (the first is the library's own). */
function sending(number: number) {
  return ({ method, fetch }: FakeCall, server: FakeJmxServer): FakeAnswer | undefined => {
    if (method === 'addNotificationListeners') return { value: listenerIds(server.callsOf(method).length) };
    if (
      method !== 'fetchNotifications' ||
      fetch?.from !== 100n ||
      server.callsOf('addNotificationListeners').length < 2
    ) {
      return method === 'fetchNotifications' && fetch?.from === 100n
        ? { value: notificationResult(100n, 100n, []) }
        : undefined;
    }
    return { value: notificationResult(100n, 101n, [{ id: 2, notification: notification('n', number) }]) };
  };
}

async function fake(number: number, port = 0): Promise<FakeJmxServer> {
  const server = await FakeJmxServer.start({ answer: sending(number) }, port);
  servers.push(server);
  return server;
}

async function connect(server: FakeJmxServer, options: JmxClientOptions = {}): Promise<JmxClient> {
  const client = await JmxClient.connect({
    host: '127.0.0.1',
    port: server.port,
    heartbeatIntervalMs: 0,
    reconnect: { initialDelayMs: 5, maxDelayMs: 20 },
    ...options,
  });
  clients.push(client);
  return client;
}

describe('a client whose server is restarted', () => {
  it('connects again, listens again, and tells each listener once that it may have missed something', async () => {
    const first = await fake(1);
    const client = await connect(first);
    const events: string[] = [];
    const losses: NotificationLoss[] = [];
    const numbers: bigint[] = [];
    client.on('disconnected', () => events.push('disconnected')).on('reconnected', () => events.push('reconnected'));
    const subscription = await client.addNotificationListener(NAME, (n) => numbers.push(n.sequenceNumber), {
      onLost: (loss) => losses.push(loss),
    });
    await until(() => numbers.length === 1);
    await first.stop();
    await until(() => !client.isConnected);
    expect(subscription.isActive).toBe(false);
    const failed = await client.isRegistered(NAME).catch((error: unknown) => error);
    expect(failed).toMatchObject({ requestSent: false, retryable: true });
    await fake(2, first.port);
    await until(() => numbers.length === 2);
    expect(numbers).toEqual([1n, 2n]);
    expect(losses).toEqual([{ reason: 'reconnected', count: null }]);
    expect(events).toEqual(['disconnected', 'reconnected']);
    expect(subscription.isActive).toBe(true);
    expect(await client.isRegistered(NAME)).toBe(true);
  });

  it('reports failed attempts and goes on', async () => {
    const first = await fake(1);
    const client = await connect(first);
    const attempts: unknown[] = [];
    client.on('reconnectFailed', (failure) => attempts.push(failure));
    await first.stop();
    await until(() => attempts.length >= 3);
    expect(attempts[1]).toEqual({
      attempt: 2,
      delayMs: expect.any(Number),
      error: expect.objectContaining({ code: JmxErrorCode.ConnectRefused }),
    });
    await fake(2, first.port);
    await until(() => client.isConnected);
  });

  it('does not bring back a listener that was removed meanwhile', async () => {
    const first = await fake(1);
    const client = await connect(first);
    const subscription = await client.addNotificationListener(NAME, () => undefined);
    await first.stop();
    await until(() => !client.isConnected);
    await subscription.remove();
    const second = await fake(2, first.port);
    await until(() => client.isConnected);
    expect(second.callsOf('addNotificationListeners')).toEqual([]);
  });

  it('gives up when it is closed', async () => {
    const first = await fake(1);
    const client = await connect(first, { reconnect: { initialDelayMs: 50 } });
    await first.stop();
    await until(() => !client.isConnected);
    await client.close();
    await client.close();
    const second = await fake(2, first.port);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(second.acceptedSockets).toBe(0);
  });
});

it('a client shows no credential, however it is looked at', async () => {
  const client = await connect(await fake(1), { username: 'someone', password: 's3cr3t' });
  const seen = inspect(client, { depth: 20, customInspect: false, showHidden: true }) + inspect(client);
  expect(seen).not.toContain('s3cr3t');
});

describe('pauses between attempts', () => {
  it('double up to the longest and start small again after a success', () => {
    const backOff = new BackOff({ initialDelayMs: 100, maxDelayMs: 500 }, () => 0);
    expect([1, 2, 3, 4, 5].map(() => backOff.nextDelayMs())).toEqual([100, 200, 400, 500, 500]);
    backOff.reset();
    expect(backOff.nextDelayMs()).toBe(100);
  });

  it('are shortened at random by up to a fifth', () => {
    expect(new BackOff({ initialDelayMs: 100 }, () => 1).nextDelayMs()).toBe(80);
  });

  it('stay finite after a thousand failures', () => {
    const backOff = new BackOff({ initialDelayMs: 100, maxDelayMs: 500 }, () => 0);
    for (let attempt = 0; attempt < 2_000; attempt++) backOff.nextDelayMs();
    expect(backOff.nextDelayMs()).toBe(500);
  });

  it.each([{ initialDelayMs: 0 }, { initialDelayMs: 10, maxDelayMs: 5 }, { maxDelayMs: 2 ** 31 }])(
    '%j are refused',
    (options) => {
      expect(() => new BackOff(options)).toThrow(JmxOptionsError);
    },
  );
});
