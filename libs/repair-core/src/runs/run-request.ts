import type { Sizing } from '@reaper-sidecar/segment-planner';
import type { PreviewKind } from '../model/preview.js';
import { MAX_JOB_THREADS, type Parallelism, type RepairMode } from '../model/repair-unit.js';

/** What somebody wants repaired. Checked against {@link RUN_LIMITS} where it enters the process. */
export interface RunRequest {
  readonly keyspace: string;
  /** Absent: every table of the keyspace. Never empty. */
  readonly tables?: readonly string[];
  readonly excludeTables?: readonly string[];
  /** Leaves out tables whose compaction sorts data into time windows, named ones too. Absent: no. */
  readonly excludeTimeWindowTables?: boolean;
  readonly mode: RepairMode;
  /** Compare only; goes with mode `full`. Absent: repair. */
  readonly preview?: PreviewKind;
  readonly parallelism: Parallelism;
  /** Empty: all. */
  readonly datacenters: readonly string[];
  /** Empty: all. */
  readonly hostIds: readonly string[];
  readonly jobThreads: number;
  readonly sizing: Sizing;
  /** Duty cycle in (0, 1]. */
  readonly intensity: number;
  readonly segmentTimeoutMs: number;
  readonly maxAttempts: number;
  readonly priority: number;
  readonly cause: string;
  readonly createdBy: string;
}

interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Bounds of every number and text of a request, for the edge and its documentation. */
export const RUN_LIMITS = {
  /** Cassandra's limit for names of keyspaces and tables. */
  nameLength: 48,
  tables: 500,
  datacenters: 50,
  hostIds: 1_000,
  jobThreads: { min: 1, max: MAX_JOB_THREADS },
  intensity: { min: 0.01, max: 1 },
  segmentTimeoutMs: { min: 1_000, max: 7 * 86_400_000 },
  maxAttempts: { min: 1, max: 100 },
  priority: { min: 0, max: 100 },
  segments: { min: 1, max: 100_000 },
  segmentSizeBytes: { min: 1_048_576, max: 1_099_511_627_776 },
  causeLength: 200,
  createdByLength: 100,
} as const satisfies Record<string, number | Bounds>;

/** Used for what a request leaves out. */
export const RUN_DEFAULTS = {
  mode: 'full',
  parallelism: 'parallel',
  jobThreads: 1,
  /** No rest between segments: Cassandra's own throttles apply. */
  intensity: 1,
  segmentTimeoutMs: 30 * 60_000,
  maxAttempts: 3,
  priority: 50,
} as const;
