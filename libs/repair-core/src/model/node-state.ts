import type { AssignmentItem } from './assignment.js';
import type { StoredSegmentState } from './segment.js';
import type { Stamp } from './stamp.js';

/** The command a worker has announced, is running or is cancelling. */
export interface CurrentCommand {
  /** Whole item, so that a new leader knows run, segment and participants without the old list. */
  readonly item: AssignmentItem;
  readonly state: 'starting' | 'running' | 'cancelling';
  /** JVM start time of the node at the intent, epoch ms: another one later proves the command is over. */
  readonly jvmStartMs: number;
  /** Highest command number known before the start, 0 when none was; a lost one is searched above it. */
  readonly commandBefore: number;
  readonly commandNumber?: number;
  readonly sessionId?: string;
  /** Intent time by the worker's clock, epoch ms; display only. */
  readonly sinceMs: number;
}

/** A repair on the node that is not ours. */
export interface ForeignRepair {
  readonly kind: 'command' | 'auto-repair' | 'unknown';
  readonly detail: string;
  readonly sinceMs: number;
}

/** Load figures of the node; undefined where the version does not tell. */
export interface NodePressure {
  readonly pendingCompactions?: number;
  readonly operationMode?: string;
  readonly unreachable?: string;
}

export interface ItemResult {
  readonly stamp: Stamp;
  readonly state: StoredSegmentState;
  readonly durationMs: number;
}

/** The register worker → leader: one row per host, one cell, stamps W + n. A snapshot of the worker's memory. */
export interface NodeState {
  readonly protocol: number;
  readonly hostId: string;
  readonly incarnation: string;
  /** Counts writes of this incarnation; with `stamp` it tells a new heartbeat from an old one. */
  readonly n: number;
  /** Newest epoch and version of the own assignment that was read. */
  readonly epoch: Stamp;
  readonly seen: Stamp;
  /** Every item up to this stamp is over and its outcome durable. */
  readonly over: Stamp;
  /** Outcomes of the present list so far, rising stamps. */
  readonly results: readonly ItemResult[];
  readonly current?: CurrentCommand;
  /** The worker promises the next write within this many ms. */
  readonly nextWithinMs: number;
  /** Parent repair sessions known to the node (4.0+), ours and foreign. */
  readonly sessions?: number;
  readonly foreign?: ForeignRepair;
  readonly pressure: NodePressure;
  readonly jvmStartMs?: number;
  /** Highest command number seen in this life of the node; the next sidecar process searches above it. */
  readonly lastCommand?: number;
  readonly cassandraVersion: string;
  readonly sidecarVersion: string;
  /** Base URL where other sidecars reach this one, for doorbells. */
  readonly apiUrl: string;
  readonly address: string;
  readonly datacenter: string;
  readonly rack: string;
  /** When this incarnation started, by its clock, epoch ms; display only. */
  readonly startedAtMs: number;
  /** When this was written, by its clock, epoch ms; display only. */
  readonly writtenAtMs: number;
  /** Why the worker starts nothing although it has items; display and explain only. */
  readonly waiting?: { readonly code: string; readonly detail: string; readonly sinceMs: number };
}
