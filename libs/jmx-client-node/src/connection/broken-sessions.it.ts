import * as fc from 'fast-check';
import { JmxConnection, JmxError, JmxErrorCode } from '../index.js';
import { type FakeAnswer, type FakeCall, FakeJmxServer } from '../testing/fake-jmx-server.js';
import { listenerIds, notification, notificationResult } from '../testing/fake-messages.js';
import { until } from '../testing/until.js';
import { java } from '../serialization/java-builders.js';

const NAME = 'test:type=Bean';

/** A server with one value and one notification, so that a session meets every kind of message. */
function answer({ method, fetch }: FakeCall, server: FakeJmxServer): FakeAnswer | undefined {
  if (method === 'getAttribute') return { value: java.map([['k', java.list(['v', java.long(5n)])]]) };
  // The first listener is the one the library adds for itself.
  if (method === 'addNotificationListeners') return { value: listenerIds(server.callsOf(method).length) };
  if (method === 'fetchNotifications' && fetch?.from === 100n) {
    return { value: notificationResult(100n, 101n, [{ id: 2, notification: notification('t', 1) }]) };
  }
  return undefined;
}

/** Connects, calls, subscribes, gets a notification, closes. Resolves to what failed, or to null. */
async function session(server: FakeJmxServer, steps: string[] = []): Promise<unknown> {
  let connection: JmxConnection | undefined;
  try {
    connection = await JmxConnection.connect({
      host: '127.0.0.1',
      port: server.port,
      connectTimeoutMs: 10_000,
      callTimeoutMs: 10_000,
      heartbeatIntervalMs: 0,
    });
    steps.push('connected');
    await connection.getAttribute(NAME, 'A');
    steps.push('called');
    const received = new Promise<unknown>((resolve, reject) => {
      connection?.on('close', ({ error }) => reject(error ?? new Error('closed')));
      connection
        ?.addNotificationListener(NAME, resolve, { onLost: ({ reason }) => reason === 'unreadable' && resolve(reason) })
        .catch(reject);
    });
    steps.push(String(await received));
    return null;
  } catch (error) {
    return error;
  } finally {
    await connection?.close();
  }
}

async function sessionLength(): Promise<number> {
  const server = await FakeJmxServer.start({ answer });
  const steps: string[] = [];
  expect(await session(server, steps)).toBeNull();
  expect(steps).toHaveLength(3);
  const { bytesSent } = server;
  await server.stop();
  return bytesSent;
}

/** Codes a session may end in when the server hangs up: during the handshake, while connecting, later. */
const CUT_OFF: readonly unknown[] = [
  JmxErrorCode.WrongProtocol,
  JmxErrorCode.ConnectFailed,
  JmxErrorCode.ConnectionClosed,
];
const LANES = 16;

async function cutSession(cutAfterBytes: number): Promise<void> {
  const server = await FakeJmxServer.start({ answer, cutAfterBytes });
  const failure = await session(server);
  await server.stop();
  // The last bytes answer `close`, which never fails.
  if (failure !== null) expect(CUT_OFF).toContain((failure as JmxError).code);
}

describe('a session the server cuts off', () => {
  it('ends in a typed error, without hanging, wherever it is cut', async () => {
    const length = await sessionLength();
    expect(length).toBeGreaterThan(1_000);
    const cuts = Array.from({ length }, (_, cut) => cut)[Symbol.iterator]();
    const lane = async () => {
      for (const cut of cuts) await cutSession(cut);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }, 120_000);
});

describe('a server that answers with garbage', () => {
  it('causes a typed error and nothing worse', async () => {
    let garbage = Buffer.alloc(0);
    const server = await FakeJmxServer.start({
      answer: (call, fake) => (call.method === 'getAttribute' ? { raw: garbage } : answer(call, fake)),
    });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.boolean(), async (bytes, hasHeader) => {
        const header = Buffer.from('51aced0005770f0100000000000000000000000000000000', 'hex').subarray(0, 22);
        garbage = Buffer.concat([hasHeader ? header : Buffer.alloc(0), bytes]);
        const connection = await JmxConnection.connect({ host: '127.0.0.1', port: server.port, callTimeoutMs: 40 });
        const outcome = await connection.getAttribute(NAME, 'A').then(
          () => null,
          (error: unknown) => error,
        );
        await connection.close();
        return outcome === null || outcome instanceof JmxError;
      }),
      { numRuns: 150, seed: 11 },
    );
    await server.stop();
  }, 60_000);
});

describe('connections that come and go', () => {
  it('leave no socket, timer or memory behind', async () => {
    const server = await FakeJmxServer.start({ answer });
    const cycle = async () => {
      const connection = await JmxConnection.connect({ host: '127.0.0.1', port: server.port });
      await connection.getAttribute(NAME, 'A');
      await connection.close();
      server.calls.length = 0;
    };
    const cycles = async (count: number) => {
      for (let done = 0; done < count; done++) await cycle();
      await until(() => server.sockets.size === 0);
      return process.memoryUsage().heapUsed;
    };
    await cycles(200);
    const resources = process.getActiveResourcesInfo().length;
    const before = await cycles(100);
    const after = await cycles(800);
    expect(process.getActiveResourcesInfo().length).toBeLessThanOrEqual(resources);
    // Without a forced collection the heap swings by some MB; 800 leaked connections would be about 40 MB.
    expect(after - before).toBeLessThan(30_000_000);
    await server.stop();
  }, 60_000);
});
