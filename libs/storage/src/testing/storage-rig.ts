import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, type ClusterOptions, type CqlConnection, startCluster } from '@reaper-sidecar/cassandra-rig';
import { type CassandraStores, createStores } from '../cassandra-stores.js';
import { connectStorage } from '../connect-storage.js';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { DEFAULT_KEYSPACE, type StorageOptions } from '../connection/storage-options.js';
import { RememberingLog } from './remembering-log.js';

const LATE_WRITES_MS = 50;

/** A real cluster, connections of sidecars to it, and a plain CQL connection for what the stores do not do. */
export class StorageRig {
  readonly log = new RememberingLog();
  readonly #connections: CassandraConnection[] = [];

  private constructor(
    readonly cluster: Cluster,
    readonly cql: CqlConnection,
  ) {}

  static async start(options: Pick<ClusterOptions, 'nodes' | 'version'> = {}): Promise<StorageRig> {
    const cluster = await startCluster({ nodes: 3, ...options });
    return new StorageRig(cluster, await cluster.connect(1));
  }

  /** Options of the sidecar of a node, counted from 1. */
  options(node: number, more: Partial<StorageOptions> = {}): StorageOptions {
    const { address, cqlPort } = this.#node(node);
    return { host: address, port: cqlPort, log: this.log, ...more };
  }

  /** A connection of the sidecar of a node; not yet open. */
  connect(node: number, more: Partial<StorageOptions> = {}): CassandraConnection {
    const connection = connectStorage(this.options(node, more));
    this.#connections.push(connection);
    return connection;
  }

  async stores(node: number): Promise<CassandraStores> {
    const connection = this.connect(node);
    await connection.opened();
    // Tests put runs into months of their own.
    return createStores(connection, { monthsKeptForMs: 0 });
  }

  /** A replica that was not waited for may apply the last write of a test after the truncation. */
  async truncate(...tables: readonly string[]): Promise<void> {
    for (let left = tables; left.length > 0; left = await this.#withRows(left)) {
      for (const table of left) await this.cql.query(`TRUNCATE ${DEFAULT_KEYSPACE}.${table}`);
      await sleep(LATE_WRITES_MS);
    }
  }

  async #withRows(tables: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const table of tables) {
      const query = `SELECT * FROM ${DEFAULT_KEYSPACE}.${table} LIMIT 1`;
      if ((await this.cql.query(query, { consistency: 'ALL' })).length > 0) found.push(table);
    }
    return found;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#connections.map((connection) => connection.close()));
    await this.cql.close();
    await this.cluster.stop({ kill: true });
    await this.cluster.wipe();
  }

  #node(index: number) {
    const node = this.cluster.nodes[index - 1];
    if (!node) throw new RangeError(`The cluster has no node ${index}`);
    return node;
  }
}
