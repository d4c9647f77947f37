import { LocalKeyspaceError, RingUnreadableError, UnknownKeyspaceError } from '@reaper-sidecar/repair-core';
import { PARTITIONERS, validateRing } from '@reaper-sidecar/segment-planner';
import { STORAGE_SERVICE } from '../mbeans/storage-service.js';
import { type FakeCassandra } from '../testing/fake-cassandra.js';
import { remoteError } from '../testing/jmx-errors.js';
import { testConnection } from '../testing/test-connection.js';
import { ENDPOINT_SNITCH, FAILURE_DETECTOR, HOST_IDS, recordedStates, threeNodes } from '../testing/three-nodes.js';
import { JmxClusterView } from './jmx-cluster-view.js';

const RANGES = 'getRangeToEndpointWithPortMap';

const moved = () => recordedStates('5.0').replace('TOKENS:27:', 'TOKENS:99:');

function ringsRead(cassandra: FakeCassandra): number {
  return cassandra.calls.filter((call) => call === RANGES).length;
}

function view(cassandra: FakeCassandra) {
  const { connection, time } = testConnection(cassandra);
  return { view: new JmxClusterView(connection, time), time };
}

describe('JmxClusterView topology', () => {
  it('tells of every node what gossip knows', async () => {
    const topology = await view(threeNodes()).view.topology();
    expect(topology).toMatchObject({
      clusterName: 'test',
      partitioner: 'org.apache.cassandra.dht.Murmur3Partitioner',
      schemaVersions: ['f17d1298-7d51-3529-aa31-61fa89115af2'],
    });
    expect(topology.nodes.map(({ hostId }) => hostId)).toEqual(HOST_IDS);
    expect(topology.nodes[1]).toEqual({
      hostId: HOST_IDS[1],
      address: '10.0.0.2:7000',
      datacenter: 'dc1',
      rack: 'r1',
      up: true,
      state: 'NORMAL',
      loadBytes: 117158,
      releaseVersion: '5.0.9',
      generation: 1795357892,
      tokens: 1,
    });
    expect(topology.nodes[2]?.up).toBe(false);
  });

  it('reads 3.11, which names nodes without port', async () => {
    const { nodes } = await view(threeNodes('3.11.19')).view.topology();
    expect(nodes[0]).toMatchObject({
      ...{ address: '10.0.0.1', releaseVersion: '3.11.19', generation: 1795358363, tokens: 1, up: true },
    });
  });

  it.each([
    ['JoiningNodesWithPort', 'JOINING'],
    ['LeavingNodesWithPort', 'LEAVING'],
    ['MovingNodesWithPort', 'MOVING'],
  ])('a node in %s is %s', async (attribute, state) => {
    const cassandra = threeNodes().set(STORAGE_SERVICE, { [attribute]: ['10.0.0.2:7000'] });
    const { nodes } = await view(cassandra).view.topology();
    expect(nodes.map((node) => node.state)).toEqual(['NORMAL', state, 'NORMAL']);
  });

  it('needs two calls, and a third only when the ring has changed', async () => {
    const cassandra = threeNodes();
    const { view: clusterView, time } = view(cassandra);
    await clusterView.topology();
    await time.advance(1_500);
    cassandra.calls.length = 0;
    await clusterView.topology();
    expect(cassandra.calls).toHaveLength(2);
    await time.advance(1_500);
    cassandra.set(FAILURE_DETECTOR, { AllEndpointStatesWithPort: moved() });
    cassandra.set(STORAGE_SERVICE, {
      TokenToEndpointWithPortMap: new Map([
        ['5', '10.0.0.1:7000'],
        ['6', '10.0.0.1:7000'],
      ]),
    });
    const { nodes } = await clusterView.topology();
    expect(nodes.map(({ tokens }) => tokens)).toEqual([2, 0, 0]);
  });

  it('asks the snitch once for the place of a node that gossip is silent about', async () => {
    const cassandra = threeNodes().set(FAILURE_DETECTOR, { AllEndpointStatesWithPort: recordedStates('5.0-lone') });
    cassandra
      .on(ENDPOINT_SNITCH, 'getDatacenter', (address) => `dc of ${address}`)
      .on(ENDPOINT_SNITCH, 'getRack', () => 'r9');
    const { view: clusterView, time } = view(cassandra);
    const { nodes, schemaVersions } = await clusterView.topology();
    expect(nodes[2]).toEqual({
      hostId: HOST_IDS[2],
      address: '10.0.0.3:7000',
      datacenter: 'dc of 10.0.0.3:7000',
      rack: 'r9',
      up: false,
      state: 'NORMAL',
      tokens: 1,
    });
    expect(schemaVersions).toHaveLength(1);
    await time.advance(1_500);
    cassandra.calls.length = 0;
    await clusterView.topology();
    expect(cassandra.calls).not.toContain('getDatacenter');
  });

  it('counts schema versions of live members only', async () => {
    const states = recordedStates('5.0').split(/\n(?=\/)/);
    const third = (states[2] as string).replace(/SCHEMA:\d+:\S+/, 'SCHEMA:9:other');
    const node = threeNodes().set(FAILURE_DETECTOR, {
      AllEndpointStatesWithPort: [states[0], states[1], third].join('\n'),
    });
    expect((await view(node).view.topology()).schemaVersions).toHaveLength(1);
    node.set(STORAGE_SERVICE, { LiveNodesWithPort: ['10.0.0.1:7000', '10.0.0.3:7000'] });
    expect((await view(node).view.topology()).schemaVersions).toEqual([
      'f17d1298-7d51-3529-aa31-61fa89115af2',
      'other',
    ]);
  });

  it('leaves out endpoints that gossip remembers but that are no longer members', async () => {
    const node = threeNodes().set(STORAGE_SERVICE, {
      EndpointWithPortToHostId: new Map([['10.0.0.1:7000', HOST_IDS[0]]]),
    });
    expect((await view(node).view.topology()).nodes).toHaveLength(1);
  });
});

