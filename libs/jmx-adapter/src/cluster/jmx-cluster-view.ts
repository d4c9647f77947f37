import {
  UnknownKeyspaceError,
  type ClusterView,
  type Clock,
  type OwnSizes,
  type Topology,
} from '@reaper-sidecar/repair-core';
import { type ReplicatedRange } from '@reaper-sidecar/segment-planner';
import { JmxRemoteError } from 'jmx-client-node';
import { type NodeConnection } from '../connection/node-connection.js';
import { type CassandraMBeans } from '../mbeans/cassandra-mbeans.js';
import { type Layout } from './layout.js';
import { Recent } from './recent.js';
import { readOwnSizes } from './own-sizes.js';
import { RingReader } from './ring-reader.js';
import { TopologyReader } from './topology-reader.js';

export interface ClusterViewOptions {
  /**
   * Answers are given again until they are this old, ms. One question to the node is under way at a time.
   * @default 1500
   */
  readonly maxAgeMs?: number;
}

/** The cluster as the own node sees it. */
export class JmxClusterView implements ClusterView {
  readonly #connection: NodeConnection;
  readonly #topology: Recent<{ readonly topology: Topology; readonly layout: Layout }>;
  readonly #rings: Recent<readonly ReplicatedRange[]>;
  readonly #topologyReader = new TopologyReader();
  readonly #ringReader: RingReader;

  constructor(connection: NodeConnection, clock: Clock, { maxAgeMs = 1500 }: ClusterViewOptions = {}) {
    this.#connection = connection;
    this.#topology = new Recent(maxAgeMs, clock);
    this.#rings = new Recent(maxAgeMs, clock);
    this.#ringReader = new RingReader(clock);
  }

  async topology(): Promise<Topology> {
    return (await this.#current()).topology;
  }

  ring(keyspace: string): Promise<readonly ReplicatedRange[]> {
    return this.#rings.get(keyspace, () => this.#connection.use((mbeans) => this.#readRing(mbeans, keyspace)));
  }

  ownSizes(keyspace: string, tables: readonly string[]): Promise<OwnSizes> {
    return this.#connection.use((mbeans) => readOwnSizes(mbeans, keyspace, tables));
  }

  #current() {
    return this.#topology.get('', () => this.#connection.use((mbeans) => this.#topologyReader.read(mbeans)));
  }

  /** A keyspace that is dropped between two calls shows as an assertion error of the node. */
  async #readRing(mbeans: CassandraMBeans, keyspace: string): Promise<readonly ReplicatedRange[]> {
    const { layout } = await this.#current();
    try {
      return await this.#ringReader.read(mbeans, keyspace, layout);
    } catch (error) {
      const dropped = error instanceof JmxRemoteError && /Unknown keyspace/i.test(error.javaMessage ?? '');
      throw dropped ? new UnknownKeyspaceError(keyspace) : error;
    }
  }
}
