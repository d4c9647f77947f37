import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { inspectProcess } from '../process/process-identity.js';
import { type CassandraNode, NodeState } from './cassandra-node.js';
import { type Cluster } from './cluster.js';
import { clusterStatus } from './node-status.js';
import { openCluster, startCluster } from './start-cluster.js';

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('expected a value');
  return value;
}

describe('a cluster of one node with all locks on', () => {
  let cluster: Cluster;
  const steps: string[] = [];

  beforeAll(async () => {
    cluster = await startCluster({
      nodes: 1,
      jmxAuth: true,
      jmxTls: true,
      cqlAuth: true,
      yaml: { stream_throughput_outbound: '3MiB/s' },
      jvmFlags: ['-Dmy.flag=1'],
      onProgress: ({ step }) => steps.push(step),
    });
  });
  afterAll(() => cluster?.wipe());

  it('reports its progress', () => {
    expect(steps.slice(-2)).toEqual(['launch', 'ready']);
  });

  it('answers CQL to the account it names', async () => {
    expect(await cluster.cql(1, 'LIST ROLES')).toEqual([expect.objectContaining({ role: 'cassandra', super: true })]);
  });

  it('has the settings it was given', async () => {
    const statement = `SELECT value FROM system_views.settings WHERE name = 'stream_throughput_outbound'`;
    expect(await cluster.cql(1, statement)).toEqual([{ value: '3MiB/s' }]);
    const { pid } = cluster.node(1);
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')).toContain('-Dmy.flag=1');
  });

  it('serves JMX over TLS, with the certificate it names', async () => {
    const { jmxHost: host, jmxPort: port, jmxTrust } = cluster.node(1);
    const ca = readFileSync(must(jmxTrust).certificate);
    const authorized = await new Promise((resolve, reject) => {
      const socket = connectTls({ host, port, ca }, () => {
        resolve(socket.authorized);
        socket.destroy();
      }).once('error', reject);
    });
    expect(authorized).toBe(true);
  });

  it('lets nodetool through all locks, and hands its exit code on', async () => {
    const status = await cluster.nodetool(1, ['status']);
    expect(status).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`UN  ${cluster.node(1).address}`) });
    const output: string[] = [];
    const failure = await cluster.nodetool(1, ['nonsense'], { onOutput: (_, text) => output.push(text) });
    expect(failure.exitCode).not.toBe(0);
    expect(output.join('')).toBe(failure.stdout + failure.stderr);
  });

  it('ends nodetool after the time it was given', async () => {
    await expect(cluster.nodetool(1, ['status'], { timeoutMs: 50 })).rejects.toMatchObject({ code: 'PROCESS_FAILED' });
  });

  it('can be opened by another process through its directory', async () => {
    const [status] = await clusterStatus(openCluster(cluster.home));
    expect(status).toMatchObject({ state: NodeState.Running, releaseVersion: '5.0.9', peers: 0, seesDown: [] });
    expect(must(status).residentMebibytes).toBeGreaterThan(100);
  });

  it('leaves neither process nor file behind when wiped', async () => {
    const pid = must(cluster.node(1).pid);
    await cluster.wipe();
    expect(inspectProcess(pid)?.state ?? 'Z').toBe('Z');
    expect(existsSync(cluster.home)).toBe(false);
  });
});

describe('starting', () => {
  const home = mkdtempSync(join(tmpdir(), 'rig-home-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('puts two clusters side by side', async () => {
    const clusters = await Promise.all([1, 2].map(() => startCluster({ nodes: 1, heap: '256m' })));
    try {
      const nodes = clusters.map((cluster): CassandraNode => cluster.node(1));
      expect(new Set(nodes.map(({ address }) => address)).size).toBe(2);
      expect(new Set(nodes.map(({ jmxPort }) => jmxPort)).size).toBe(2);
      for (const cluster of clusters) {
        const [row] = await cluster.cql(1, 'SELECT rpc_address FROM system.local');
        expect(row).toEqual({ rpc_address: cluster.node(1).address });
      }
    } finally {
      await Promise.all(clusters.map((cluster) => cluster.wipe()));
    }
  });

  it('quotes the last words of a node that dies', async () => {
    const failing = startCluster({ nodes: 1, home, yaml: { no_such_setting: 1 } });
    await expect(failing).rejects.toMatchObject({ code: 'NODE_DIED' });
    await expect(failing).rejects.toThrow(/Please remove properties \[no_such_setting\]/);
  });

  it('begins anew where an earlier start had failed', async () => {
    const cluster = await startCluster({ nodes: 1, home });
    expect(cluster.node(1).state).toBe(NodeState.Running);
    await cluster.stop({ kill: true });
  });

  it('continues a cluster that was stopped, but not as another one', async () => {
    await expect(startCluster({ nodes: 2, home })).rejects.toMatchObject({ code: 'CLUSTER_EXISTS' });
    const cluster = await startCluster({ home });
    expect(cluster.nodes).toHaveLength(1);
    await cluster.wipe();
    expect(() => openCluster(home)).toThrow(expect.objectContaining({ code: 'CLUSTER_MISSING' }));
  });

  it('names the port that is taken, and by whom', async () => {
    const server = createServer().listen(21_099, '127.0.0.1');
    const start = startCluster({ nodes: 1, prefix: '127.0.98.', jmxBase: 21_099 });
    await expect(start).rejects.toMatchObject({ code: 'PORT_IN_USE' });
    await expect(start).rejects.toThrow(`127.0.0.1:21099 (JMX of node 1) by process ${process.pid}`);
    await new Promise((resolve) => server.close(resolve));
  });
});
