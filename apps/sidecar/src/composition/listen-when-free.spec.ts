import { createServer, type Server } from 'node:http';
import { VirtualTime } from '@reaper-sidecar/repair-core/testing';
import { RecordedLog } from '../testing/fake-backend.js';
import { freePort } from '../testing/free-port.js';
import { listenWhenFree } from './listen-when-free.js';

describe('listenWhenFree', () => {
  const servers: Server[] = [];
  afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve)))));

  const serverOf = () => {
    const server = createServer();
    servers.push(server);
    return server;
  };

  const occupy = async (port: number) => {
    const server = serverOf();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return server;
  };

  function wait(port: number, mayWait: boolean, time = new VirtualTime(), address = '127.0.0.1') {
    const log = new RecordedLog();
    const server = serverOf();
    const signal = new AbortController().signal;
    const runtime = { clock: time, timers: time, log };
    const done = listenWhenFree(server, { address, port, mayWait: () => mayWait, signal, runtime });
    done.catch(() => undefined);
    return { server, log, done };
  }

  /** Real sockets answer in real time, everything else in virtual time. */
  async function pass(time: VirtualTime, ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 500) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      await time.advance(500);
    }
  }

  it('listens when the port is free', async () => {
    const { server, done } = wait(await freePort(), false);
    await done;
    expect(server.listening).toBe(true);
  });

  it('waits for a predecessor, however long it takes, and says so once', async () => {
    const time = new VirtualTime();
    const port = await freePort();
    const predecessor = await occupy(port);
    const { server, log, done } = wait(port, true, time);
    await pass(time, 60_000);
    expect(server.listening).toBe(false);
    expect(log.lines).toHaveLength(1);
    predecessor.close();
    await pass(time, 2_000);
    await done;
    expect(server.listening).toBe(true);
  });

  it('gives up when another program keeps the port', async () => {
    const time = new VirtualTime();
    const port = await freePort();
    await occupy(port);
    const { done } = wait(port, false, time);
    await pass(time, 20_000);
    await expect(done).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken by another program`);
  });

  it('fails at once for an address that this machine does not have', async () => {
    const { done } = wait(await freePort(), true, new VirtualTime(), '192.0.2.1');
    await expect(done).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
  });
});
