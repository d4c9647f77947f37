import { statfs } from 'node:fs/promises';
import { startCluster, type Cluster } from '@reaper-sidecar/cassandra-rig';
import { type NodeActivity, type RepairCommand } from '@reaper-sidecar/repair-core';
import { formatRange } from '@reaper-sidecar/segment-planner';
import { JmxClusterView } from '../cluster/jmx-cluster-view.js';
import { connectToNode } from '../connection/connect-to-node.js';
import { type NodeConnection } from '../connection/node-connection.js';
import { systemRuntime } from '../testing/system-runtime.js';
import { until } from '../testing/until.js';
import { TEST_VERSIONS } from '../testing/versions.js';
import { JmxRepairNode } from './jmx-repair-node.js';

const KILOBYTE = 'x'.repeat(1_024);

describe.each(TEST_VERSIONS)('the load of a node of Cassandra %s', (version) => {
  const tellsFiles = !/^(3\.|4\.0)/.test(version);
  let cluster: Cluster;
  let connection: NodeConnection;
  let node: JmxRepairNode;

  beforeAll(async () => {
    cluster = await startCluster({ nodes: 2, version, tokens: 1, hints: true });
    const replication = `{'class': 'NetworkTopologyStrategy', 'dc1': 2}`;
    await cluster.cql(1, `CREATE KEYSPACE ks WITH replication = ${replication}`);
    await cluster.cql(1, "CREATE TABLE ks.t (id int PRIMARY KEY, v text) WITH compression = {'enabled': false}");
    connection = connectToNode({ port: cluster.node(1).jmxPort }, systemRuntime);
    node = new JmxRepairNode(connection);
  });

  afterAll(async () => {
    await connection?.close();
    await cluster?.wipe();
  });

  async function write(rows: number, kilobytes: number): Promise<void> {
    const text = KILOBYTE.repeat(kilobytes);
    for (let id = 0; id < rows; id++) await cluster.cql(1, `INSERT INTO ks.t (id, v) VALUES (${id}, '${text}')`);
  }

  function untilSeen<T>(what: string, look: (seen: NodeActivity) => T | undefined | false): Promise<T> {
    return until(what, async () => look(await node.activity()) || undefined);
  }

  it('is told of a quiet node', async () => {
    const seen = await node.activity();
    expect(seen).toMatchObject({ otherStreams: { plans: 0 }, hintDeliveries: 0 });
    expect(seen.hintFiles).toBe(tellsFiles ? 0 : undefined);
  });

  it('has the space of the disk below the data', async () => {
    const { disk } = await node.activity();
    const { bsize, blocks, bfree, bavail } = await statfs(disk?.directory ?? '');
    expect(disk?.directory).toMatch(/data$/);
    expect(disk?.freePercent).toBeCloseTo((100 * bavail) / (blocks - bfree + bavail), -1);
    expect(Math.abs((disk?.freeBytes ?? 0) / (bavail * bsize) - 1)).toBeLessThan(0.1);
  });

  it('has the streams of a rebuild', async () => {
    await write(300, 30);
    for (const index of [1, 2]) await cluster.nodetool(index, ['flush']);
    await cluster.nodetool(1, ['setstreamthroughput', '1']);
    await cluster.nodetool(1, ['setstreamthroughput', '-e', '1']).catch(() => undefined);
    const rebuild = cluster.nodetool(2, ['rebuild', '--', 'dc1']);
    const streams = await untilSeen('it streams', ({ otherStreams }) => otherStreams?.plans && otherStreams);
    expect(streams).toEqual({ plans: 1, purposes: 'Rebuild' });
    await cluster.nodetool(1, ['setstreamthroughput', '0']);
    await cluster.nodetool(1, ['setstreamthroughput', '-e', '0']).catch(() => undefined);
    await rebuild;
    await untilSeen('the streams are over', ({ otherStreams }) => otherStreams?.plans === 0);
  });

  it('does not have the streams of a repair, whose command ends when its validation is stopped', async () => {
    const [first] = await new JmxClusterView(connection, systemRuntime.clock).ring('ks');
    const command: RepairCommand = {
      ...{ keyspace: 'ks', tables: ['t'], mode: 'full', parallelism: 'parallel' },
      ranges: [formatRange(first?.range ?? { start: 0n, end: 0n })],
      ...{ datacenters: [], hosts: [], jobThreads: 1 },
    };
    const over = new Set<number>();
    const failed = new Set<number>();
    const stop = node.listen({
      event: ({ type, commandNumber }) => {
        if (type === 'COMPLETE') over.add(commandNumber);
        if (type === 'ERROR') failed.add(commandNumber);
      },
      missed: () => undefined,
    });
    const asked = await until('a validation was stopped', async () => {
      const number = await (await node.prepare(command)).start();
      let stopped: readonly string[] = [];
      while (!over.has(number) && stopped.length === 0) stopped = await node.cancel({ ...command, alone: true });
      await until('the command is over', () => over.has(number) || undefined);
      return stopped.length > 0 && failed.has(number) ? stopped : undefined;
    });
    expect(asked[0]).toMatch(/^validation .* of ks\.t$/);
    stop();
  });

  it('has the hints that are delivered, and the files of those that wait for a node that is up', async () => {
    const throttle = (kilobytes: string) => cluster.nodetool(1, ['sethintedhandoffthrottlekb', kilobytes]);
    await throttle('1');
    await cluster.stopNode(2);
    await until('node 2 is down', async () => /^DN/m.test((await cluster.nodetool(1, ['status'])).stdout) || undefined);
    await write(100, 10);
    await cluster.startNode(2);
    await untilSeen('hints are delivered', ({ hintDeliveries }) => hintDeliveries === 1);
    await cluster.stopNode(2);
    await untilSeen('the delivery is over', ({ hintDeliveries }) => hintDeliveries === 0);
    await until('node 2 is down', async () => /^DN/m.test((await cluster.nodetool(1, ['status'])).stdout) || undefined);
    if (tellsFiles) expect((await node.activity()).hintFiles).toBe(0);
    await cluster.nodetool(1, ['pausehandoff']);
    await cluster.startNode(2);
    if (tellsFiles) await untilSeen('hints wait', ({ hintFiles }) => (hintFiles ?? 0) > 0);
    await throttle('0');
    await cluster.nodetool(1, ['resumehandoff']);
    await untilSeen('all is delivered', ({ hintFiles = 0, hintDeliveries }) => hintFiles + (hintDeliveries ?? 1) === 0);
  });
});
