import type { EngineObserver } from '../ports/engine-observer.js';
import type { AssignmentStore, LeaseStore, NodeStateStore } from '../ports/registers.js';
import type { CommandHistory, RepairNode } from '../ports/repair-node.js';
import type { SegmentStore } from '../ports/runs.js';
import type { Doorbell, Runtime } from '../ports/runtime.js';
import { workerTimings, type WorkerTimings } from './worker-timings.js';

/** Surroundings of a worker. */
export interface WorkerDeps {
  readonly runtime: Runtime;
  readonly node: RepairNode;
  readonly history: CommandHistory;
  readonly assignments: AssignmentStore;
  readonly nodeStates: NodeStateStore;
  readonly segments: SegmentStore;
  readonly lease: LeaseStore;
  readonly doorbell: Doorbell;
  readonly observer: EngineObserver;
}

export interface WorkerOptions {
  readonly sidecarVersion: string;
  /** Base URL where other sidecars reach this one. */
  readonly apiUrl: string;
  /** The leader's limit: that many parent sessions on the node can be ours, coordinated here or elsewhere. @default 1 */
  readonly maxRepairsPerNode?: number;
  /**
   * Whether a command over its time or of an aborted run may be ended by ending every repair that the node coordinates.
   * Only while a fresh look finds no other one; somebody may start one in that moment. @default false
   */
  readonly allowTerminateAll?: boolean;
  readonly timings?: Partial<WorkerTimings>;
}

export interface WorkerSettings extends Required<Omit<WorkerOptions, 'timings'>> {
  readonly timings: WorkerTimings;
}

/** Adds the defaults. Throws a RangeError for values no worker can work with. */
export function workerSettings(options: WorkerOptions): WorkerSettings {
  const { maxRepairsPerNode = 1, allowTerminateAll = false, sidecarVersion, apiUrl } = options;
  if (!Number.isInteger(maxRepairsPerNode) || maxRepairsPerNode < 1) {
    throw new RangeError(`maxRepairsPerNode must be a whole number of at least 1, not ${maxRepairsPerNode}`);
  }
  const timings = workerTimings(options.timings);
  return Object.freeze({ sidecarVersion, apiUrl, maxRepairsPerNode, allowTerminateAll, timings });
}
