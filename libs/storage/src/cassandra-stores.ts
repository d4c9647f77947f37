import type {
  AssignmentStore,
  ClusterKeyStore,
  IdempotencyStore,
  DecisionLog,
  LeaderNoteStore,
  LeaseStore,
  NodeStateStore,
  RepairAgeStore,
  RunStore,
  SegmentStore,
} from '@reaper-sidecar/repair-core';
import { CassandraRepairAgeStore } from './ages/cassandra-repair-age-store.js';
import { CassandraLeaderNoteStore } from './checks/cassandra-leader-note-store.js';
import type { CassandraConnection } from './connection/cassandra-connection.js';
import { CassandraDecisionLog } from './decisions/cassandra-decision-log.js';
import { CassandraIdempotencyStore } from './idempotency/cassandra-idempotency-store.js';
import { CassandraClusterKeyStore } from './keys/cassandra-cluster-key-store.js';
import { CassandraLeaseStore } from './lease/cassandra-lease-store.js';
import { CassandraAssignmentStore } from './registers/cassandra-assignment-store.js';
import { CassandraNodeStateStore } from './registers/cassandra-node-state-store.js';
import { CassandraRunStore, type RunStoreOptions } from './runs/cassandra-run-store.js';
import { CassandraSegmentStore } from './segments/cassandra-segment-store.js';

/** Everything the sidecars keep in the cluster. */
export interface CassandraStores {
  readonly leases: LeaseStore;
  readonly assignments: AssignmentStore;
  readonly nodeStates: NodeStateStore;
  readonly runs: RunStore;
  readonly segments: SegmentStore;
  readonly clusterKeys: ClusterKeyStore;
  readonly idempotency: IdempotencyStore;
  readonly ages: RepairAgeStore;
  readonly decisions: DecisionLog;
  readonly notes: LeaderNoteStore;
}

/** May be called before the connection is ready: until then every operation throws StoreUnavailableError. */
export function createStores(connection: CassandraConnection, options?: RunStoreOptions): CassandraStores {
  return {
    leases: new CassandraLeaseStore(connection),
    assignments: new CassandraAssignmentStore(connection),
    nodeStates: new CassandraNodeStateStore(connection),
    runs: new CassandraRunStore(connection, options),
    segments: new CassandraSegmentStore(connection),
    clusterKeys: new CassandraClusterKeyStore(connection),
    idempotency: new CassandraIdempotencyStore(connection),
    ages: new CassandraRepairAgeStore(connection),
    decisions: new CassandraDecisionLog(connection),
    notes: new CassandraLeaderNoteStore(connection),
  };
}
