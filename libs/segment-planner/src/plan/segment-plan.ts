import { type ReplicatedRange } from '../ring/replicated-range.js';
import { type TokenRange } from '../tokens/token-range.js';

/** Ranges of one replica set that one repair command repairs. */
export interface PlannedSegment {
  /** Place in the plan, from 0. Work in this order keeps many nodes busy at once. */
  readonly seq: number;
  /** In ring order; each lies inside one range of the ring and none is the whole ring, which Cassandra refuses. */
  readonly ranges: readonly TokenRange[];
  /** Sorted host ids of the nodes that take part, two at least. */
  readonly replicas: readonly string[];
  /** Of a plan by nodes: the one of them whose ranges these are, which replicates all of them. */
  readonly coordinator?: string;
  /** 0..1 */
  readonly ringShare: number;
  /** Of one copy of the data. Absent like PlanEstimate.bytes. */
  readonly estimatedBytes?: number;
  readonly estimatedPartitions?: number;
}

export interface PlannedReplicaSet {
  readonly replicas: readonly string[];
  /** Number of segments, at least 1. */
  readonly segments: number;
  /** 0..1 */
  readonly ringShare: number;
}

export interface PlanEstimate {
  /** One copy of the data the segments repair. Absent without estimates, or when they cover too little. */
  readonly bytes?: number;
  readonly partitions?: number;
  /** Share of the ring, 0..1, the estimates cover (of the table covered least); the rest is extrapolated. */
  readonly coverage: number;
}

export interface SegmentPlan {
  readonly segments: readonly PlannedSegment[];
  /** In an order that depends on their host ids only. */
  readonly replicaSets: readonly PlannedReplicaSet[];
  /** Ranges of the ring with fewer than two nodes that take part (listed as `replicas`): nothing to repair. */
  readonly unreplicated: readonly ReplicatedRange[];
  readonly estimate: PlanEstimate;
}
