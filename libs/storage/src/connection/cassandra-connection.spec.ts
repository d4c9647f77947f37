import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { StoreUnavailableError } from '@reaper-sidecar/repair-core';
import { connectStorage } from '../connect-storage.js';
import { CassandraLeaseStore } from '../lease/cassandra-lease-store.js';
import { RememberingLog } from '../testing/remembering-log.js';

/** A port of loopback that nobody listens on. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('a connection to a node that is down', () => {
  it('says why, refuses work with that reason, goes on trying, and can be closed', async () => {
    const log = new RememberingLog();
    const delays: number[] = [];
    const timers = {
      sleep: (ms: number) => {
        delays.push(ms);
        return new Promise<void>((resolve) => setImmediate(resolve));
      },
    };
    const connection = connectStorage({ port: await closedPort(), log, timers });
    expect(connection.state()).toMatchObject({ phase: 'connecting', usable: false });
    while (delays.length < 12) await new Promise((resolve) => setImmediate(resolve));

    expect(connection.state().reason).toContain('ECONNREFUSED');
    const reading = new CassandraLeaseStore(connection).read({ serial: true });
    await expect(reading).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(reading).rejects.toThrow('ECONNREFUSED');
    expect(connection.statistics()).toMatchObject({ statements: 0, connections: 0 });
    expect(Math.max(...delays)).toBeLessThanOrEqual(12_500);
    expect(delays[11]).toBeGreaterThan(delays[0] as number);
    expect(log.lines[0]).toContain('storage is not ready');

    await connection.close();
    await connection.opened();
    expect(connection.state()).toMatchObject({ phase: 'closed', usable: false });
  });

  it('refuses wrong options at once', () => {
    expect(() => connectStorage({ port: 0, log: new RememberingLog() })).toThrow(RangeError);
  });
});
