import type { ActiveRun, RunCreation, RunResult, RunRow, RunSpec, RunStatus } from '../model/repair-run.js';
import type { SegmentOutcome, SegmentRow } from '../model/segment.js';
import type { PlannedSegment } from '@reaper-sidecar/segment-planner';
import type { Stamp } from '../model/stamp.js';
import type { CasResult, UnreadableRows } from './registers.js';

/** Longest page of a listing; a greater or smaller `limit` than 1 to this is a RangeError. */
export const MAX_PAGE = 500;

/** A page of a listing; `cursor` is opaque and safe in a URL. One that was not made here is an InvalidCursorError. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}

/** An entry of the plan log: a plan whose creation began, whether or not a run came of it. */
export type BegunPlan = Pick<RunCreation, 'planId' | 'runId' | 'segmentCount' | 'createdAtMs'>;

/** Runs: creation, the LWT-only `active_run`, registers by the leader, listing. */
export interface RunStore {
  /** Writes plan log, segments and run row, invisible until {@link activate}. */
  createPlan(creation: RunCreation, segments: readonly PlannedSegment[]): Promise<void>;
  /** LWT: makes the run exist. Refused with the row of the unfinished run of the same unit. */
  activate(run: ActiveRun): Promise<CasResult<ActiveRun>>;
  /** Listing row; repeated by the leader when a creator died before it. */
  index(creation: Pick<RunCreation, 'runId' | 'createdAtMs'>): Promise<void>;
  /** All unfinished runs (one small partition), QUORUM, or SERIAL when an outcome is unknown. */
  activeRuns(options?: { readonly serial?: boolean } & UnreadableRows): Promise<readonly ActiveRun[]>;
  /** LWT on run id and spec version; stores `specVersion + 1`. */
  editSpec(run: Pick<ActiveRun, 'unitKey' | 'runId' | 'specVersion'>, spec: RunSpec): Promise<CasResult<ActiveRun>>;
  /** LWT: removes the active row if run id and spec version still match. */
  end(run: Pick<ActiveRun, 'unitKey' | 'runId' | 'specVersion'>): Promise<CasResult<ActiveRun>>;
  get(runId: string): Promise<RunRow | undefined>;
  /** Newest first, at most {@link MAX_PAGE} per page. A page may be short: the end is where there is no cursor. */
  list(options: { readonly limit: number; readonly cursor?: string } & UnreadableRows): Promise<Page<RunRow>>;
  writeStatus(runId: string, status: RunStatus, stamp: Stamp): Promise<void>;
  writeResult(runId: string, result: RunResult, stamp: Stamp): Promise<void>;
  /** Deletes run row, segments and listing row with the leader's stamp, and the entry of the plan log. */
  remove(plan: BegunPlan, stamp: Stamp): Promise<void>;
  /** Plan log of the UTC month in which `atMs` lies, in no order: for the sweeper of orphans. */
  begunPlans(atMs: number): Promise<readonly BegunPlan[]>;
  /** Takes a plan that is in use, or was removed, out of the plan log. */
  forgetPlan(plan: BegunPlan): Promise<void>;
}

/** Segments of a plan. Partitions of at most 5,000 rows. */
export interface SegmentStore {
  /** All rows of a plan, rising `seq`, QUORUM. */
  readPlan(planId: string): Promise<readonly SegmentRow[]>;
  /** Some rows of a plan by sequence number, QUORUM. */
  readSome(planId: string, seqs: readonly number[]): Promise<readonly SegmentRow[]>;
  /** A page for display, rising `seq`. */
  page(planId: string, options: { readonly limit: number; readonly cursor?: string }): Promise<Page<SegmentRow>>;
  /**
   * Adds the children of a segment that must be split, or overwrites children of the same `seq`, all cells with `stamp`.
   * Their numbers follow the highest `seq` of the plan without a gap. They count only once the parent's outcome is
   * SPLIT and names them; {@link readPlan} returns them like any other row.
   */
  addChildren(planId: string, children: readonly PlannedSegment[], stamp: Stamp): Promise<void>;
  /** One cell; the newest stamp wins. */
  writeOutcome(planId: string, seq: number, outcome: SegmentOutcome, stamp: Stamp): Promise<void>;
}
