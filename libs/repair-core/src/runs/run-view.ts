import { RunState, type ActiveRun, type RunCounters, type RunRow, type RunSpec } from '../model/repair-run.js';
import type { RunCreation, RunResult } from '../model/repair-run.js';
import type { Stamp } from '../model/stamp.js';
import type { Reason } from '../reasons/reason.js';

/** A run as people see it: what was asked, what is wanted now, how far it is. */
export interface RunView {
  readonly creation: RunCreation;
  readonly state: RunState;
  /** What is wanted now; of an ended run what was wanted first. */
  readonly spec: RunSpec;
  /** Absent when the run is over. */
  readonly specVersion?: number;
  readonly counters: RunCounters;
  readonly startedAtMs?: number;
  readonly result?: RunResult;
  /** Why parts of it wait, as the leader saw it at `asOfMs`. Empty when the run is over. */
  readonly reasons: readonly Reason[];
  /** When the leader last wrote the counters; absent before the first time. */
  readonly asOfMs?: number;
  /** Epoch of the leader that wrote them. */
  readonly epoch?: Stamp;
}

/**
 * Joins the rows of a run. Read `active` before `row`: a run leaves the active rows only after its result is
 * durable, so a run that is in neither does not exist.
 *
 * @returns undefined when the run was never activated (or is not yet)
 */
export function viewRun(row: RunRow, active: ActiveRun | undefined): RunView | undefined {
  if (row.result && isOver(row.result, active)) return viewEnded(row, row.result);
  return active && viewActive(row, active);
}

/** A result counts for the version of the spec it was written for, and for older ones. */
export function isOver(result: RunResult, active: ActiveRun | undefined): boolean {
  return active === undefined || result.specVersion >= active.specVersion;
}

/** View of a listed run without an active row or result: it was activated after the active rows were read. */
export function viewFresh({ creation }: RunRow): RunView {
  return {
    creation,
    state: RunState.NotStarted,
    spec: creation.initialSpec,
    specVersion: 1,
    counters: noProgress(creation),
    reasons: [],
  };
}

function viewEnded({ creation }: RunRow, result: RunResult): RunView {
  const { state, counters, startedAtMs, endedAtMs } = result;
  return {
    creation,
    state,
    spec: creation.initialSpec,
    counters,
    ...(startedAtMs !== undefined && { startedAtMs }),
    result,
    reasons: [],
    asOfMs: endedAtMs,
  };
}

function viewActive({ creation, status }: RunRow, { spec, specVersion }: ActiveRun): RunView {
  const startedAtMs = status?.startedAtMs;
  return {
    creation,
    state: activeState(spec, startedAtMs !== undefined),
    spec,
    specVersion,
    counters: status?.counters ?? noProgress(creation),
    ...(startedAtMs !== undefined && { startedAtMs }),
    reasons: status?.reasons ?? [],
    ...(status && { asOfMs: status.asOfMs }),
    ...(status?.epoch !== undefined && { epoch: status.epoch }),
  };
}

/** From the wish and not from the leader's cache, so that a read after an edit sees the edit. */
function activeState({ desired }: RunSpec, started: boolean): RunState {
  if (desired === 'aborted') return RunState.Aborting;
  if (desired === 'paused') return RunState.Paused;
  return started ? RunState.Running : RunState.NotStarted;
}

function noProgress({ segmentCount }: RunCreation): RunCounters {
  return { total: segmentCount, done: 0, skipped: 0, failed: 0, running: 0, repairMs: 0 };
}
