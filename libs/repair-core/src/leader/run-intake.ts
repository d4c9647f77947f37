import type { ActiveRun } from '../model/repair-run.js';
import type { RunStatus } from '../model/repair-run.js';
import type { SegmentRow } from '../model/segment.js';
import { endRun } from './finish.js';
import type { Reign } from './reign.js';
import { RunBook } from './run-book.js';
import { stateOf } from './status.js';

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
    const run = new RunBook(active, row.creation, timings, () => deps.runtime.entropy.random());
    run.startedAtMs = row.status?.startedAtMs;
    tenure.requireActing();
    const segments = await readPlan(reign, run, row.status);
    await deps.runs.index(row.creation);
    run.applyRows(segments, reign.now(), true);
    reign.runs.set(active.runId, run);
  } catch (error) {
    deps.runtime.log.warn('Run not read, trying again', { runId: active.runId, error });
  }
}

/** While the plan cannot be read, the run says so: nothing else could be told of it. */
async function readPlan(reign: Reign, run: RunBook, before: RunStatus | undefined): Promise<readonly SegmentRow[]> {
  const { deps, tenure } = reign;
  try {
    return await deps.segments.readPlan(run.creation.planId);
  } catch (error) {
    const evidence = `its segments cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    const asOfMs = reign.wallMs();
    const status: RunStatus = {
      state: stateOf(run),
      counters: before?.counters ?? { ...run.counters(new Set()), total: run.creation.segmentCount },
      ...(run.startedAtMs !== undefined && { startedAtMs: run.startedAtMs }),
      reasons: [{ code: 'STORAGE_UNREACHABLE', replicas: [], evidence, sinceMs: asOfMs }],
      ...{ asOfMs, epoch: tenure.epoch },
    };
    tenure.requireActing();
    await deps.runs.writeStatus(run.runId, status, tenure.nextStamp()).catch(() => undefined);
    throw error;
  }
}

/** Segments read one by one up to this number, more with the whole plan. */
const MAX_SINGLE_ROWS = 200;

/** Reads the rows of segments of which something ended unseen. One run that cannot be read does not stop the others. */
export async function rereadStale(reign: Reign): Promise<void> {
  await Promise.all([...reign.runs.values()].map((run) => reread(reign, run)));
}

async function reread(reign: Reign, run: RunBook): Promise<void> {
  const stale = run.stale();
  if (stale.length === 0 && !run.lacksChildren) return void (run.unreadSince = undefined);
  const readsAll = run.lacksChildren || stale.length > MAX_SINGLE_ROWS;
  const { planId } = run.creation;
  const { segments, runtime } = reign.deps;
  try {
    const rows = await (readsAll ? segments.readPlan(planId) : segments.readSome(planId, stale));
    run.applyRows(rows, reign.now(), readsAll);
    run.unreadSince = undefined;
  } catch (error) {
    run.unreadSince ??= reign.now();
    runtime.log.warn('Segments not read, trying again', { runId: run.runId, error });
  }
}
