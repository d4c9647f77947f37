import { startCluster, type Cluster } from '@reaper-sidecar/cassandra-rig';
import {
  StartRefusedError,
  type CommandStatus,
  type NodeIdentity,
  type RepairCommand,
  type RepairEvent,
} from '@reaper-sidecar/repair-core';
import { formatRange } from '@reaper-sidecar/segment-planner';
import { JmxClusterView } from '../cluster/jmx-cluster-view.js';
import { connectToNode } from '../connection/connect-to-node.js';
import { type NodeConnection } from '../connection/node-connection.js';
import { describeRepairNodeContract } from '../testing/repair-node-contract.js';
import { systemRuntime } from '../testing/system-runtime.js';
import { until } from '../testing/until.js';
import { TEST_VERSIONS } from '../testing/versions.js';
import { JmxRepairNode } from './jmx-repair-node.js';

type Final = Exclude<CommandStatus['state'], 'unknown'>;

describe.each(TEST_VERSIONS)('a node of Cassandra %s', (version) => {
  const tellsStatus = !version.startsWith('3.');
  let cluster: Cluster;
  let connection: NodeConnection;
  let node: JmxRepairNode;
  let command: RepairCommand;
  let identity: NodeIdentity;
  const events: RepairEvent[] = [];

  beforeAll(async () => {
    cluster = await startCluster({ nodes: 3, version, tokens: 4 });
    for (const [keyspace, replicas] of [
      ['ks', 3],
      ['single', 1],
    ] as const) {
      const replication = `{'class': 'NetworkTopologyStrategy', 'dc1': ${replicas}}`;
      await cluster.cql(1, `CREATE KEYSPACE ${keyspace} WITH replication = ${replication}`);
      await cluster.cql(1, `CREATE TABLE ${keyspace}.t (id int PRIMARY KEY, v text)`);
    }
    for (let id = 0; id < 50; id++) await cluster.cql(1, `INSERT INTO ks.t (id, v) VALUES (${id}, 'x')`);
    connection = connectToNode({ port: cluster.node(1).jmxPort }, systemRuntime);
    node = new JmxRepairNode(connection);
    node.listen({ event: (event) => events.push(event), missed: () => undefined });
    command = await commandFor('ks', 't');
    identity = await node.identity();
  });

  afterAll(async () => {
    await connection?.close();
    await cluster?.wipe();
  });

  async function commandFor(keyspace: string, table: string): Promise<RepairCommand> {
    const [first] = await new JmxClusterView(connection, systemRuntime.clock).ring(keyspace);
    return {
      keyspace,
      tables: [table],
      ranges: [formatRange(first?.range ?? { start: 0n, end: 0n })],
      mode: 'full',
      parallelism: 'parallel',
      datacenters: [],
      hosts: [],
      jobThreads: 1,
    };
  }

  async function start(change: Partial<RepairCommand> = {}): Promise<number> {
    return (await node.prepare({ ...command, ...change })).start();
  }

  async function untilOver(commandNumber: number, state: Final): Promise<RepairEvent[]> {
    const own = () => events.filter((event) => event.commandNumber === commandNumber);
    await until(`command ${commandNumber} is over`, () => own().find(({ type }) => type === 'COMPLETE'));
    const status = await node.status(commandNumber);
    expect(status.state).toBe(tellsStatus ? state : 'unknown');
    return own();
  }

  it('repairs one range, tells of it from the start to the end, and remembers how it ended', async () => {
    const own = await untilOver(await start(), 'completed');
    expect(own.map(({ type }) => type)).toEqual(['START', 'PROGRESS', 'SUCCESS', 'COMPLETE']);
    expect(own[0]?.sessionId).toMatch(/^[\da-f]{8}-[\da-f]{4}-1[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/);
    expect(own[0]?.message).toContain('job threads: 1');
  });

  it.each([
    ['full and sequential', { parallelism: 'sequential' }],
    ['full, one replica per datacenter at a time', { parallelism: 'datacenter-aware' }],
    ['incremental', { mode: 'incremental' }],
    ['full with named datacenters', { datacenters: ['dc1'] }],
  ] as const)('repairs %s', async (_what, change) => {
    const own = await untilOver(await start(change), 'completed');
    expect(own.some(({ type }) => type === 'ERROR')).toBe(false);
  });

  it('repairs one range incrementally where Cassandra can', async () => {
    const started = start({ mode: 'subrange-incremental' });
    if (!tellsStatus) return expect(started).rejects.toThrow(StartRefusedError);
    return untilOver(await started, 'completed');
  });

  it('repairs between named hosts', async () => {
    const hosts = [1, 2].map((index) => cluster.node(index).address);
    await untilOver(await start({ hosts }), 'completed');
  });

  it('refuses an unknown keyspace before it has a number', async () => {
    const failure = start({ keyspace: 'nosuch' });
    await expect(failure).rejects.toThrow(StartRefusedError);
    await expect(failure).rejects.toThrow(/AssertionError: Unknown keyspace nosuch; the keyspace was dropped/);
  });

  it('refuses an empty range before it has a number', async () => {
    await expect(start({ ranges: ['5:5'] })).rejects.toThrow(/Start and end tokens must be different/);
  });

  it.each([
    ['an unknown table', { tables: ['nosuch'] }, /nosuch/],
    [
      'a range across the border of two',
      { ranges: ['-9000000000000000000:9000000000000000000'] },
      /not fully contained/,
    ],
  ])('fails %s after it has a number', async (_what, change, message) => {
    const own = await untilOver(await start(change), 'failed');
    expect(own.find(({ type }) => type === 'ERROR')?.message).toMatch(message);
  });

  it('tells of repairs that others start', async () => {
    const seen = events.length;
    await cluster.nodetool(1, ['repair', '-full', 'ks', 't']);
    const foreign = events.slice(seen);
    expect(foreign.map(({ type }) => type)).toEqual(expect.arrayContaining(['START', 'COMPLETE']));
  });

  it('tells what it is doing', async () => {
    const { operationMode, sessions, pendingCompactions, autoRepair } = await node.activity();
    expect(operationMode).toBe('NORMAL');
    expect(sessions).toBe(tellsStatus ? 0 : undefined);
    expect(pendingCompactions).toBeGreaterThanOrEqual(0);
    expect(autoRepair).toBeUndefined();
  });

  describeRepairNodeContract(async () => ({
    node,
    tellsStatus,
    command,
    refused: { ...command, keyspace: 'nosuch' },
    nothing: await commandFor('single', 't'),
    until: async (condition) => void (await until('the condition holds', () => condition() || undefined)),
    loseConnection: async () => {
      await cluster.stopNode(1);
      await until('the connection is lost', () => connection.state.state === 'unreachable' || undefined);
    },
    restoreConnection: async () => {
      await cluster.startNode(1);
      const again = await until('it has joined', () => node.identity().catch(() => undefined));
      expect(again).toMatchObject({ hostId: identity.hostId, address: identity.address });
      expect(again.jvmStartMs).toBeGreaterThan(identity.jvmStartMs);
    },
  }));
});
