import { MemoryCluster } from '@reaper-sidecar/repair-core/testing';
import { loadConfig } from '../config/load-config.js';
import { freePort } from '../testing/free-port.js';
import { RecordedLog } from '../testing/fake-backend.js';
import { memoryParts } from '../testing/memory-parts.js';
import { Sidecar } from './sidecar.js';
import { systemRuntime } from './system-runtime.js';

jest.setTimeout(30_000);

describe('Sidecars over memory', () => {
  const running: Sidecar[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((sidecar) => sidecar.stop()));
  });

  async function startSidecar(shared: MemoryCluster, n: number): Promise<string> {
    const [port, jmxPort] = [await freePort(), await freePort()];
    const config = loadConfig(undefined, { REAPER_HTTP_PORT: `${port}`, REAPER_JMX_PORT: `${jmxPort}` });
    const runtime = systemRuntime(new RecordedLog());
    const sidecar = new Sidecar({ config, version: '1.2.3', runtime, ...memoryParts(shared, n, runtime) });
    running.push(sidecar);
    await sidecar.start();
    return `http://127.0.0.1:${port}`;
  }

  async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
    const end = Date.now() + 20_000;
    for (;;) {
      const value = await read();
      if (holds(value)) return value;
      if (Date.now() > end) throw new Error(`Never came true, last: ${JSON.stringify(value)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  const get = async (url: string) => (await fetch(url)).json() as Promise<Record<string, unknown>>;

  it('elect a leader and repair every segment of a run that was created on another one', async () => {
    const shared = new MemoryCluster();
    const urls = [await startSidecar(shared, 1), await startSidecar(shared, 2), await startSidecar(shared, 3)];
    for (const url of urls)
      await until(
        () => get(`${url}/health/ready`),
        ({ status }) => status === 'ready',
      );
    const created = await fetch(`${urls[2]}/api/v1/runs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ keyspace: 'shop', segments: 9 }),
    });
    const { id } = (await created.json()) as { id: string };
    const run = await until(
      () => get(`${urls[1]}/api/v1/runs/${id}`),
      ({ state }) => state === 'DONE',
    );
    expect(run).toMatchObject({ segments: { total: 9, done: 9, pending: 0 } });
    expect((await get(`${urls[0]}/api/v1/sidecars`)).items).toHaveLength(3);
  });
});
