import { type ReplicatedRange } from '../ring/replicated-range.js';
import { type SizeEstimate } from '../sizes/size-estimate.js';
import { type Partitioner } from '../tokens/partitioner.js';

/** A node of the cluster; nodes that hold none of the keyspace's ranges may be listed too. */
export interface PlanNode {
  readonly hostId: string;
  readonly datacenter: string;
  readonly rack?: string;
}

/** How large segments should be. Every replica set gets at least one segment. */
export type Sizing =
  /**
   * By size, DEFAULT_BYTES_PER_SEGMENT each, so a tiny keyspace gets one segment per replica set. Without usable
   * estimates: a count of DEFAULT_SEGMENTS_PER_NODE for every node that takes part.
   */
  | { readonly kind: 'auto' }
  /** This many in all, spread by estimated bytes, without estimates by share of the ring. */
  | { readonly kind: 'count'; readonly segments: number }
  /** At most about this many bytes of one copy of the data each. Needs estimates. */
  | { readonly kind: 'bytes'; readonly bytesPerSegment: number }
  /** At most about this many partitions of one copy of the data, all tables added up, each. Needs estimates. */
  | { readonly kind: 'partitions'; readonly partitionsPerSegment: number };

/** A minute or so of validation at Cassandra's default compaction throughput of 64 MiB/s. */
export const DEFAULT_BYTES_PER_SEGMENT = 4 * 1024 ** 3;

/** Used by `auto` when nothing is known about sizes. */
export const DEFAULT_SEGMENTS_PER_NODE = 16;

/** About 11 kB as text, so that a segment stays a small row and a small command. */
export const DEFAULT_MAX_RANGES_PER_SEGMENT = 256;

export interface PlanRequest {
  readonly partitioner: Partitioner;
  /** The keyspace's ranges with all replicas, as `getRangeToEndpointMap` gives them; must cover the ring exactly once. */
  readonly ring: readonly ReplicatedRange[];
  /** Every node the ring names, at least. */
  readonly nodes: readonly PlanNode[];
  readonly sizing: Sizing;
  /** Only replicas in these datacenters take part. Absent: all. An empty list is refused. */
  readonly datacenters?: readonly string[];
  /** Only these nodes take part. Absent: all. An empty list is refused. */
  readonly hostIds?: readonly string[];
  /**
   * Of the tables to repair; bytes and partitions 0 … Number.MAX_SAFE_INTEGER. May cover part of the ring, the rest is
   * extrapolated; when a table's cover less than MIN_COVERAGE, all are as good as absent.
   */
  readonly estimates?: readonly SizeEstimate[];
  /** 1 … MAX_RANGES_PER_SEGMENT. @default DEFAULT_MAX_RANGES_PER_SEGMENT */
  readonly maxRangesPerSegment?: number;
}
