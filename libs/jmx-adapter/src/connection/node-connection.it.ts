import { startCluster, type CassandraNode, type Cluster } from '@reaper-sidecar/cassandra-rig';
import { StartRefusedError, type RepairCommand } from '@reaper-sidecar/repair-core';
import { JmxRepairNode } from '../repair/jmx-repair-node.js';
import { systemRuntime } from '../testing/system-runtime.js';
import { until } from '../testing/until.js';
import { connectToNode, type NodeJmxOptions } from './connect-to-node.js';
import { type NodeConnection } from './node-connection.js';

const COMMAND: RepairCommand = {
  keyspace: 'system_auth',
  tables: ['roles'],
  ranges: ['0:1'],
  mode: 'full',
  parallelism: 'parallel',
  datacenters: [],
  hosts: [],
  jobThreads: 1,
};

describe('a node that wants a login for JMX', () => {
  let cluster: Cluster;
  let cassandra: CassandraNode;
  const opened: NodeConnection[] = [];

  beforeAll(async () => {
    cluster = await startCluster({ nodes: 1, jmxAuth: true });
    cassandra = cluster.node(1);
  });

  afterAll(async () => {
    await Promise.all(opened.map((connection) => connection.close()));
    await cluster?.wipe();
  });

  function connect(options: NodeJmxOptions) {
    const connection = connectToNode({ port: cassandra.jmxPort, ...options }, systemRuntime);
    opened.push(connection);
    return { connection, node: new JmxRepairNode(connection) };
  }

  it('lets in who has the password', async () => {
    const { connection, node } = connect({ ...cassandra.jmxCredentials });
    expect(await node.identity()).toMatchObject({ datacenter: 'dc1', rack: 'r1', releaseVersion: cassandra.version });
    expect(connection.state).toMatchObject({ state: 'connected', releaseVersion: cassandra.version });
  });

  it.each<[string, string, NodeJmxOptions & { readonly cql?: true }]>([
    ['a wrong password', 'LOGIN_REFUSED', { username: 'operator', password: 'wrong-secret' }],
    ['no password', 'LOGIN_REFUSED', {}],
    ['a port where nobody listens', 'CONNECTION_REFUSED', { port: 9 }],
    ['the CQL port', 'WRONG_PROTOCOL', { cql: true }],
    ['TLS although the node has none', 'WRONG_PROTOCOL', { tls: true }],
    ['an option that makes no sense', 'INVALID_OPTIONS', { connectTimeoutMs: -1 }],
  ])('says why it does not work with %s', async (_what, reason, { cql, ...options }) => {
    const { connection, node } = connect(cql ? { host: cassandra.address, port: cassandra.cqlPort } : options);
    const failure: Error = await node.identity().then(
      () => new Error('it works'),
      (error) => error,
    );
    expect(failure).toMatchObject({ code: 'NODE_UNREACHABLE', details: { reason } });
    expect(connection.state).toMatchObject({ state: 'unreachable', reason, message: failure.message });
    expect(failure.message).not.toContain('secret');
  });

  it('lets a user who may only read see the node but not repair it', async () => {
    const { node } = connect({ ...cassandra.jmxReaderCredentials });
    await node.identity();
    const prepared = await node.prepare(COMMAND);
    const failure = prepared.start();
    await expect(failure).rejects.toThrow(StartRefusedError);
    await expect(failure).rejects.toThrow(/grant the JMX role EXECUTE/);
    await expect(node.activity()).rejects.toMatchObject({ details: { reason: 'ACCESS_DENIED' } });
  });

  it('does not wait for ever for a node that hangs, and goes on when it does', async () => {
    const limits = { connectTimeoutMs: 1_000, callTimeoutMs: 1_000 };
    const before = connect({ ...cassandra.jmxCredentials, ...limits });
    await until('it is connected', () => before.node.identity().catch(() => undefined));
    const after = connect({ ...cassandra.jmxCredentials, ...limits });
    cluster.pauseNode(1);
    try {
      // A connection at rest may open a new socket for the call first.
      const timeout = { details: { reason: expect.stringMatching(/^(CALL|CONNECT)_TIMEOUT$/) } };
      await expect(before.node.identity()).rejects.toMatchObject(timeout);
      await expect(after.node.identity()).rejects.toMatchObject({ details: { reason: 'CONNECT_TIMEOUT' } });
    } finally {
      cluster.resumeNode(1);
    }
    for (const { node } of [before, after]) {
      await until('the node answers again', () => node.identity().catch(() => undefined));
    }
  });
});
