import { JmxConnection, type JmxConnectOptions, type JmxNotification, type NotificationLoss } from '../index.js';
import { type FakeAnswer, type FakeCall, FakeJmxServer } from '../testing/fake-jmx-server.js';
import { abortedReply, listenerIds, notification, notificationResult, objectReply } from '../testing/fake-messages.js';
import { until } from '../testing/until.js';

const NAME = 'test:type=Bean';
/** Number the fake gives the first listener of the test; 1 is the library's own. */
const FIRST = 2;
const servers: FakeJmxServer[] = [];
const connections: JmxConnection[] = [];

afterEach(async () => {
  await Promise.all(connections.splice(0).map((connection) => connection.close()));
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

type PollAnswer = (poll: NonNullable<FakeCall['fetch']>, server: FakeJmxServer) => FakeAnswer | undefined;

async function start(answerPoll: PollAnswer, options: JmxConnectOptions = {}) {
  const server = await FakeJmxServer.start({
    answer: ({ method, fetch }, fake) => {
      if (method === 'addNotificationListeners') return { value: listenerIds(fake.callsOf(method).length) };
      return fetch === null || fetch.from < 0n ? undefined : answerPoll(fetch, fake);
    },
  });
  servers.push(server);
  const connection = await JmxConnection.connect({
    host: '127.0.0.1',
    port: server.port,
    heartbeatIntervalMs: 0,
    callTimeoutMs: 1_000,
    ...options,
  });
  connections.push(connection);
  const received: number[] = [];
  const losses: NotificationLoss[] = [];
  const listener = ({ sequenceNumber }: JmxNotification) => void received.push(Number(sequenceNumber));
  const onLost = (loss: NotificationLoss) => void losses.push(loss);
  return { server, connection, received, losses, listener, onLost };
}

const result = (earliest: bigint, next: bigint, ...numbers: number[]): FakeAnswer => ({
  value: notificationResult(
    earliest,
    next,
    numbers.map((number) => ({ id: FIRST, notification: notification('n', number) })),
  ),
});

const hasListener = (server: FakeJmxServer) => server.callsOf('addNotificationListeners').length >= FIRST;

describe('polling', () => {
  it('begins at the number that was current before the listener was added', async () => {
    const { server, connection, listener } = await start(() => 'silence');
    await connection.addNotificationListener(NAME, listener);
    await until(() => server.callsOf('fetchNotifications').length === 2);
    const order = server.calls.map(({ method }) => method).slice(2);
    expect(order.indexOf('fetchNotifications')).toBeLessThan(order.indexOf('addNotificationListeners'));
    expect(server.callsOf('fetchNotifications')[1]?.fetch).toEqual({ from: 100n, most: 1000, timeoutMs: 60_000 });
  });

  it('delivers what comes for a listener whose number has not arrived yet', async () => {
    let release: (answer: FakeAnswer) => void = () => undefined;
    const server = await FakeJmxServer.start({
      answer: ({ method, fetch }, fake) => {
        if (method === 'addNotificationListeners' && fake.callsOf(method).length === FIRST) {
          return new Promise<FakeAnswer>((resolve) => (release = resolve));
        }
        if (method === 'addNotificationListeners') return { value: listenerIds(1) };
        return fetch?.from === 100n && hasListener(fake)
          ? result(100n, 101n, 7)
          : fetch?.from === 100n
            ? result(100n, 100n)
            : undefined;
      },
    });
    servers.push(server);
    const connection = await JmxConnection.connect({ host: '127.0.0.1', port: server.port });
    connections.push(connection);
    const received: bigint[] = [];
    const added = connection.addNotificationListener(NAME, (n) => received.push(n.sequenceNumber));
    await until(() => server.callsOf('fetchNotifications').some((call) => call.fetch?.from === 101n));
    expect(received).toEqual([]);
    release({ value: listenerIds(FIRST) });
    await added;
    expect(received).toEqual([7n]);
  });

  it('goes on from the same number after the socket broke, so nothing is lost or doubled', async () => {
    let polls = 0;
    const { connection, received, losses, listener, onLost } = await start((poll, server) => {
      if (!hasListener(server)) return result(100n, 100n);
      if (poll.from !== 100n) return 'silence';
      return ++polls === 1 ? 'hang-up' : result(100n, 102n, 1, 2);
    });
    await connection.addNotificationListener(NAME, listener, { onLost });
    await until(() => received.length > 0);
    expect(received).toEqual([1, 2]);
    expect(losses).toEqual([]);
    expect(connection.isOpen).toBe(true);
  });

  it('reports an overflow with the number of notifications that may be lost', async () => {
    const { connection, received, losses, listener, onLost } = await start((poll, server) => {
      if (!hasListener(server)) return result(100n, 100n);
      return poll.from === 100n ? result(600n, 601n, 9) : 'silence';
    });
    await connection.addNotificationListener(NAME, listener, { onLost });
    await until(() => received.length > 0);
    expect(losses).toEqual([{ reason: 'buffer-overflow', count: 500 }]);
  });

  it('starts over when the server knows no such number, and says that anything may be lost', async () => {
    let refusals = 0;
    const { server, connection, losses, listener, onLost } = await start((_poll, fake) => {
      if (!hasListener(fake)) return result(100n, 100n);
      return refusals++ === 0 ? { exception: 'java.lang.IllegalArgumentException', message: 'too big' } : 'silence';
    });
    await connection.addNotificationListener(NAME, listener, { onLost });
    await until(() => losses.length > 0);
    expect(losses).toEqual([{ reason: 'buffer-overflow', count: null }]);
    await until(() => server.callsOf('fetchNotifications').at(-1)?.fetch?.timeoutMs === 60_000);
  });

  it.each([
    ['could not serialize', { raw: abortedReply('a.B') }],
    ['sends in a form nobody understands', { raw: objectReply('no result') }],
  ])('steps over a notification the server %s, and delivers those around it', async (_, unreadable) => {
    // 100 and 102 are fine, 101 is not.
    const { connection, received, losses, listener, onLost } = await start((poll, server) => {
      if (!hasListener(server)) return result(100n, 100n);
      if (poll.most === 0) return result(100n, poll.from);
      const last = poll.most === 1 ? poll.from : 102n;
      if (poll.from <= 101n && last >= 101n) return unreadable;
      if (poll.from > 102n) return poll.timeoutMs === 0 ? result(100n, poll.from) : 'silence';
      return result(100n, poll.from + 1n, Number(poll.from));
    });
    await connection.addNotificationListener(NAME, listener, { onLost });
    await until(() => received.length === 2);
    expect(received).toEqual([100, 102]);
    expect(losses).toEqual([{ reason: 'unreadable', count: 1 }]);
  });

  it('ends with the last listener, and its socket with it', async () => {
    const { server, connection, listener } = await start(() => 'silence');
    const one = await connection.addNotificationListener(NAME, listener);
    const two = await connection.addNotificationListener(NAME, listener);
    await until(() => server.sockets.size === 2);
    await one.remove();
    expect(server.sockets.size).toBe(2);
    await two.remove();
    await until(() => server.sockets.size === 1);
    expect(server.callsOf('removeNotificationListeners').map(({ args }) => args[1])).toEqual([[2], [3]]);
  });

  it('does not end a connection with maxSockets 1 or hold up its calls', async () => {
    const { connection, listener } = await start(() => 'silence', { maxSockets: 1 });
    await connection.addNotificationListener(NAME, listener);
    expect(await connection.isRegistered(NAME)).toBe(true);
  });

  it('ends the connection when the server begins to close it', async () => {
    const { connection, losses, listener, onLost } = await start((_poll, server) =>
      hasListener(server) ? { value: null } : result(100n, 100n),
    );
    const closed = new Promise((resolve) => connection.on('close', resolve));
    await connection.addNotificationListener(NAME, listener, { onLost });
    expect(await closed).toMatchObject({ lost: true });
    expect(losses).toEqual([{ reason: 'connection-lost', count: null }]);
  });
});

describe('a listener', () => {
  it('that throws causes a warning of the process when nobody asked for the event', async () => {
    const emitWarning = jest.spyOn(process, 'emitWarning').mockImplementation();
    const { connection } = await start((poll, server) =>
      !hasListener(server) ? result(100n, 100n) : poll.from === 100n ? result(100n, 101n, 1) : 'silence',
    );
    await connection.addNotificationListener(NAME, () => {
      throw new Error('thrown by a listener');
    });
    await until(() => emitWarning.mock.calls.length > 0);
    expect(emitWarning).toHaveBeenCalledWith(new Error('thrown by a listener'), { code: 'JMX_LISTENER_ERROR' });
    emitWarning.mockRestore();
  });

  it('is refused with two kinds of server filter at once', async () => {
    const { connection, listener } = await start(() => 'silence');
    const filter = { types: ['a'], changedAttributes: ['B'] };
    await expect(connection.addNotificationListener(NAME, listener, { filter })).rejects.toMatchObject({
      code: 'JMX_INVALID_OPTIONS',
    });
  });

  it('sends its filter to the server', async () => {
    const { server, connection, listener } = await start(() => 'silence');
    await connection.addNotificationListener(NAME, listener, { filter: { types: ['progress'] } });
    const args = server.callsOf('addNotificationListeners')[1]?.args;
    expect(String((args?.[0] as unknown[])[0])).toBe(NAME);
    expect(args?.[1]).toEqual([expect.objectContaining({ javaClass: 'javax.management.NotificationFilterSupport' })]);
  });
});
