import type { Page, RunStore } from '../ports/runs.js';
import { findActive } from './find-active.js';
import { UnknownRunError } from './run-errors.js';
import { viewFresh, viewRun, type RunView } from './run-view.js';

/** One run, two statements. @throws UnknownRunError */
export async function readRun(runs: RunStore, runId: string): Promise<RunView> {
  const { active, unreadable } = await findActive(runs, (run) => run.runId === runId);
  const row = await runs.get(runId);
  const view = row && viewRun(row, active);
  if (!view) throw (row && unreadable) ?? new UnknownRunError(runId);
  return view;
}

/** A page of runs, newest first. Runs of a newer version that this build cannot read are left out. */
export async function listRuns(
  runs: RunStore,
  options: { readonly limit: number; readonly cursor?: string },
): Promise<Page<RunView>> {
  const onUnreadable = () => undefined;
  const active = new Map((await runs.activeRuns({ onUnreadable })).map((run) => [run.runId, run]));
  const { items, nextCursor } = await runs.list({ ...options, onUnreadable });
  const views = items.map((row) => viewRun(row, active.get(row.creation.runId)) ?? viewFresh(row));
  return { items: views, ...(nextCursor !== undefined && { nextCursor }) };
}
