import { MemoryCluster } from '@reaper-sidecar/repair-core/testing';
import { RecordedLog } from '../testing/fake-backend.js';
import { hostIdOf } from '../testing/fake-cassandra.js';
import { memoryParts } from '../testing/memory-parts.js';
import { OwnLeadership } from './own-leadership.js';
import { systemRuntime } from './system-runtime.js';

jest.setTimeout(20_000);

describe('OwnLeadership', () => {
  let shared: MemoryCluster;
  let host: string | undefined;
  let leadership: OwnLeadership;
  beforeEach(() => {
    shared = new MemoryCluster();
    host = undefined;
    const runtime = systemRuntime(new RecordedLog());
    const deps = { runtime, ...memoryParts(shared, 1, runtime), doorbell: { ring: () => undefined }, observer: {} };
    leadership = new OwnLeadership(deps, () => host, {});
  });
  afterEach(() => leadership.stop());

  const holder = async () => (await shared.connect().leases.read({ serial: true }))?.holder;

  async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  it('does not compete before it knows for whom', async () => {
    leadership.start();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await holder()).toBeUndefined();
    expect(leadership.state()).toMatchObject({ state: 'starting', detail: expect.stringContaining('worker') });
  });

  it('leads for the own host and gives the lease back at the end', async () => {
    host = hostIdOf(1);
    leadership.start();
    await until(async () => (await holder()) === hostIdOf(1));
    await until(() => leadership.state().detail === 'this sidecar leads');
    await leadership.stop();
    expect(await holder()).toBe('');
  });

  it('gives the lease back when the node beside it is another one', async () => {
    host = hostIdOf(1);
    leadership.start();
    await until(async () => (await holder()) === hostIdOf(1));
    host = hostIdOf(2);
    await until(async () => (await holder()) === hostIdOf(2));
  });
});
