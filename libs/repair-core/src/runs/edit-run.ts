import { UnknownOutcomeError } from '../errors/domain-error.js';
import type { ActiveRun, RunSpec } from '../model/repair-run.js';
import type { RunStore } from '../ports/runs.js';
import { findActive } from './find-active.js';
import {
  EditConflictError,
  RunAbortingError,
  RunFinishedError,
  UnknownRunError,
  VersionMismatchError,
} from './run-errors.js';
import { isOver } from './run-view.js';

/** A wish; undefined when the spec fulfils it already. Must be idempotent: it is applied again after a conflict. */
export type SpecEdit = (spec: RunSpec) => RunSpec | undefined;

/** Tries of one edit before it gives up with a conflict. */
const EDIT_ATTEMPTS = 8;

export const pauseEdit: SpecEdit = (spec) => (spec.desired === 'paused' ? undefined : { ...spec, desired: 'paused' });
export const resumeEdit: SpecEdit = (spec) =>
  spec.desired === 'running' ? undefined : { ...spec, desired: 'running' };
export const abortEdit: SpecEdit = (spec) => (spec.desired === 'aborted' ? undefined : { ...spec, desired: 'aborted' });
export const intensityEdit =
  (intensity: number): SpecEdit =>
  (spec) =>
    spec.intensity === intensity ? undefined : { ...spec, intensity };

/** Wants one segment repaired once more, after this moment: whatever was begun before does not count. */
export function replayEdit(seq: number): SpecEdit {
  let wanted: number | undefined;
  return (spec) => {
    const round = spec.rounds[seq] ?? 0;
    wanted ??= round + 1;
    return round >= wanted ? undefined : { ...spec, rounds: { ...spec.rounds, [seq]: wanted } };
  };
}

/**
 * Changes what is wanted of an unfinished run by conditional write on its version. When it resolves, every later
 * quorum read sees the wish fulfilled. A refused or doubtful write is judged by a fresh read, serial after a doubt.
 *
 * @param expectedVersion version of the spec that the wish is based on; left out: any
 * @returns the run as it is after the edit
 * @throws UnknownRunError, RunFinishedError, RunAbortingError, EditConflictError, VersionMismatchError
 */
export async function editRun(
  runs: RunStore,
  runId: string,
  edit: SpecEdit,
  expectedVersion?: number,
): Promise<ActiveRun> {
  let serial = false;
  for (let attempt = 1; attempt <= EDIT_ATTEMPTS; attempt++) {
    const active = await requireActive(runs, runId, serial);
    const spec = edit(active.spec);
    // After a lost answer the newer version may be our own.
    const matches = expectedVersion === undefined || active.specVersion === expectedVersion;
    if (!matches && (spec || !serial)) throw new VersionMismatchError(runId, active.specVersion);
    if (!spec) return active;
    if (active.spec.desired === 'aborted') throw new RunAbortingError(runId);
    const outcome = await tryEdit(runs, active, spec);
    if (outcome === 'applied') return { ...active, spec, specVersion: active.specVersion + 1 };
    serial = outcome === 'unknown';
  }
  throw new EditConflictError(runId, EDIT_ATTEMPTS);
}

async function tryEdit(runs: RunStore, active: ActiveRun, spec: RunSpec): Promise<'applied' | 'refused' | 'unknown'> {
  try {
    return (await runs.editSpec(active, spec)).applied ? 'applied' : 'refused';
  } catch (error) {
    if (error instanceof UnknownOutcomeError) return 'unknown';
    throw error;
  }
}

async function requireActive(runs: RunStore, runId: string, serial: boolean): Promise<ActiveRun> {
  const { active, unreadable } = await findActive(runs, (run) => run.runId === runId, { serial });
  const row = await runs.get(runId);
  if (row?.result && isOver(row.result, active)) throw new RunFinishedError(runId, row.result.state);
  if (!active) throw (row && unreadable) ?? new UnknownRunError(runId);
  return active;
}
