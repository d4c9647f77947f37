import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { StorageRig } from '../testing/storage-rig.js';
import { CassandraCommandHistory } from './cassandra-command-history.js';
import { CassandraSchemaReader } from './cassandra-schema-reader.js';

const MURMUR3 = 'org.apache.cassandra.dht.Murmur3Partitioner';

describe('what a node tells of its cluster over CQL', () => {
  let rig: StorageRig;
  let connection: CassandraConnection;
  let schema: CassandraSchemaReader;

  beforeAll(async () => {
    rig = await StorageRig.start();
    connection = rig.connect(1);
    await connection.opened();
    schema = new CassandraSchemaReader(connection);
    for (const cql of [
      "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3}",
      "CREATE KEYSPACE old WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 2}",
      "CREATE TABLE shop.orders (id int PRIMARY KEY, v text) WITH gc_grace_seconds = 3600 AND compaction = {'class': 'TimeWindowCompactionStrategy'}",
      'CREATE TABLE shop.carts (id int PRIMARY KEY, v text)',
      'CREATE MATERIALIZED VIEW shop.by_value AS SELECT * FROM shop.carts WHERE v IS NOT NULL AND id IS NOT NULL PRIMARY KEY (v, id)',
    ]) {
      await rig.cql.query(cql);
    }
  });

  afterAll(async () => {
    await rig?.stop();
  });

  it('lists keyspaces with replication and tables, without views', async () => {
    const shop = {
      name: 'shop',
      replicationClass: 'NetworkTopologyStrategy',
      replicationFactors: { dc1: 3 },
      tables: [
        { name: 'carts', gcGraceSeconds: 864_000, compaction: 'SizeTieredCompactionStrategy' },
        { name: 'orders', gcGraceSeconds: 3_600, compaction: 'TimeWindowCompactionStrategy' },
      ],
    };
    expect(await schema.keyspace('shop')).toEqual(shop);
    const all = await schema.keyspaces();
    expect(all).toContainEqual(shop);
    expect(all).toContainEqual({
      name: 'old',
      replicationClass: 'SimpleStrategy',
      replicationFactors: { '': 2 },
      tables: [],
    });
    expect(all.find(({ name }) => name === 'system')?.replicationClass).toBe('LocalStrategy');
  });

  it('knows nothing of a keyspace that does not exist', async () => {
    expect(await schema.keyspace('nowhere')).toBeUndefined();
    expect(await schema.sizeEstimates('nowhere', ['t'], MURMUR3)).toEqual([]);
  });

  it('estimates sizes of the primary ranges of its node', async () => {
    for (let id = 0; id < 2_000; id += 50) {
      const rows = Array.from(
        { length: 50 },
        (_, n) => `INSERT INTO shop.carts (id, v) VALUES (${id + n}, '${'x'.repeat(200)}');`,
      );
      await rig.cql.query(`BEGIN UNLOGGED BATCH ${rows.join(' ')} APPLY BATCH`);
    }
    await rig.cluster.nodetool(1, ['flush', 'shop']);
    await rig.cluster.nodetool(1, ['refreshsizeestimates']);
    const estimates = await schema.sizeEstimates('shop', ['carts', 'orders'], MURMUR3);
    expect(new Set(estimates.map(({ table }) => table))).toEqual(new Set(['carts', 'orders']));
    const carts = estimates.filter(({ table }) => table === 'carts');
    // Four tokens, and the range over the end of the ring comes in two parts.
    expect(carts).toHaveLength(5);
    const partitions = carts.reduce((sum, one) => sum + one.partitions, 0);
    expect(partitions).toBeGreaterThan(200);
    expect(partitions).toBeLessThan(2_000);
    for (const { range } of carts) expect(typeof range.start).toBe('bigint');
    expect(carts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeGreaterThan(200 * 200);
  });

  it('finds the commands that its own node ran', async () => {
    await rig.cluster.nodetool(1, ['repair', '-full', 'shop', 'carts', 'orders']);
    const [command] = (await new CassandraCommandHistory(connection).recent('shop')) ?? [];
    expect(command).toMatchObject({
      commandNumber: 1,
      keyspace: 'shop',
      tables: ['carts', 'orders'],
      state: 'completed',
    });
    expect(command?.sessionId).toMatch(/^[0-9a-f-]{36}$/);
    expect(Math.abs((command?.startedAtMs ?? 0) - Date.now())).toBeLessThan(120_000);
  });

  it('finds the ranges of a command as they were asked for, also where they touch', async () => {
    await rig.cluster.nodetool(1, ['repair', '-full', '-st', '-100', '-et', '200', 'shop', 'carts']);
    const [part, whole] = (await new CassandraCommandHistory(connection).recent('shop')) ?? [];
    expect(part).toMatchObject({ commandNumber: 2, tables: ['carts'], ranges: ['-100:200'] });
    // Three replicas hold everything: the range of each of the twelve tokens begins where another one ends.
    const borders = whole?.ranges?.map((range) => range.split(':')) ?? [];
    expect(borders).toHaveLength(12);
    expect(borders.map(([start]) => start).sort()).toEqual(borders.map(([, end]) => end).sort());
  });

  it('does not find the commands of other nodes', async () => {
    const other = rig.connect(2);
    await other.opened();
    expect(await new CassandraCommandHistory(other).recent('shop')).toEqual([]);
  });
});
