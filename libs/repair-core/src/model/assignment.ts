import type { PreviewKind } from './preview.js';
import type { Parallelism, RepairMode } from './repair-unit.js';
import type { Stamp } from './stamp.js';

/** Highest version of a stored body that this build reads. */
export const PROTOCOL_VERSION = 2;

/** Version of every body that a build of version 1 understands well enough, so that both work together during an upgrade. */
export const BASIC_PROTOCOL = 1;

/** A build of version 1 would really repair what a preview only compares. */
export function protocolFor({ preview }: { readonly preview?: PreviewKind | undefined }): number {
  return preview === undefined ? BASIC_PROTOCOL : PROTOCOL_VERSION;
}

/** At most this many items, and this many bytes of JSON, in one assignment. */
export const MAX_ASSIGNMENT_ITEMS = 500;
export const MAX_ASSIGNMENT_BYTES = 64 * 1024;

/** One order to repair one segment once. Rising stamps give the order; each stamp is started at most once. */
export interface AssignmentItem {
  readonly stamp: Stamp;
  readonly runId: string;
  readonly planId: string;
  /** Number of the segment in its plan. */
  readonly seq: number;
  /** Replay round it was given under. */
  readonly round: number;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly keyspace: string;
  readonly tables: readonly string[];
  /** "start:end" in decimal tokens, (start, end], each inside one range of the ring. */
  readonly ranges: readonly string[];
  /** Host ids of every replica that takes part, the coordinator included. Sorted. */
  readonly participants: readonly string[];
  readonly mode: RepairMode;
  /** Compare only. */
  readonly preview?: PreviewKind;
  readonly parallelism: Parallelism;
  readonly datacenters: readonly string[];
  /** Addresses ("ip:port") for Cassandra's `hosts` option; empty unless the unit filters nodes. */
  readonly hosts: readonly string[];
  readonly jobThreads: number;
  /** After this long from the start the worker cancels the command. */
  readonly timeoutMs: number;
  /** Duty cycle in (0, 1]: after d ms of repair the node rests d·(1/intensity − 1). May change in a later version. */
  readonly intensity: number;
}

/** The register leader → worker: one row per host, one cell. */
export interface Assignment {
  readonly protocol: number;
  readonly epoch: Stamp;
  /** Stamp of this version = its write timestamp. */
  readonly stamp: Stamp;
  /** Host id of the leader that wrote it: whom the worker's doorbell wakes. */
  readonly leader: string;
  /** The life of the worker process this list is addressed to; another incarnation must not run it. */
  readonly incarnation: string;
  /** Rising stamps; all items of one host share one replica set. */
  readonly items: readonly AssignmentItem[];
  /** Stamps of revoked items of aborted runs: where one of them runs all the same, its command is cancelled. */
  readonly cancel?: readonly Stamp[];
}
