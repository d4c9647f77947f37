import type { Page, RunStore } from '../ports/runs.js';
import { UnknownRunError } from './run-errors.js';
import { viewFresh, viewRun, type RunView } from './run-view.js';

/** One run, two statements. @throws UnknownRunError */
export async function readRun(runs: RunStore, runId: string): Promise<RunView> {
  const active = (await runs.activeRuns()).find((run) => run.runId === runId);
  const row = await runs.get(runId);
  const view = row && viewRun(row, active);
  if (!view) throw new UnknownRunError(runId);
  return view;
}

/** A page of runs, newest first. */
export async function listRuns(
  runs: RunStore,
  options: { readonly limit: number; readonly cursor?: string },
): Promise<Page<RunView>> {
  const active = new Map((await runs.activeRuns()).map((run) => [run.runId, run]));
  const { items, nextCursor } = await runs.list(options);
  const views = items.map((row) => viewRun(row, active.get(row.creation.runId)) ?? viewFresh(row));
  return { items: views, ...(nextCursor !== undefined && { nextCursor }) };
}
