import type { AuthStores } from '@reaper-sidecar/auth';
import type {
  AssignmentStore,
  ClusterKeyStore,
  ClusterView,
  CommandHistory,
  LeaderNoteStore,
  RepairHistory,
  RepairNode,
  SchemaReader,
  StorageInspector,
} from '@reaper-sidecar/repair-core';
import type { ApiStores } from '../backend/backend.js';
import type { Probe } from '../health/readiness.js';
import type { StorageUse } from '../metrics/storage-metrics.js';

/** Everything that is kept in the cluster, and its schema. */
export interface StorageParts extends ApiStores {
  readonly auth: AuthStores;
  readonly assignments: AssignmentStore;
  readonly clusterKeys: ClusterKeyStore;
  readonly schema: SchemaReader;
  readonly history: CommandHistory;
  readonly notes: LeaderNoteStore;
  readonly repairHistory: RepairHistory;
  readonly inspector: StorageInspector;
  readonly cql: Probe;
  readonly keyspace: Probe;
  readonly use: () => StorageUse;
  close(): Promise<void>;
}

/** The own node over JMX. */
export interface NodeParts {
  readonly node: RepairNode;
  readonly cluster: ClusterView;
  readonly jmx: Probe;
  close(): Promise<void>;
}
