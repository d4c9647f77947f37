import type { ReplicatedRange, SizeEstimate } from '@reaper-sidecar/segment-planner';

export interface ClusterNode {
  readonly hostId: string;
  /** "ip:port" where known (4.0+), else "ip". */
  readonly address: string;
  readonly datacenter: string;
  readonly rack: string;
  readonly up: boolean;
  readonly state: 'NORMAL' | 'JOINING' | 'LEAVING' | 'MOVING';
  /** Bytes on disk as the ring tells, where known. */
  readonly loadBytes?: number;
  readonly releaseVersion?: string;
  /**
   * Gossip generation, where known: when the node began to gossip, epoch seconds by its clock. It rises with every
   * start of the node.
   */
  readonly generation?: number;
  /** Number of tokens. */
  readonly tokens: number;
}

export interface Topology {
  readonly clusterName: string;
  /** Full class name of the partitioner. */
  readonly partitioner: string;
  readonly nodes: readonly ClusterNode[];
  /** Schema versions among live nodes; more than one = disagreement. Empty when unknown. */
  readonly schemaVersions: readonly string[];
}

/** What the own node holds of a table now, memtables included: one copy of every range it replicates. */
export interface OwnTableSize {
  readonly table: string;
  readonly bytes: number;
  readonly partitions: number;
}

export interface OwnSizes {
  /** Host id of the own node. */
  readonly hostId: string;
  readonly tables: readonly OwnTableSize[];
}

/** The cluster as the own node sees it over JMX. */
export interface ClusterView {
  topology(): Promise<Topology>;
  /**
   * Ranges of a keyspace with replicas as host ids, in ring order. Rejects with UnknownKeyspaceError, LocalKeyspaceError
   * (nothing to repair there) or RingUnreadableError (read it again later).
   */
  ring(keyspace: string): Promise<readonly ReplicatedRange[]>;
  /** Sizes of tables on the own node; tables that do not exist are left out. */
  ownSizes(keyspace: string, tables: readonly string[]): Promise<OwnSizes>;
}

export interface TableInfo {
  readonly name: string;
  readonly gcGraceSeconds: number;
  /** Short class name, for example "TimeWindowCompactionStrategy". */
  readonly compaction: string;
}

export interface KeyspaceInfo {
  readonly name: string;
  /** Short class name of the replication strategy. */
  readonly replicationClass: string;
  /** Replication factor per datacenter, or under "" for SimpleStrategy. */
  readonly replicationFactors: Readonly<Record<string, number>>;
  readonly tables: readonly TableInfo[];
}

/** The schema and size estimates, read over CQL from the own node. */
export interface SchemaReader {
  keyspaces(): Promise<readonly KeyspaceInfo[]>;
  keyspace(name: string): Promise<KeyspaceInfo | undefined>;
  /** Primary ranges of the own node only; the planner extrapolates. */
  sizeEstimates(keyspace: string, tables: readonly string[], partitioner: string): Promise<readonly SizeEstimate[]>;
}
