import { JmxConnection, type JmxNotification, type NotificationLoss } from '../index.js';
import { type JavaServer, JavaTestServers } from '../testing/java-server.js';
import { until } from '../testing/until.js';

const EMITTER = 'test:type=Emitter';
let servers: JavaTestServers;
let server: JavaServer;
let connection: JmxConnection;

beforeAll(async () => {
  servers = await JavaTestServers.compile();
  server = await servers.start();
});

afterAll(() => servers?.dispose());

beforeEach(async () => {
  connection = await JmxConnection.connect({ host: '127.0.0.1', port: server.port });
});

afterEach(() => connection.close());

function collector() {
  const received: JmxNotification[] = [];
  const losses: NotificationLoss[] = [];
  return {
    received,
    losses,
    listener: (notification: JmxNotification) => void received.push(notification),
    onLost: (loss: NotificationLoss) => void losses.push(loss),
  };
}

const emit = (count: number) => connection.invoke(EMITTER, 'emit', [count], ['int']);

describe('notifications of a real MBean server', () => {
  it('arrive when the listener was added before the operation, first one included', async () => {
    const { received, listener } = collector();
    await connection.addNotificationListener(EMITTER, listener);
    await emit(2);
    await until(() => received.length === 2);
    expect(received[0]).toMatchObject({
      javaClass: 'javax.management.Notification',
      type: 'test.tick',
      message: expect.stringMatching(/^tick \d+$/),
      userData: null,
    });
    expect(String(received[0]?.source)).toBe(EMITTER);
    expect((received[1]?.sequenceNumber ?? 0n) - (received[0]?.sequenceNumber ?? 0n)).toBe(1n);
  });

  it('carry user data and any source', async () => {
    const { received, listener } = collector();
    await connection.addNotificationListener(EMITTER, listener, { filter: { types: ['test.rich'] } });
    await emit(1);
    await connection.invoke(EMITTER, 'emitRich');
    await until(() => received.length > 0);
    expect(received).toEqual([expect.objectContaining({ type: 'test.rich', source: 'a source' })]);
    expect(received[0]?.userData).toEqual(new Map([['type', 1]]));
  });

  it('come complete and in order when 1,000 are sent one by one', async () => {
    const { received, losses, listener, onLost } = collector();
    await connection.addNotificationListener(EMITTER, listener, { onLost });
    for (let sent = 0; sent < 1_000; sent += 50) {
      await emit(50);
      await until(() => received.length === sent + 50);
    }
    const first = received[0]?.sequenceNumber ?? 0n;
    expect(received.map(({ sequenceNumber }) => Number(sequenceNumber - first))).toEqual(
      Array.from({ length: 1_000 }, (_, index) => index),
    );
    expect(losses).toEqual([]);
  });

  it('report how many were lost when the buffer of the server overflows', async () => {
    const { received, losses, listener, onLost } = collector();
    await connection.addNotificationListener(EMITTER, listener, { onLost });
    await emit(1);
    await until(() => received.length === 1);
    await connection.invoke(EMITTER, 'emitFromThread', [10_000, 4], ['int', 'int']);
    await until(() => losses.length > 0);
    const lost = () => losses.reduce((sum, { count }) => sum + (count ?? 0), 0);
    // An upper bound: the server counts what it overwrote even while it was handing it out.
    await until(() => received.length - 1 + lost() >= 40_000);
    expect(losses[0]).toEqual({ reason: 'buffer-overflow', count: expect.any(Number) });
  });

  it('are filtered by changed attribute on the server, and by any function here', async () => {
    const changes = collector();
    const accepted = collector();
    await connection.addNotificationListener(EMITTER, changes.listener, { filter: { changedAttributes: ['Count'] } });
    await connection.addNotificationListener(EMITTER, accepted.listener, {
      filter: { accept: ({ message }) => message === 'changed' },
    });
    await emit(1);
    await connection.setAttribute(EMITTER, 'Count', 8);
    await until(() => changes.received.length > 0 && accepted.received.length > 0);
    expect(changes.received).toEqual([
      expect.objectContaining({
        javaClass: 'javax.management.AttributeChangeNotification',
        extra: { attributeName: 'Count', attributeType: 'int', newValue: 8, oldValue: expect.any(Number) },
      }),
    ]);
    expect(accepted.received).toHaveLength(1);
  });

  it('that nobody can read are stepped over and reported, and the ones around them arrive', async () => {
    const { received, losses, listener, onLost } = collector();
    await connection.addNotificationListener(EMITTER, listener, { onLost });
    await emit(3);
    await connection.invoke(EMITTER, 'emitUnserializable');
    await emit(2);
    await connection.invoke(EMITTER, 'emitUnserializable');
    await emit(1);
    await until(() => received.length === 6);
    await until(() => losses.length === 2);
    expect(losses).toEqual(Array(2).fill({ reason: 'unreadable', count: 1 }));
  });

  it('stop after remove, and start again with the next listener', async () => {
    const first = collector();
    const second = collector();
    const subscription = await connection.addNotificationListener(EMITTER, first.listener);
    expect(subscription.isActive).toBe(true);
    await subscription.remove();
    await subscription.remove();
    expect(subscription.isActive).toBe(false);
    await emit(1);
    await connection.addNotificationListener(EMITTER, second.listener);
    await emit(1);
    await until(() => second.received.length === 1);
    expect(first.received).toEqual([]);
  });

  it('go to every listener, also when one of them throws', async () => {
    const errors: unknown[] = [];
    const { received, listener } = collector();
    connection.on('listenerError', (error) => errors.push(error));
    await connection.addNotificationListener(EMITTER, () => {
      throw new Error('from the listener');
    });
    await connection.addNotificationListener(EMITTER, listener);
    await emit(2);
    await until(() => received.length === 2 && errors.length === 2);
    expect(errors[0]).toEqual(new Error('from the listener'));
  });

  it('end when the MBean is unregistered, and the listener is told', async () => {
    const { losses, listener, onLost } = collector();
    await connection.invoke(EMITTER, 'registerOther', ['test:type=Other'], ['java.lang.String']);
    const subscription = await connection.addNotificationListener('test:type=Other', listener, { onLost });
    await connection.invoke(EMITTER, 'unregisterOther', ['test:type=Other'], ['java.lang.String']);
    await until(() => losses.length > 0);
    expect(losses).toEqual([{ reason: 'mbean-unregistered', count: null }]);
    expect(subscription.isActive).toBe(false);
  });

  it('are refused for MBeans that send none or do not exist', async () => {
    await expect(connection.addNotificationListener('java.lang:type=Runtime', jest.fn())).rejects.toMatchObject({
      javaClass: 'java.lang.IllegalArgumentException',
    });
    await expect(connection.addNotificationListener('no:such=bean', jest.fn())).rejects.toMatchObject({
      javaClass: 'javax.management.InstanceNotFoundException',
    });
  });

  it('tell the listener when the server is gone', async () => {
    const mortal = await servers.start();
    const other = await JmxConnection.connect({ host: '127.0.0.1', port: mortal.port });
    const { losses, listener, onLost } = collector();
    const subscription = await other.addNotificationListener(EMITTER, listener, { onLost });
    await mortal.kill();
    await until(() => losses.length > 0);
    expect(losses).toEqual([{ reason: 'connection-lost', count: null }]);
    expect(subscription.isActive).toBe(false);
    await subscription.remove();
  });
});
