import type { NodeState } from '@reaper-sidecar/repair-core';
import { hostIdOf } from '../testing/fake-cassandra.js';
import { TestApi } from '../testing/test-api.js';

describe('The cluster', () => {
  let api: TestApi;
  beforeEach(async () => (api = await new TestApi().open()));
  afterEach(() => api.close());

  const get = async (path: string) => (await api.http.get(`/api/v1${path}`).expect(200)).body;

  async function lead(n: number): Promise<void> {
    const lease = {
      epoch: 1,
      beat: 0,
      token: 't',
      holder: hostIdOf(n),
      acquiredAtMs: 1_700_000_000_000,
      cause: 'first',
    };
    await api.backend.memory.leases.acquire(lease, undefined);
  }

  const report = (n: number, extra: Partial<NodeState> = {}): NodeState => ({
    protocol: 1,
    hostId: hostIdOf(n),
    incarnation: 'i',
    n: 1,
    epoch: 1,
    seen: 0,
    over: 0,
    results: [],
    nextWithinMs: 20_000,
    pressure: { pendingCompactions: 4 },
    cassandraVersion: '5.0.9',
    sidecarVersion: '1.2.3',
    apiUrl: 'http://127.0.0.1:8080',
    address: '127.0.0.1:7000',
    datacenter: 'dc1',
    rack: 'r1',
    startedAtMs: 1_700_000_000_000,
    writtenAtMs: 1_700_000_000_000,
    ...extra,
  });

  it('is summed up with its leader and unfinished runs', async () => {
    await lead(2);
    await api.createRun();
    expect(await get('/cluster')).toEqual({
      name: 'test',
      partitioner: 'org.apache.cassandra.dht.Murmur3Partitioner',
      nodes: 3,
      up: 3,
      datacenters: [{ name: 'dc1', nodes: 3, up: 3, racks: ['r1', 'r2', 'r3'] }],
      schemaVersions: ['11111111-1111-1111-1111-111111111111'],
      leader: { hostId: hostIdOf(2), cause: 'first', since: '2023-11-14T22:13:20.000Z' },
      activeRuns: 1,
      answeredBy: hostIdOf(1),
    });
  });

  it('shows no leader when nobody renews the lease', async () => {
    await lead(2);
    await get('/cluster');
    await api.backend.time.advance(46_000);
    expect((await get('/cluster')).leader).toBeUndefined();
  });

  it('lists its nodes and finds one', async () => {
    const { items } = await get('/nodes');
    expect(items).toHaveLength(3);
    expect(await get(`/nodes/${hostIdOf(3)}`)).toEqual(items[2]);
    expect(items[2]).toMatchObject({ address: '127.0.0.3:7000', up: true, state: 'NORMAL', tokens: 2 });
  });

  it('asks the node once a second, however many ask us', async () => {
    await Promise.all(Array.from({ length: 20 }, () => get('/nodes')));
    expect(api.backend.cassandra.topologyReads).toBe(1);
    await api.backend.time.advance(1_000);
    await get('/nodes');
    expect(api.backend.cassandra.topologyReads).toBe(2);
  });

  it('asks again after a failure instead of repeating it', async () => {
    api.backend.cassandra.unreachable = 'down';
    await api.http.get('/api/v1/nodes').expect(503);
    api.backend.cassandra.unreachable = undefined;
    await get('/nodes');
  });

  it('lists keyspaces and tells which can be repaired', async () => {
    const { items } = await get('/keyspaces');
    const repairable = Object.fromEntries(
      items.map(({ name, repairable }: { name: string; repairable: boolean }) => [name, repairable]),
    );
    expect(repairable).toEqual({ shop: true, metrics: true, lonely: false, bare: false, system: false });
    expect(await get('/keyspaces/shop')).toEqual(items[0]);
  });

  it('lists a sidecar for every node, also one that never reported', async () => {
    await lead(1);
    const load = {
      disk: { directory: '/data', freeBytes: 10, freePercent: 12.5 },
      otherStreams: { plans: 1, purposes: 'Bootstrap' },
      ...{ pendingCompactions: 4, hintFiles: 2, hintDeliveries: 1 },
    };
    const pressure = { ...load, operationMode: 'NORMAL' };
    await api.backend.memory.nodeStates.write(report(1, { pressure }), 1);
    const waiting = { code: 'FOREIGN_REPAIR', detail: 'somebody repairs', sinceMs: 0 };
    await api.backend.memory.nodeStates.write(report(2, { writtenAtMs: 1_699_999_000_000, waiting }), 1);
    const { items } = await get('/sidecars');
    expect(items[0]).toMatchObject({
      hostId: hostIdOf(1),
      alive: true,
      leader: true,
      version: '1.2.3',
      ...load,
    });
    expect(items[0]).not.toHaveProperty('operationMode');
    expect(items[1]).toMatchObject({ hostId: hostIdOf(2), alive: false, leader: false, waiting: 'somebody repairs' });
    expect(items[2]).toMatchObject({ hostId: hostIdOf(3), seen: false, alive: false });
  });
});
