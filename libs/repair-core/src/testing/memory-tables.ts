import { assignmentBody, nodeStateBody } from '../bodies/register-bodies.js';
import { runCreationBody, runResultBody, runStatusBody } from '../bodies/run-bodies.js';
import { plannedSegmentBody, segmentOutcomeBody } from '../bodies/segment-bodies.js';
import { decisionBody } from '../decisions/decision.js';
import type { Lease } from '../model/lease.js';
import type { ActiveRun } from '../model/repair-run.js';
import type { IdempotencyRecord } from '../ports/idempotency.js';
import type { BegunPlan } from '../ports/runs.js';
import { ConditionalRows } from './conditional-rows.js';
import { StampedCell, StampedCells, type Replicas } from './stamped-cell.js';

/** A row of `repair_run` with its three cells. */
export class MemoryRunRow {
  readonly creation;
  readonly status;
  readonly result;

  constructor(replicas: Replicas) {
    this.creation = new StampedCell(runCreationBody, replicas);
    this.status = new StampedCell(runStatusBody, replicas);
    this.result = new StampedCell(runResultBody, replicas);
  }
}

/** A plan: planned segments and outcomes by sequence number. */
export class MemoryPlan {
  readonly segments;
  readonly outcomes;

  constructor(replicas: Replicas) {
    this.segments = new StampedCells(plannedSegmentBody, replicas);
    this.outcomes = new StampedCells(segmentOutcomeBody, replicas);
  }
}

/** What the sidecars of one cluster share. */
export class MemoryTables {
  /** Replace `meet` to have values that one replica has show up now and then. */
  readonly replicas: Replicas = { reach: 'all', meet: () => 'unseen' };
  readonly lease = new ConditionalRows<Lease>();
  readonly assignments = new StampedCells(assignmentBody, this.replicas);
  readonly nodeStates = new StampedCells(nodeStateBody, this.replicas);
  readonly activeRuns = new ConditionalRows<ActiveRun>();
  readonly runs = new Map<string, MemoryRunRow>();
  readonly plans = new Map<string, MemoryPlan>();
  /** Creation time by run id. */
  readonly runIndex = new StampedCells<number>({ encode: String, decode: Number });
  /** Plans begun, by plan id. */
  readonly planLog = new StampedCells<BegunPlan>({ encode: JSON.stringify, decode: JSON.parse });
  readonly idempotency = new ConditionalRows<IdempotencyRecord>();
  /** Rows of `table_repair_age` by keyspace, then by table and range: start of the repair, ms. */
  readonly repairAges = new Map<string, StampedCells<number>>();
  readonly decisions = new StampedCells(decisionBody);
  readonly leaderNotes = new StampedCells<string>({ encode: String, decode: String });
  clusterKey: Uint8Array | undefined;

  run(runId: string): MemoryRunRow {
    const row = this.runs.get(runId) ?? new MemoryRunRow(this.replicas);
    this.runs.set(runId, row);
    return row;
  }

  plan(planId: string): MemoryPlan {
    const plan = this.plans.get(planId) ?? new MemoryPlan(this.replicas);
    this.plans.set(planId, plan);
    return plan;
  }

  ages(keyspace: string): StampedCells<number> {
    const rows = this.repairAges.get(keyspace) ?? new StampedCells<number>({ encode: String, decode: Number });
    this.repairAges.set(keyspace, rows);
    return rows;
  }
}
