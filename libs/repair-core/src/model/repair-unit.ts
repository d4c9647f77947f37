import type { PreviewKind } from './preview.js';

/**
 * What is repaired how: `full` compares all data, range by range; `incremental` what was never repaired, one command for
 * every node and the ranges it owns; `subrange-incremental` the same in as many pieces as a full repair has. Both
 * incremental modes need Cassandra 4.0.
 */
export const RepairMode = {
  Full: 'full',
  Incremental: 'incremental',
  SubrangeIncremental: 'subrange-incremental',
} as const;
export type RepairMode = (typeof RepairMode)[keyof typeof RepairMode];

/** How the replicas of one segment validate: all at once, one after the other, or one per datacenter at a time. */
export const Parallelism = {
  Parallel: 'parallel',
  Sequential: 'sequential',
  DatacenterAware: 'datacenter-aware',
} as const;
export type Parallelism = (typeof Parallelism)[keyof typeof Parallelism];

/** Cassandra refuses more job threads (RepairOption: "Too many job threads. Max is 4"). */
export const MAX_JOB_THREADS = 4;

/** The *what* of a repair. */
export interface RepairUnit {
  readonly keyspace: string;
  /** Resolved when the run is created; never empty, sorted. An empty list never means "all tables". */
  readonly tables: readonly string[];
  readonly mode: RepairMode;
  readonly parallelism: Parallelism;
  /** Only replicas in these datacenters take part; empty = all. Sorted. */
  readonly datacenters: readonly string[];
  /** Only these nodes (host ids) take part; empty = all. Sorted. */
  readonly hostIds: readonly string[];
  /** Tables that one command handles at once, 1 to {@link MAX_JOB_THREADS}. */
  readonly jobThreads: number;
  /** Compares only: nothing is repaired, nothing counts as repaired. Absent: a real repair. */
  readonly preview?: PreviewKind;
}

/**
 * Identity of a unit: at most one unfinished run per key. Parallelism and threads do not count,
 * since repairing the same tables twice at once serves nobody. A preview is in nobody's way but of another like it.
 */
export function unitKey({ keyspace, tables, mode, datacenters, hostIds, preview }: RepairUnit): string {
  return JSON.stringify([keyspace, tables, mode, datacenters, hostIds, ...(preview === undefined ? [] : [preview])]);
}

/**
 * Whether Cassandra marks data as repaired, or relies on the marks while it compares. Two such commands on the same
 * table of one node make each other fail.
 */
export function handlesRepairedData({ mode, preview }: Pick<RepairUnit, 'mode' | 'preview'>): boolean {
  return preview === undefined ? mode !== 'full' : preview === 'repaired';
}
