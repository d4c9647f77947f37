import { UnknownOutcomeError } from '../errors/domain-error.js';
import { SteppedDownError } from '../lease/tenure.js';
import type { ActiveRun, FinalRunState, RunResult, SegmentFailure } from '../model/repair-run.js';
import type { Reign } from './reign.js';
import type { RunBook } from './run-book.js';
import type { SegmentBook } from './segment-book.js';

/** Longest text of one failure in a result. */
const MAX_MESSAGE = 200;

/** Most failed segments named in a result. */
const MAX_FAILED_NAMED = 100;

/**
 * Ends every run that is over: nothing of it held, and it is aborted, impossible, or all segments are terminal in the
 * wanted rounds, which is read once more from the rows. The result names the version of the spec it answers; if the
 * spec was edited meanwhile the row is not removed and the run goes on.
 */
export async function finishRuns(reign: Reign): Promise<void> {
  const given = reign.givenByRun();
  const over = [...reign.runs.values()].filter((run) => !given.has(run.runId) && seemsOver(run));
  await Promise.all(over.map((run) => finish(reign, run)));
}

function seemsOver(run: RunBook): boolean {
  return run.spec.desired === 'aborted' || run.fatal !== undefined || isTerminal(run);
}

function isTerminal(run: RunBook): boolean {
  if (run.hasStale || run.lacksChildren) return false;
  return run.leaves().every((one) => one.phase(run.spec) !== 'pending');
}

async function finish(reign: Reign, run: RunBook): Promise<void> {
  const { deps, tenure } = reign;
  try {
    const rows = await deps.segments.readPlan(run.creation.planId);
    run.applyRows(rows, reign.now(), true);
    if (!seemsOver(run)) return;
    await reign.crediting.atEnd(run, rows);
    const result = resultOf(reign, run);
    const stamp = tenure.nextStamp();
    tenure.requireActing();
    await deps.runs.writeResult(run.runId, result, stamp);
    run.endProblem = undefined;
    if (await endRun(reign, run.active)) ended(reign, run, result.state);
  } catch (error) {
    if (error instanceof SteppedDownError) return;
    run.endProblem = error instanceof Error ? error.message : String(error);
    deps.runtime.log.warn('Run not ended, trying again', { runId: run.runId, error });
  }
}

function ended(reign: Reign, run: RunBook, state: FinalRunState): void {
  const { log } = reign.deps.runtime;
  reign.runs.delete(run.runId);
  log.info('Run ended', { runId: run.runId, state });
  reign.deps.observer.runChanged?.(run.runId, state);
  reign.deps.observer.runEnded?.(run.runId, state);
}

function resultOf(reign: Reign, run: RunBook): RunResult {
  const leaves = run.leaves();
  const failed = leaves.filter((one) => one.phase(run.spec) === 'failed');
  const message = messageOf(run, failed);
  return {
    state: finalState(run, failed.length),
    specVersion: run.active.specVersion,
    counters: run.counters(new Set()),
    ...(run.startedAtMs !== undefined && { startedAtMs: run.startedAtMs }),
    endedAtMs: reign.wallMs(),
    ...(message !== undefined && { message }),
    failedSegments: failed.slice(0, MAX_FAILED_NAMED).map(({ seq }) => seq),
    failures: failed.slice(0, MAX_FAILED_NAMED).flatMap(failureOf),
  };
}

function failureOf({ seq, outcome }: SegmentBook): readonly SegmentFailure[] {
  if (!outcome?.failure) return [];
  const { code, message } = outcome.failure;
  return [{ seq, attempt: outcome.attempt, code, message: message.slice(0, MAX_MESSAGE) }];
}

function finalState(run: RunBook, failed: number): FinalRunState {
  if (run.spec.desired === 'aborted') return 'ABORTED';
  return run.fatal !== undefined || failed > 0 ? 'FAILED' : 'DONE';
}

function messageOf(run: RunBook, failed: readonly SegmentBook[]): string | undefined {
  if (run.fatal !== undefined) return run.fatal;
  if (failed.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const { outcome } of failed) {
    const code = outcome?.failure?.code ?? 'UNKNOWN_OUTCOME';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const codes = [...counts].sort(([, a], [, b]) => b - a).map(([code, times]) => `${code} ${times}`);
  const seqs = failed.length === 1 ? '1 segment' : `${failed.length} segments`;
  return `${seqs} failed (${codes.join(', ')}); look at the failures, then replay these segments or repair again`;
}

/**
 * Removes the active row if it still has this version. Tells whether it is gone; otherwise its newer version is known
 * from the next read on.
 */
export async function endRun({ deps, tenure }: Reign, active: ActiveRun): Promise<boolean> {
  tenure.requireActing();
  try {
    const answer = await deps.runs.end(active);
    return answer.applied || answer.current?.runId !== active.runId;
  } catch (error) {
    if (!(error instanceof UnknownOutcomeError)) throw error;
    const rows = await deps.runs.activeRuns({ serial: true });
    return !rows.some(({ runId }) => runId === active.runId);
  }
}
