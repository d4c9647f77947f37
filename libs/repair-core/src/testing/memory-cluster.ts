import type { Timers } from '../ports/runtime.js';
import { MemoryClusterKeyStore } from './memory-cluster-key-store.js';
import { MemoryIdempotencyStore } from './memory-idempotency-store.js';
import { MemoryDecisionLog } from './memory-decision-log.js';
import { MemoryLeaderNoteStore } from './memory-leader-note-store.js';
import { MemoryRepairAgeStore } from './memory-repair-age-store.js';
import { MemoryClient } from './memory-client.js';
import { MemoryAssignmentStore, MemoryLeaseStore, MemoryNodeStateStore } from './memory-register-stores.js';
import { MemoryRunStore } from './memory-run-store.js';
import { MemorySegmentStore } from './memory-segment-store.js';
import { MemoryTables } from './memory-tables.js';

/** The stores of one sidecar; `client` injects its faults and counts its statements. */
export interface MemoryStores {
  readonly client: MemoryClient;
  readonly leases: MemoryLeaseStore;
  readonly assignments: MemoryAssignmentStore;
  readonly nodeStates: MemoryNodeStateStore;
  readonly runs: MemoryRunStore;
  readonly segments: MemorySegmentStore;
  readonly clusterKeys: MemoryClusterKeyStore;
  readonly ages: MemoryRepairAgeStore;
  readonly decisions: MemoryDecisionLog;
  readonly notes: MemoryLeaderNoteStore;
  readonly idempotency: MemoryIdempotencyStore;
}

/** A cluster's storage in memory, with the semantics of the real one that coordination relies on. */
export class MemoryCluster {
  readonly tables = new MemoryTables();

  /** Stores for one more sidecar; all sidecars of a cluster see the same rows. */
  connect(options: { readonly timers?: Timers } = {}): MemoryStores {
    const client = new MemoryClient(options.timers, this.tables.replicas);
    return {
      client,
      leases: new MemoryLeaseStore(this.tables, client),
      assignments: new MemoryAssignmentStore(this.tables, client),
      nodeStates: new MemoryNodeStateStore(this.tables, client),
      runs: new MemoryRunStore(this.tables, client),
      segments: new MemorySegmentStore(this.tables, client),
      clusterKeys: new MemoryClusterKeyStore(this.tables, client),
      ages: new MemoryRepairAgeStore(this.tables, client),
      decisions: new MemoryDecisionLog(this.tables, client),
      notes: new MemoryLeaderNoteStore(this.tables, client),
      idempotency: new MemoryIdempotencyStore(this.tables, client),
    };
  }
}
