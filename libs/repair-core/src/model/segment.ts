import type { PlannedSegment } from '@reaper-sidecar/segment-planner';
import type { PreviewFinding } from './preview.js';
import type { Stamp } from './stamp.js';

export const SegmentState = {
  /** No outcome in the wanted round yet. Never stored. */
  Pending: 'PENDING',
  /** In an assignment and started. Never stored; known from node_state. */
  Running: 'RUNNING',
  Done: 'DONE',
  /** Cassandra had nothing to do (command number 0): complete, but credits no repair age. */
  Skipped: 'SKIPPED',
  Failed: 'FAILED',
  /** Replaced by its children. */
  Split: 'SPLIT',
} as const;
export type SegmentState = (typeof SegmentState)[keyof typeof SegmentState];
export type StoredSegmentState = Exclude<SegmentState, 'PENDING' | 'RUNNING'>;

/** Why an attempt failed. Stable codes; their class decides whether another attempt makes sense. */
export const FailureCode = {
  RepairFailed: 'REPAIR_FAILED',
  ReplicaDown: 'REPLICA_DOWN',
  SegmentTimeout: 'SEGMENT_TIMEOUT',
  Aborted: 'ABORTED',
  NodeRestarted: 'NODE_RESTARTED',
  UnknownOutcome: 'UNKNOWN_OUTCOME',
  ReleasedWithoutProof: 'RELEASED_WITHOUT_PROOF',
  StartRefused: 'START_REFUSED',
  RangeMoved: 'RANGE_MOVED',
  KeyspaceGone: 'KEYSPACE_GONE',
  TableGone: 'TABLE_GONE',
  /** A success that leaves ranges of the segment out. */
  NotCovered: 'NOT_COVERED',
  /** Cassandra cannot do what the run asks for, now or later. */
  NotPossible: 'NOT_POSSIBLE',
} as const;
export type FailureCode = (typeof FailureCode)[keyof typeof FailureCode];

/** How one attempt at a segment ended. Always speaks for the whole segment. One cell, stamp of its item. */
export interface SegmentOutcome {
  readonly state: StoredSegmentState;
  readonly round: number;
  readonly attempt: number;
  readonly failure?: { readonly code: FailureCode; readonly message: string };
  /** Host id of the node that ran the command. */
  readonly coordinator: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  /** Parent repair session of Cassandra, a UUID. Unknown when it never started. */
  readonly sessionId?: string;
  readonly commandNumber?: number;
  /** Of a preview that is DONE. */
  readonly preview?: PreviewFinding;
  /** Sequence numbers of the children of a split segment. */
  readonly children?: readonly number[];
  /** Which ranges each of them had when it was made; see childKey. */
  readonly childKeys?: readonly string[];
}

/** A row of `segment`: creation data and, once an attempt ended, its outcome. */
export interface SegmentRow {
  readonly planId: string;
  readonly segment: PlannedSegment;
  readonly outcome?: SegmentOutcome;
  /** Stamp of the outcome cell. */
  readonly outcomeStamp?: Stamp;
}
