import { CassandraConnection } from '../connection/cassandra-connection.js';
import { StorageRig } from '../testing/storage-rig.js';
import { createMigrationTable } from './migrate.js';
import { MIGRATIONS } from './migrations.js';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('schema creation on three nodes', () => {
  let rig: StorageRig;

  beforeAll(async () => {
    rig = await StorageRig.start();
  });

  afterAll(async () => {
    await rig?.stop();
  });

  /** Table ids of a keyspace as each node has them. */
  function tableIds(keyspace: string) {
    const query = `SELECT table_name, id FROM system_schema.tables WHERE keyspace_name = '${keyspace}'`;
    return Promise.all(
      [1, 2, 3].map(async (node) => {
        const rows = await rig.cluster.cql(node, query);
        return Object.fromEntries(rows.map((row) => [String(row['table_name']), String(row['id'])]));
      }),
    );
  }

  it('three sidecars that start at once make one schema that all nodes agree about', async () => {
    const keyspace = 'fresh';
    const connections = [1, 2, 3].map((node) => rig.connect(node, { keyspace }));
    await Promise.all(connections.map((connection) => connection.opened()));
    expect(connections.map((connection) => connection.state().phase)).toEqual(['ready', 'ready', 'ready']);
    const [first, ...others] = await tableIds(keyspace);
    const tables = MIGRATIONS.flatMap(({ statements }) => statements).filter(({ cql }) =>
      cql.startsWith('CREATE TABLE'),
    );
    // The table of the versions themselves comes before all of them.
    expect(Object.keys(first ?? {})).toHaveLength(tables.length + 1);
    for (const ids of others) expect(ids).toEqual(first);
    const versions = await rig.cql.query(`SELECT version FROM ${keyspace}.schema_migration WHERE name = 'schema'`);
    expect(versions).toHaveLength(MIGRATIONS.length);
    const created = connections.map((connection) =>
      Object.entries(connection.statistics().byStatement).filter(([name]) => name === 'create.segment'),
    );
    expect(created.flat()).toEqual([['create.segment', 1]]);
  });

  it('keeps three copies in each datacenter', async () => {
    const [row] = await rig.cql.query("SELECT replication FROM system_schema.keyspaces WHERE keyspace_name = 'fresh'");
    const replication = Object.fromEntries(row?.['replication'] as unknown as Map<string, string>);
    expect(replication).toEqual({ class: expect.stringContaining('NetworkTopologyStrategy'), dc1: '3' });
  });

  it('a keyspace that was made by hand stays as it is', async () => {
    await rig.cql.query("CREATE KEYSPACE byhand WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 2}");
    const connection = rig.connect(1, { keyspace: 'byhand' });
    await connection.opened();
    expect(Object.keys(connection.statistics().byStatement)).not.toContain('create.keyspace');
    const [row] = await rig.cql.query("SELECT replication FROM system_schema.keyspaces WHERE keyspace_name = 'byhand'");
    expect(Object.fromEntries(row?.['replication'] as unknown as Map<string, string>)).toMatchObject({ dc1: '2' });
  });

  it('a later start changes nothing', async () => {
    const connection = rig.connect(2, { keyspace: 'fresh' });
    await connection.opened();
    const { byStatement, conditionalWrites } = connection.statistics();
    expect(Object.keys(byStatement).filter((name) => /create|lock|record/i.test(name))).toEqual([]);
    expect(conditionalWrites).toBe(0);
  });

  it('the table that decides who migrates may be created by three at the same moment', async () => {
    const keyspace = 'race';
    const connections = [1, 2, 3].map((node) => {
      return new CassandraConnection(rig.options(node, { keyspace }), (context) => createMigrationTable(context));
    });
    await Promise.all(connections.map((connection) => connection.opened()));
    await Promise.all(connections.map((connection) => connection.close()));
    const [first, ...others] = await tableIds(keyspace);
    expect(Object.keys(first ?? {})).toEqual(['schema_migration']);
    for (const ids of others) expect(ids).toEqual(first);
    const last = rig.connect(3, { keyspace });
    await last.opened();
    expect(last.state().usable).toBe(true);
  });

  it('refuses a version that another build defines differently, and says so', async () => {
    const keyspace = 'race';
    await rig.cql.query(
      `UPDATE ${keyspace}.schema_migration SET checksum = 'other' WHERE name = 'schema' AND version = 1 IF EXISTS`,
    );
    const connection = rig.connect(1, { keyspace });
    while (!connection.state().reason.includes('Version 1')) {
      await sleep(50);
    }
    expect(connection.state().usable).toBe(false);
    expect(connection.state().reason).toContain('defines it differently');
    await connection.close();
  });

  it('waits for a sidecar that died in the middle, then finishes its work', async () => {
    const keyspace = 'orphan';
    const half = new CassandraConnection(rig.options(1, { keyspace }), (context) => createMigrationTable(context));
    await half.opened();
    await half.close();
    await rig.cql.query(
      `INSERT INTO ${keyspace}.schema_migration (name, version, holder, beat) VALUES ('lock', 0, 'dead-host x', 3) IF NOT EXISTS`,
    );
    const connection = rig.connect(2, { keyspace });
    await sleep(5_000);
    expect(connection.state()).toMatchObject({ phase: 'preparing', usable: false });
    expect(connection.state().reason).toContain('dead-host');
    await connection.opened();
    expect(connection.state().phase).toBe('ready');
  });
});
