import type { PlannedSegment } from '@reaper-sidecar/segment-planner';
import type { Assignment } from '../model/assignment.js';
import type { Lease } from '../model/lease.js';
import type { NodeState } from '../model/node-state.js';
import type { ActiveRun, RunCreation, RunResult, RunStatus } from '../model/repair-run.js';
import type { SegmentOutcome } from '../model/segment.js';
import { ConditionalRows } from './conditional-rows.js';
import { StampedCell, StampedCells } from './stamped-cell.js';

/** A row of `repair_run` with its three cells. */
export class MemoryRunRow {
  readonly creation = new StampedCell<RunCreation>();
  readonly status = new StampedCell<RunStatus>();
  readonly result = new StampedCell<RunResult>();
}

/** A plan: planned segments and outcomes by sequence number. */
export class MemoryPlan {
  readonly segments = new StampedCells<PlannedSegment>();
  readonly outcomes = new StampedCells<SegmentOutcome>();
}

/** What the sidecars of one cluster share. */
export class MemoryTables {
  readonly lease = new ConditionalRows<Lease>();
  readonly assignments = new StampedCells<Assignment>();
  readonly nodeStates = new StampedCells<NodeState>();
  readonly activeRuns = new ConditionalRows<ActiveRun>();
  readonly runs = new Map<string, MemoryRunRow>();
  readonly plans = new Map<string, MemoryPlan>();
  /** Creation time by run id. */
  readonly runIndex = new StampedCells<number>();

  run(runId: string): MemoryRunRow {
    const row = this.runs.get(runId) ?? new MemoryRunRow();
    this.runs.set(runId, row);
    return row;
  }

  plan(planId: string): MemoryPlan {
    const plan = this.plans.get(planId) ?? new MemoryPlan();
    this.plans.set(planId, plan);
    return plan;
  }
}
