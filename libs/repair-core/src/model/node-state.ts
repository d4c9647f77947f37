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

/** Space of the data directory with the least of it. */
export interface DiskSpace {
  readonly directory: string;
  readonly freeBytes: number;
  /** Share of what may be used, 0 to 100. */
  readonly freePercent: number;
}

/** Streams of the node that do not belong to a repair: bootstrap, rebuild, bulk load and the like. */
export interface OtherStreams {
  readonly plans: number;
  /** As Cassandra calls them, such as "Bootstrap, Bulk Load". */
  readonly purposes: string;
}

/** Load figures of the node; undefined where its release or its sidecar does not tell. */
export interface LoadFigures {
  readonly pendingCompactions?: number;
  readonly disk?: DiskSpace;
  readonly otherStreams?: OtherStreams;
  /** Files of hints for nodes that are up, 4.1+. */
  readonly hintFiles?: number;
  /** Nodes that hints are being sent to. */
  readonly hintDeliveries?: number;
}

/** What the node can bear; no figures while it cannot be reached. */
export interface NodePressure extends LoadFigures {
  readonly operationMode?: string;
  readonly unreachable?: string;
  /** How long it had not been reached when this was written. */
  readonly unreachableForMs?: number;
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
