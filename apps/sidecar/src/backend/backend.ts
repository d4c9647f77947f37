import type {
  ClusterView,
  DecisionLog,
  Doorbell,
  IdempotencyStore,
  LeaseStore,
  NodeStateStore,
  RepairAgeStore,
  RunStore,
  Runtime,
  SchemaReader,
  SeenLease,
  SegmentStore,
} from '@reaper-sidecar/repair-core';

/** Stores that the API reads and writes. */
export interface ApiStores {
  readonly runs: RunStore;
  readonly segments: SegmentStore;
  readonly leases: LeaseStore;
  readonly nodeStates: NodeStateStore;
  readonly ages: RepairAgeStore;
  readonly decisions: DecisionLog;
  readonly idempotency: IdempotencyStore;
}

/** This process as others see it. */
export interface SelfDescription {
  readonly version: string;
  /** Host id of the own node, once its JMX told it. */
  readonly hostId?: string;
}

/**
 * What the API works with. The process serves before its node is up: until then the parts throw
 * StoreUnavailableError or NodeUnreachableError with the reason.
 */
export abstract class Backend {
  abstract readonly runtime: Runtime;
  abstract readonly stores: ApiStores;
  abstract readonly cluster: ClusterView;
  abstract readonly schema: SchemaReader;
  abstract readonly doorbell: Doorbell;
  abstract self(): SelfDescription;
  /** What the own candidate has seen of the lease of the leader. */
  abstract seenLease(): SeenLease | undefined;
  /** Makes the own worker and leader look at once, as a doorbell does. */
  abstract look(): void;
}
