import { startCluster, type Cluster } from '@reaper-sidecar/cassandra-rig';
import { LocalKeyspaceError, UnknownKeyspaceError } from '@reaper-sidecar/repair-core';
import { partitionerFromClassName, validateRing } from '@reaper-sidecar/segment-planner';
import { connectToNode } from '../connection/connect-to-node.js';
import { type NodeConnection } from '../connection/node-connection.js';
import { JmxRepairNode } from '../repair/jmx-repair-node.js';
import { systemRuntime } from '../testing/system-runtime.js';
import { until } from '../testing/until.js';
import { TEST_VERSIONS } from '../testing/versions.js';
import { JmxClusterView } from './jmx-cluster-view.js';

const MURMUR3 = 'org.apache.cassandra.dht.Murmur3Partitioner';

describe.each(TEST_VERSIONS)('the cluster as a node of Cassandra %s sees it', (version) => {
  let cluster: Cluster;
  let connection: NodeConnection;
  let view: JmxClusterView;

  beforeAll(async () => {
    cluster = await startCluster({
      nodes: 3,
      version,
      tokens: 4,
      datacenters: [
        { name: 'east', nodes: 2 },
        { name: 'west', nodes: 1 },
      ],
    });
    const replication = "{'class': 'NetworkTopologyStrategy', 'east': 1, 'west': 1}";
    await cluster.cql(1, `CREATE KEYSPACE ks WITH replication = ${replication}`);
    connection = connectToNode({ port: cluster.node(1).jmxPort }, systemRuntime);
    view = new JmxClusterView(connection, systemRuntime.clock, { maxAgeMs: 0 });
  });

  afterAll(async () => {
    await connection?.close();
    await cluster?.wipe();
  });

  it('has all nodes with their place, tokens and state', async () => {
    const topology = await view.topology();
    expect(topology).toMatchObject({ clusterName: expect.any(String), partitioner: MURMUR3 });
    expect(topology.schemaVersions).toHaveLength(1);
    const nodes = [...topology.nodes].sort((a, b) => (a.address < b.address ? -1 : 1));
    expect(nodes.map(({ address }) => address.split(':')[0])).toEqual(cluster.nodes.map(({ address }) => address));
    expect(nodes.map(({ datacenter }) => datacenter)).toEqual(['east', 'east', 'west']);
    expect(new Set(nodes.map(({ hostId }) => hostId)).size).toBe(3);
    for (const node of nodes) {
      expect(node).toMatchObject({ up: true, state: 'NORMAL', tokens: 4 });
      expect(node.generation).toBeGreaterThan(Date.now() / 1000 - 3_600);
      expect(node.hostId).toMatch(/^[\da-f-]{36}$/);
      expect(node.releaseVersion?.split('.')[0]).toBe(version.split('.')[0]);
    }
  });

  it('knows the node it asks under the same address and host id', async () => {
    const { hostId, address } = await new JmxRepairNode(connection).identity();
    expect((await view.topology()).nodes).toContainEqual(expect.objectContaining({ hostId, address }));
  });

  it('knows the live size of a table that was just filled, and leaves out one that does not exist', async () => {
    await cluster.cql(1, 'CREATE TABLE ks.fresh (id int PRIMARY KEY, value text)');
    const text = 'x'.repeat(1000);
    for (let id = 0; id < 50; id++) await cluster.cql(1, `INSERT INTO ks.fresh (id, value) VALUES (${id}, '${text}')`);
    const { hostId, tables } = await view.ownSizes('ks', ['fresh', 'nosuch']);
    expect(hostId).toBe((await new JmxRepairNode(connection).identity()).hostId);
    expect(tables).toEqual([{ table: 'fresh', bytes: expect.any(Number), partitions: expect.any(Number) }]);
    expect(tables[0]?.bytes).toBeGreaterThan(1_000);
  });

  it('has a ring that covers every token once, with replicas in both datacenters', async () => {
    const [ring, { nodes, partitioner }] = await Promise.all([view.ring('ks'), view.topology()]);
    validateRing(partitionerFromClassName(partitioner), ring);
    expect(ring).toHaveLength(12);
    const datacenter = new Map(nodes.map((node) => [node.hostId, node.datacenter]));
    for (const { replicas } of ring) {
      expect(replicas.map((hostId) => datacenter.get(hostId)).sort()).toEqual(['east', 'west']);
    }
  });

  it('tells keyspaces that do not exist from those that are local', async () => {
    await expect(view.ring('nosuch')).rejects.toThrow(UnknownKeyspaceError);
    await expect(view.ring('system')).rejects.toThrow(LocalKeyspaceError);
    await expect(view.ring('KS')).rejects.toThrow(UnknownKeyspaceError);
  });

  it('still knows everything of a node that went down, even after a restart of the own node', async () => {
    await cluster.stopNode(3);
    const west = () => view.topology().then(({ nodes }) => nodes.find(({ datacenter }) => datacenter === 'west'));
    await until('node 3 is down', async () => ((await west())?.up === false ? true : undefined));
    await cluster.stopNode(1);
    await cluster.startNode(1);
    const node = await until('node 1 answers', () => west().catch(() => undefined));
    expect(node).toMatchObject({ up: false, datacenter: 'west', state: 'NORMAL', tokens: 4 });
  });
});