describe('JmxClusterView ring', () => {
  it('gives every range with host ids, in ring order', async () => {
    const ring = await view(threeNodes()).view.ring('ks');
    expect(ring).toEqual([
      { range: { start: 0n, end: 100n }, replicas: [HOST_IDS[1], HOST_IDS[2]] },
      { range: { start: 100n, end: 200n }, replicas: [HOST_IDS[2], HOST_IDS[0]] },
      { range: { start: 200n, end: 0n }, replicas: [HOST_IDS[0], HOST_IDS[1]] },
    ]);
    expect(() => validateRing(PARTITIONERS.Murmur3Partitioner, ring)).not.toThrow();
  });

  it('reads 3.11', async () => {
    expect(await view(threeNodes('3.11.19')).view.ring('ks')).toHaveLength(3);
  });

  it('is asked again only when it is too old', async () => {
    const cassandra = threeNodes();
    const { view: clusterView, time } = view(cassandra);
    await Promise.all([clusterView.ring('ks'), clusterView.ring('ks')]);
    await time.advance(1_499);
    await clusterView.ring('ks');
    expect(ringsRead(cassandra)).toBe(1);
    await time.advance(1);
    await clusterView.ring('ks');
    expect(ringsRead(cassandra)).toBe(2);
  });

  describe('that has settled', () => {
    async function settled(cassandra: FakeCassandra) {
      const { view: clusterView, time } = view(cassandra);
      const readAgain = async (afterMs: number) => {
        await time.advance(afterMs);
        const before = ringsRead(cassandra);
        await clusterView.ring('ks');
        return ringsRead(cassandra) > before;
      };
      await clusterView.ring('ks');
      expect(await readAgain(9_999)).toBe(true);
      expect(await readAgain(1_500)).toBe(true);
      return readAgain;
    }

    it('is read once a minute while nothing changes', async () => {
      const readAgain = await settled(threeNodes());
      expect(await readAgain(1_500)).toBe(false);
      expect(await readAgain(58_499)).toBe(false);
      expect(await readAgain(1_500)).toBe(true);
    });

    it.each<[string, (cassandra: FakeCassandra) => void]>([
      ['tokens change', (node) => node.set(FAILURE_DETECTOR, { AllEndpointStatesWithPort: moved() })],
      ['replication changes', (node) => node.on(STORAGE_SERVICE, 'getKeyspaceReplicationInfo', () => 'other')],
      ['a node leaves', (node) => node.set(STORAGE_SERVICE, { LeavingNodesWithPort: ['10.0.0.2:7000'] })],
    ])('is read at once and again for a while when %s', async (_what, change) => {
      const cassandra = threeNodes();
      const readAgain = await settled(cassandra);
      change(cassandra);
      expect(await readAgain(1_500)).toBe(true);
      expect(await readAgain(5_000)).toBe(true);
    });

    it('is read every time as long as a node is moving', async () => {
      const cassandra = threeNodes();
      const readAgain = await settled(cassandra);
      cassandra.set(STORAGE_SERVICE, { MovingNodesWithPort: ['10.0.0.2:7000'] });
      for (let time = 0; time < 30; time++) expect(await readAgain(1_500)).toBe(true);
    });
  });

  it('knows no keyspace that the node does not know', async () => {
    const cassandra = threeNodes();
    await expect(view(cassandra).view.ring('nosuch')).rejects.toThrow(UnknownKeyspaceError);
    expect(cassandra.calls).not.toContain(RANGES);
  });

  it('knows no keyspace that is dropped while it asks', async () => {
    const cassandra = threeNodes().on(STORAGE_SERVICE, RANGES, () => {
      throw remoteError('java.lang.AssertionError', 'Unknown keyspace ks');
    });
    await expect(view(cassandra).view.ring('ks')).rejects.toThrow(UnknownKeyspaceError);
  });

  it('refuses a keyspace that is local to each node', async () => {
    await expect(view(threeNodes()).view.ring('system')).rejects.toThrow(LocalKeyspaceError);
  });

  it('asks to read again when a replica has no host id yet', async () => {
    const cassandra = threeNodes().on(STORAGE_SERVICE, RANGES, () => new Map([[['0', '0'], ['10.0.0.9:7000']]]));
    const failure = view(cassandra).view.ring('ks');
    await expect(failure).rejects.toThrow(RingUnreadableError);
    await expect(failure).rejects.toMatchObject({ retryable: true, details: { address: '10.0.0.9:7000' } });
  });

  it.each([
    ['a broken token', [['0', 'x'], ['10.0.0.1:7000']], RingUnreadableError],
    ['three tokens', [['0', '1', '2'], ['10.0.0.1:7000']], /a pair of tokens/],
  ])('refuses %s', async (_what, entry, expected) => {
    const cassandra = threeNodes().on(STORAGE_SERVICE, RANGES, () => new Map([entry as [string[], string[]]]));
    await expect(view(cassandra).view.ring('ks')).rejects.toThrow(expected);
  });

  it('says so when the partitioner has no numbers as tokens', async () => {
    const cassandra = threeNodes().set(STORAGE_SERVICE, {
      PartitionerName: 'org.apache.cassandra.dht.ByteOrderedPartitioner',
    });
    await expect(view(cassandra).view.ring('ks')).rejects.toMatchObject({ code: 'UNSUPPORTED_PARTITIONER' });
  });
});

