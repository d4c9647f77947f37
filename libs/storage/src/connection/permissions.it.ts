import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, type CqlConnection, startCluster } from '@reaper-sidecar/cassandra-rig';
import { connectStorage } from '../connect-storage.js';
import { RememberingLog } from '../testing/remembering-log.js';
import type { CassandraConnection } from './cassandra-connection.js';

const login = { username: 'reaper', password: 'secret-of-the-test' };

describe('a role that lacks permissions', () => {
  const log = new RememberingLog();
  let cluster: Cluster;
  let cql: CqlConnection;
  let connection: CassandraConnection | undefined;

  beforeAll(async () => {
    cluster = await startCluster({ nodes: 1, cqlAuth: true });
    cql = await cluster.connect(1);
    await cql.query(`CREATE ROLE ${login.username} WITH LOGIN = true AND PASSWORD = '${login.password}'`);
  });

  afterAll(async () => {
    await connection?.close();
    await cql?.close();
    await cluster?.stop({ kill: true });
    await cluster?.wipe();
  });

  async function untilReason(text: string): Promise<void> {
    for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(200)) {
      if (connection?.state().reason.includes(text)) return;
    }
    throw new Error(`The reason stays: ${connection?.state().reason}`);
  }

  it('is told which one, and what to do, at each step', async () => {
    const { address, cqlPort } = cluster.nodes[0]!;
    connection = connectStorage({ host: address, port: cqlPort, credentials: login, log });
    await untilReason('GRANT CREATE ON ALL KEYSPACES TO reaper');
    expect(connection.state()).toMatchObject({ phase: 'refused', usable: false });
    await cql.query("CREATE KEYSPACE reaper_sidecar WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 1}");
    await untilReason('GRANT CREATE ON KEYSPACE reaper_sidecar TO reaper');
    for (const permission of ['CREATE', 'ALTER', 'SELECT', 'MODIFY']) {
      await cql.query(`GRANT ${permission} ON KEYSPACE reaper_sidecar TO reaper`);
    }
    await connection.opened();
    expect(connection.state().phase).toBe('ready');
    expect(log.lines.join('\n')).not.toContain(login.password);
  });
});
