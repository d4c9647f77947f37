import { UnknownKeyspaceError, type ClusterView, type Clock, type Topology } from '@reaper-sidecar/repair-core';
import { type ReplicatedRange } from '@reaper-sidecar/segment-planner';
import { JmxRemoteError } from 'jmx-client-node';
import { type NodeConnection } from '../connection/node-connection.js';
import { type CassandraMBeans } from '../mbeans/cassandra-mbeans.js';
import { Recent } from './recent.js';
import { readRing } from './ring-reader.js';
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
  readonly #topology: Recent<Topology>;
  readonly #rings: Recent<readonly ReplicatedRange[]>;
  readonly #reader = new TopologyReader();

  constructor(
    private readonly connection: NodeConnection,
    clock: Clock,
    { maxAgeMs = 1500 }: ClusterViewOptions = {},
  ) {
    this.#topology = new Recent(maxAgeMs, clock);
    this.#rings = new Recent(maxAgeMs, clock);
  }

  topology(): Promise<Topology> {
    return this.#topology.get('', () => this.connection.use((mbeans) => this.#reader.read(mbeans)));
  }

  ring(keyspace: string): Promise<readonly ReplicatedRange[]> {
    return this.#rings.get(keyspace, () => this.connection.use((mbeans) => ringOf(mbeans, keyspace)));
  }
}

/** A keyspace that is dropped between two calls shows as an assertion error of the node. */
async function ringOf(mbeans: CassandraMBeans, keyspace: string): Promise<readonly ReplicatedRange[]> {
  try {
    return await readRing(mbeans, keyspace);
  } catch (error) {
    const dropped = error instanceof JmxRemoteError && /Unknown keyspace/i.test(error.javaMessage ?? '');
    throw dropped ? new UnknownKeyspaceError(keyspace) : error;
  }
}
