import { setTimeout as sleep } from 'node:timers/promises';
import { findProcess } from '../process/pid-file.js';
import { NodeState } from './cassandra-node.js';
import { type Cluster } from './cluster.js';
import { clusterStatus } from './node-status.js';
import { startCluster } from './start-cluster.js';

describe('a cluster of three nodes', () => {
  let cluster: Cluster;
  const states = () => cluster.nodes.map(({ state }) => state);
  const seenDownBy = async (index: number) => (await clusterStatus(cluster))[index - 1]?.seesDown;

  beforeAll(async () => {
    // Reads at ONE then show what the node itself has, and not what another replica has that answers sooner.
    cluster = await startCluster({ nodes: 3, racks: 3, yaml: { dynamic_snitch: false } });
  });
  afterAll(() => cluster?.wipe());

  it('has all nodes up, each with its share of the ring', async () => {
    const { stdout } = await cluster.nodetool(1, ['status']);
    expect(stdout.match(/^UN .* 4 .* 66\.7% .* r[123] *$/gm)).toHaveLength(3);
  });

  it('shows a new table on every node at once', async () => {
    await cluster.cql(1, `CREATE KEYSPACE ks WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3}`);
    await cluster.cql(2, `CREATE TABLE ks.t (id int PRIMARY KEY, v text) WITH speculative_retry = 'NEVER'`);
    await cluster.cql(3, `INSERT INTO ks.t (id, v) VALUES (1, 'one')`, { consistency: 'ALL' });
    expect(await cluster.cql(1, 'SELECT * FROM ks.t')).toEqual([{ id: 1, v: 'one' }]);
  });

  it('lets a node miss a write while it is stopped, for want of hints', async () => {
    await cluster.stopNode(3);
    expect(states()).toEqual([NodeState.Running, NodeState.Running, NodeState.Stopped]);
    expect(await seenDownBy(1)).toEqual([cluster.node(3).address]);
    await expect(cluster.cql(3, 'SELECT * FROM ks.t')).rejects.toMatchObject({ code: 'NODE_STOPPED' });
    await cluster.cql(1, `INSERT INTO ks.t (id, v) VALUES (2, 'two')`);
    await cluster.startNode(3);
    expect(await seenDownBy(1)).toEqual([]);
    expect(await cluster.cql(3, 'SELECT id FROM ks.t')).toEqual([{ id: 1 }]);
  });

  it('repairs what the node has missed', async () => {
    const { exitCode, stdout } = await cluster.nodetool(1, ['repair', '-full', 'ks']);
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('completed successfully'),
    });
    expect(await cluster.cql(3, 'SELECT id FROM ks.t')).toHaveLength(2);
  });

  it('freezes a node without closing its sockets', async () => {
    await cluster.pauseNode(2);
    expect(cluster.node(2).state).toBe(NodeState.Paused);
    const connecting = cluster.connect(2, { timeoutMs: 300 });
    await expect(connecting).rejects.toThrow(/did not answer within 300 ms/);
    await cluster.resumeNode(2);
    expect(await cluster.cql(2, 'SELECT id FROM ks.t', { consistency: 'ALL' })).toHaveLength(2);
  });

  it('kills a node and starts it again on the same data', async () => {
    const { pid, directory } = cluster.node(2);
    await cluster.killNode(2);
    expect(cluster.node(2)).toMatchObject({ state: NodeState.Stopped, pid: undefined });
    await expect(cluster.pauseNode(2)).rejects.toMatchObject({ code: 'NODE_STOPPED' });
    await cluster.startNode(2);
    expect(cluster.node(2)).toMatchObject({ state: NodeState.Running, directory });
    expect(cluster.node(2).pid).not.toBe(pid);
  });

  it('knows its nodes', () => {
    expect(() => cluster.node(4)).toThrow(/There is no node 4; the cluster has nodes 1 to 3/);
  });

  it('stops a paused node, too', async () => {
    await cluster.pauseNode(1);
    await cluster.stop();
    expect(states()).toEqual(Array(3).fill(NodeState.Stopped));
  });

  it('starts again as a whole, and grows', async () => {
    await cluster.start();
    const added = await cluster.addNode();
    expect(added).toMatchObject({ index: 4, rack: 'r1', state: NodeState.Running });
    const statuses = await clusterStatus(cluster);
    expect(statuses.map(({ peers }) => peers)).toEqual([3, 3, 3, 3]);
  });

  it('leaves no process behind when wiped', async () => {
    const pidFiles = cluster.nodes.map(({ directory }) => `${directory}/pid`);
    expect(pidFiles.filter(findProcess)).toHaveLength(4);
    const pids = cluster.nodes.map(({ pid }) => pid);
    await cluster.wipe();
    await sleep(100);
    for (const pid of pids) expect(() => process.kill(Number(pid), 0)).toThrow(/ESRCH/);
  });
});
