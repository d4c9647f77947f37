import type { ActiveRun } from '../model/repair-run.js';
import { endRun } from './finish.js';
import type { Reign } from './reign.js';
import { RunBook } from './run-book.js';

/** Follows the partition of active runs: new ones, edited ones, those that are gone. */
export async function followRuns(reign: Reign, active: readonly ActiveRun[]): Promise<void> {
  const ids = new Set(active.map(({ runId }) => runId));
  for (const runId of reign.runs.keys()) if (!ids.has(runId)) reign.runs.delete(runId);
  await Promise.all(active.map((run) => follow(reign, run)));
}

async function follow(reign: Reign, active: ActiveRun): Promise<void> {
  const known = reign.runs.get(active.runId);
  if (!known) return load(reign, active);
  if (active.specVersion > known.active.specVersion) known.active = active;
}

/** Rows answered by a result are over, whoever inserted them; one without a run row was never completely created. */
async function load(reign: Reign, active: ActiveRun): Promise<void> {
  const { deps, timings, tenure } = reign;
  try {
    const row = await deps.runs.get(active.runId);
    if (!row || (row.result && row.result.specVersion >= active.specVersion)) {
      deps.runtime.log.info('Removing an active row that is over', { runId: active.runId, created: row !== undefined });
      await endRun(reign, active);
      return;
    }
    const run = new RunBook(active, row.creation, timings);
    run.startedAtMs = row.status?.startedAtMs;
    tenure.requireActing();
    const [segments] = await Promise.all([deps.segments.readPlan(active.planId), deps.runs.index(row.creation)]);
    run.applyRows(segments, reign.now());
    reign.runs.set(active.runId, run);
  } catch (error) {
    deps.runtime.log.warn('Run not read, trying again', { runId: active.runId, error });
  }
}

/** Segments read one by one up to this number, more with the whole plan. */
const MAX_SINGLE_ROWS = 200;

/** Reads the rows of segments of which something ended unseen. */
export async function rereadStale(reign: Reign): Promise<void> {
  await Promise.all(
    [...reign.runs.values()].map(async (run) => {
      const stale = run.stale();
      if (stale.length === 0) return;
      const { planId } = run.creation;
      const { segments } = reign.deps;
      const rows = await (stale.length > MAX_SINGLE_ROWS
        ? segments.readPlan(planId)
        : segments.readSome(planId, stale));
      run.applyRows(rows, reign.now());
    }),
  );
}
