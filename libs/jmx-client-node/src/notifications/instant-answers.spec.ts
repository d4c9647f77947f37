import { JmxConnection, type NotificationLoss } from '../index.js';
import { type JavaValue } from '../serialization/java-value.js';
import { type FakeAnswer, type FakeCall, FakeJmxServer } from '../testing/fake-jmx-server.js';
import { listenerIds, notification, notificationResult } from '../testing/fake-messages.js';
import { until } from '../testing/until.js';

const NAME = 'test:type=Bean';
const LISTENER = 2;
const START = 100n;

/** The notification buffer of a server, which answers a poll in the moment it has something. */
class EventBuffer {
  private readonly events: number[] = [];
  private wake: (() => void)[] = [];

  emit(): void {
    this.events.push(this.events.length);
    this.wake.splice(0).forEach((wake) => wake());
  }

  private get next(): bigint {
    return START + BigInt(this.events.length);
  }

  async answer({ from, timeoutMs }: NonNullable<FakeCall['fetch']>): Promise<FakeAnswer> {
    const start = from < 0n ? this.next : from;
    while (start >= this.next && timeoutMs > 0) await new Promise<void>((resolve) => this.wake.push(resolve));
    return { value: this.resultFrom(Number(start - START)) };
  }

  private resultFrom(index: number): JavaValue {
    const items = this.events.slice(index).map((number) => ({ id: LISTENER, notification: notification('n', number) }));
    return notificationResult(START, this.next, items);
  }
}

describe('a server that answers at once', () => {
  let server: FakeJmxServer;
  let connection: JmxConnection;
  let buffer: EventBuffer;

  beforeEach(async () => {
    buffer = new EventBuffer();
    server = await FakeJmxServer.start({
      answer: ({ method, args, fetch }, fake) => {
        if (method === 'addNotificationListeners') return { value: listenerIds(fake.callsOf(method).length) };
        if (fetch !== null) return buffer.answer(fetch);
        // The event leaves before the answer of the operation that caused it.
        if (method === 'invoke') buffer.emit();
        return method === 'getAttribute' ? { value: String(args[1]) } : undefined;
      },
    });
    connection = await JmxConnection.connect({ host: '127.0.0.1', port: server.port });
  });

  afterEach(async () => {
    await connection.close();
    await server.stop();
  });

  it('is not too quick for a listener that was added before the operation: not one event is missed', async () => {
    const received: number[] = [];
    const losses: NotificationLoss[] = [];
    await connection.addNotificationListener(NAME, (n) => received.push(Number(n.sequenceNumber)), {
      onLost: (loss) => losses.push(loss),
    });
    const operations = 300;
    for (let done = 0; done < operations; done++) await connection.invoke(NAME, 'repair');
    await until(() => received.length >= operations);
    expect(received).toEqual(Array.from({ length: operations }, (_, index) => index));
    expect(losses).toEqual([]);
  });

  it('is not too quick for the first event, invoked in the moment the listener is there', async () => {
    const received: unknown[] = [];
    const added = connection.addNotificationListener(NAME, (n) => received.push(n.message));
    await added.then(() => connection.invoke(NAME, 'repair'));
    await until(() => received.length > 0);
    expect(received).toEqual(['n 0']);
  });

  it('gives each of many calls its own answer', async () => {
    const names = Array.from({ length: 500 }, (_, index) => `A${index}`);
    expect(await Promise.all(names.map((name) => connection.getAttribute(NAME, name)))).toEqual(names);
  });
});
