import { startCluster, type Cluster } from '@reaper-sidecar/cassandra-rig';
import { connectToNode } from '../connection/connect-to-node.js';
import { type NodeConnection } from '../connection/node-connection.js';
import { systemRuntime } from '../testing/system-runtime.js';
import { until } from '../testing/until.js';
import { JmxRepairNode } from './jmx-repair-node.js';

describe('the repair that Cassandra 5.0.9 does by itself', () => {
  let cluster: Cluster;
  let connection: NodeConnection;
  let node: JmxRepairNode;

  beforeAll(async () => {
    cluster = await startCluster({
      ...{ nodes: 1, version: '5.0.9', tokens: 1 },
      jvmFlags: ['-Dcassandra.autorepair.enable=true'],
      yaml: { auto_repair: { enabled: true, repair_type_overrides: { full: { enabled: true } } } },
    });
    connection = connectToNode({ port: cluster.node(1).jmxPort }, systemRuntime);
    node = new JmxRepairNode(connection);
  });

  afterAll(async () => {
    await connection?.close();
    await cluster?.wipe();
  });

  it('is noticed while a type of it is enabled, and no more when that is not', async () => {
    expect((await node.activity()).autoRepair).toBe('full');
    const { exitCode } = await cluster.nodetool(1, ['setautorepairconfig', '-t', 'full', 'enabled', 'false']);
    expect(exitCode).toBe(0);
    await until('it is off', async () => (await node.activity()).autoRepair === undefined || undefined);
  });
});
