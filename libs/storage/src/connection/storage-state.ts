/** Whether the stores can be used, and if not why. */
export interface StorageState {
  /**
   * - `connecting`: no connection yet; tried again and again.
   * - `preparing`: connected, the schema is being created or waited for.
   * - `refused`: connected, but Cassandra refuses what the schema needs; a person must help. Tried again and again.
   * - `ready`: through the own node.
   * - `fallback`: usable, but the own node does not answer: another node of the datacenter does.
   * - `lost`: was ready; no node answers at present.
   * - `closed`: by {@link CassandraConnection.close}.
   */
  readonly phase: 'connecting' | 'preparing' | 'refused' | 'ready' | 'fallback' | 'lost' | 'closed';
  readonly usable: boolean;
  /** The exact reason for people, empty when `ready`. */
  readonly reason: string;
}

/** Who answers CQL beside this sidecar, as the node itself says. */
export interface OwnNode {
  readonly hostId: string;
  /** "ip:port" that the driver is connected to. */
  readonly endpoint: string;
  readonly datacenter: string;
  readonly rack: string;
  readonly releaseVersion: string;
}

export interface StorageStatistics {
  /** Requests sent to Cassandra; a batch, and each page of a long result, is one. */
  readonly statements: number;
  readonly conditionalWrites: number;
  readonly failures: number;
  /** Requests by statement name. */
  readonly byStatement: Readonly<Record<string, number>>;
  /** Open connections to all nodes at present. */
  readonly connections: number;
}
