import { createServer } from 'node:net';
import { systemRuntime } from '../composition/system-runtime.js';
import { RecordedLog } from '../testing/fake-backend.js';
import { freePort } from '../testing/free-port.js';
import { lockPortOf, NodeLock } from './node-lock.js';

jest.setTimeout(15_000);

describe('lockPortOf', () => {
  it('is a port below those that Linux hands out, for every JMX port', () => {
    const ports = Array.from({ length: 65_535 }, (_, index) => lockPortOf(index + 1));
    expect(ports.filter((port) => port < 20_000 || port >= 32_768)).toEqual([]);
  });

  it('is easy to recognise for the usual JMX port', () => {
    expect(lockPortOf(7199)).toBe(27_199);
  });
});

describe('NodeLock', () => {
  const open: NodeLock[] = [];
  afterEach(() => Promise.all(open.splice(0).map((lock) => lock.release())));

  function lockOf(jmxPort: number): { lock: NodeLock; log: RecordedLog } {
    const log = new RecordedLog();
    const lock = new NodeLock({ jmxPort, timers: systemRuntime(log).timers, log });
    open.push(lock);
    return { lock, log };
  }

  it('lets one process in and the next one after its end', async () => {
    const jmxPort = await freePort();
    const [first, second] = [lockOf(jmxPort), lockOf(jmxPort)];
    expect(await first.lock.acquire(new AbortController().signal)).toBe(true);
    const waiting = second.lock.acquire(new AbortController().signal);
    await until(() => second.log.lines.length > 0);
    expect(second.lock.held).toBe(false);
    expect(second.lock.state()).toEqual({
      state: 'starting',
      detail: `another sidecar (process ${process.pid}, JMX port ${jmxPort}) runs beside this node; waiting for its end`,
    });
    await first.lock.release();
    expect(await waiting).toBe(true);
    expect(second.lock.state().state).toBe('ready');
  });

  it('says when a stranger holds the port', async () => {
    const { lock, log } = lockOf(await freePort());
    const stranger = createServer((socket) => socket.end('hello'));
    await new Promise<void>((resolve) => stranger.listen(lock.port, '127.0.0.1', resolve));
    const stop = new AbortController();
    const waiting = lock.acquire(stop.signal);
    await until(() => log.lines.length > 0);
    expect(lock.state().detail).toContain(`another program listens on port ${lock.port}`);
    stop.abort();
    expect(await waiting).toBe(false);
    await new Promise((resolve) => stranger.close(resolve));
  });

  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
  }
});
