import type { Sizing } from '@reaper-sidecar/segment-planner';
import type { Reason } from '../reasons/reason.js';
import type { PreviewTotals } from './preview.js';
import type { RepairUnit } from './repair-unit.js';
import type { FailureCode } from './segment.js';
import type { Stamp } from './stamp.js';

/** What the user wants of an unfinished run. Lives in `active_run`, changed by LWT on `specVersion` only. */
export interface RunSpec {
  readonly desired: 'running' | 'paused' | 'aborted';
  /** Duty cycle in (0, 1]. */
  readonly intensity: number;
  readonly segmentTimeoutMs: number;
  /** Attempts per segment and round before it counts as FAILED. */
  readonly maxAttempts: number;
  /** Higher goes first; 0 to 100. */
  readonly priority: number;
  /** Replay: wanted round of single segments (by sequence number); all others 0. */
  readonly rounds: Readonly<Record<number, number>>;
}

/** A row of `active_run`: its existence makes the run exist. */
export interface ActiveRun {
  readonly unitKey: string;
  readonly runId: string;
  readonly planId: string;
  readonly spec: RunSpec;
  readonly specVersion: number;
}

export const RunState = {
  NotStarted: 'NOT_STARTED',
  Running: 'RUNNING',
  Paused: 'PAUSED',
  Aborting: 'ABORTING',
  Done: 'DONE',
  Failed: 'FAILED',
  Aborted: 'ABORTED',
} as const;
export type RunState = (typeof RunState)[keyof typeof RunState];
export type FinalRunState = Extract<RunState, 'DONE' | 'FAILED' | 'ABORTED'>;

/** Counters of segments, kept by the leader, never counted by a scan. */
export interface RunCounters {
  readonly total: number;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  /** Segments whose command runs; those that only wait in a list are pending, like all others that are not counted. */
  readonly running: number;
  /** Total time of successful attempts, ms. */
  readonly repairMs: number;
  /** Of a preview: what the segments that are done found. */
  readonly preview?: PreviewTotals;
}

/** Display register of an unfinished run: a cache by the leader, decides nothing. */
export interface RunStatus {
  readonly state: Exclude<RunState, FinalRunState>;
  readonly counters: RunCounters;
  readonly startedAtMs?: number;
  /** Why replica sets wait, one entry per waiting set. */
  readonly reasons: readonly Reason[];
  readonly asOfMs: number;
  /** Epoch of the leader that wrote it: under another one the reasons are not current. */
  readonly epoch?: Stamp;
}

/** End of a run; believed only when no active row contradicts it. */
export interface RunResult {
  readonly state: FinalRunState;
  readonly specVersion: number;
  readonly counters: RunCounters;
  readonly startedAtMs?: number;
  readonly endedAtMs: number;
  readonly message?: string;
  /** Sequence numbers of failed segments, at most 100. */
  readonly failedSegments: readonly number[];
  /** How the last attempt of each of them failed. */
  readonly failures?: readonly SegmentFailure[];
}

/** The last failure of a segment that was given up. */
export interface SegmentFailure {
  readonly seq: number;
  readonly attempt: number;
  readonly code: FailureCode;
  readonly message: string;
}

/** Creation data of a run; never changes. */
export interface RunCreation {
  readonly runId: string;
  readonly planId: string;
  readonly unit: RepairUnit;
  readonly sizing: Sizing;
  readonly segmentCount: number;
  readonly initialSpec: RunSpec;
  readonly createdAtMs: number;
  readonly createdBy: string;
  /** Free text of the creator; at most 200 characters. */
  readonly cause: string;
  readonly partitioner: string;
  /** The ended run whose segments it repairs once more. */
  readonly replayOf?: ReplayedSegments;
}

export interface ReplayedSegments {
  readonly runId: string;
  /** Sequence numbers in that run; segment n of the new run repeats the n-th of them. */
  readonly seqs: readonly number[];
}

/** A row of `repair_run`. */
export interface RunRow {
  readonly creation: RunCreation;
  readonly status?: RunStatus;
  readonly result?: RunResult;
}