describe('JmxClusterView sizes of the own node', () => {
  const metric = (table: string, name: string) =>
    `org.apache.cassandra.metrics:type=Table,keyspace=ks,scope=${table},name=${name}`;

  it('adds what is in memory to what is on disk, and leaves out tables that are gone', async () => {
    const cassandra = threeNodes();
    cassandra.set(STORAGE_SERVICE, { LocalHostId: HOST_IDS[0] });
    cassandra.set(metric('t', 'LiveDiskSpaceUsed'), { Count: 5000n });
    cassandra.set(metric('t', 'AllMemtablesLiveDataSize'), { Value: 700n });
    cassandra.set(metric('t', 'EstimatedPartitionCount'), { Value: 12n });
    expect(await view(cassandra).view.ownSizes('ks', ['t', 'gone'])).toEqual({
      hostId: HOST_IDS[0],
      tables: [{ table: 't', bytes: 5700, partitions: 12 }],
    });
  });

  it('takes an empty table, of which Cassandra counts -1 partitions, as empty', async () => {
    const cassandra = threeNodes();
    cassandra.set(STORAGE_SERVICE, { LocalHostId: HOST_IDS[0] });
    cassandra.set(metric('t', 'LiveDiskSpaceUsed'), { Count: 0n });
    cassandra.set(metric('t', 'AllMemtablesLiveDataSize'), { Value: 0n });
    cassandra.set(metric('t', 'EstimatedPartitionCount'), { Value: -1n });
    expect((await view(cassandra).view.ownSizes('ks', ['t'])).tables).toEqual([
      { table: 't', bytes: 0, partitions: 0 },
    ]);
  });
});
