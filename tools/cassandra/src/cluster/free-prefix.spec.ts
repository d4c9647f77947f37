import { createServer, type Server } from 'node:net';
import { findFreePrefix, portsOf } from './free-prefix.js';

const ports = { nodes: 2, cqlPort: 19_042, storagePort: 17_000 };

function listen(host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen({ host, port }, () => resolve(server));
  });
}

describe('findFreePrefix', () => {
  it('never offers the same place twice while it is reserved', async () => {
    const places = await Promise.all(Array.from({ length: 20 }, () => findFreePrefix(ports)));
    expect(new Set(places.map(({ prefix }) => prefix)).size).toBe(20);
    expect(new Set(places.map(({ jmxBase }) => jmxBase % 100)).size).toBe(20);
    await Promise.all(places.map((place) => place.release()));
  });

  it('passes over a place where somebody listens', async () => {
    const place = await findFreePrefix({ ...ports, prefix: '127.0.99.' });
    await place.release();
    const server = await listen('127.0.99.2', ports.cqlPort);
    const search = findFreePrefix({ ...ports, prefix: '127.0.99.' });
    await expect(search).rejects.toMatchObject({ code: 'NO_FREE_PREFIX', retryable: true });
    await new Promise((resolve) => server.close(resolve));
  });

  it('keeps what the caller has fixed', async () => {
    const place = await findFreePrefix({ ...ports, jmxBase: 21_000 });
    expect(place).toMatchObject({ jmxBase: 21_000, prefix: expect.stringMatching(/^127\.0\.1\d\d\.$/) });
    await place.release();
  });
});

describe('portsOf', () => {
  it('has JMX of all nodes on 127.0.0.1, 100 apart', () => {
    const settings = { prefix: '127.0.0.', jmxBase: 7100, cqlPort: 9042, storagePort: 7000 };
    expect([1, 2, 3].flatMap((index) => portsOf(settings, index)).map(({ host, port }) => `${host}:${port}`)).toEqual([
      '127.0.0.1:9042',
      '127.0.0.1:7000',
      '127.0.0.1:7100',
      '127.0.0.2:9042',
      '127.0.0.2:7000',
      '127.0.0.1:7200',
      '127.0.0.3:9042',
      '127.0.0.3:7000',
      '127.0.0.1:7300',
    ]);
  });
});
