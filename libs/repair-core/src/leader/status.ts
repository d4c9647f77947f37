import { RunState, type RunCounters, type RunStatus } from '../model/repair-run.js';
import { REASONS, type Reason, type ReasonClass } from '../reasons/reason.js';
import type { Reign } from './reign.js';
import type { RunBook } from './run-book.js';

/** Most reasons stored with a run: a cluster with many tokens has thousands of replica sets. Worst first. */
const MAX_REASONS = 100;
/** Reasons are written this often although they did not change: who reads them must see that they are current. */
const REASONS_EVERY_MS = 10_000;
type Written = NonNullable<RunBook['written']>;
const CLASS_ORDER: readonly ReasonClass[] = ['blocked', 'attention', 'normal'];

/** Writes the display register of every run that changed: a changed state at once, counters and reasons now and then. */
export async function writeStatuses(reign: Reign): Promise<void> {
  const running = reign.runningByRun();
  await Promise.all(
    [...reign.runs.values()].map((run) => writeStatus(reign, run, running.get(run.runId) ?? new Set())),
  );
}

async function writeStatus(reign: Reign, run: RunBook, running: ReadonlySet<number>): Promise<void> {
  const { deps, tenure, timings } = reign;
  const before = run.written;
  const hasNewState = before?.status.state !== stateOf(run);
  // Not compared in every look: counting what became of all segments takes long.
  run.statusDue = before !== undefined && !hasNewState && reign.now() - before.at < timings.statusMs;
  if (run.statusDue) return;
  const status = statusOf(run, run.counters(running), reign);
  if (before && isSame(before.status, status) && !isOutdated(reign, before)) return;
  if (hasNewState) deps.observer.runChanged?.(run.runId, status.state);
  if (!sameReasons(before?.status.reasons ?? [], status.reasons)) deps.observer.waiting?.(run.runId, run.reasons);
  run.written = { status, at: reign.now() };
  const stamp = tenure.nextStamp();
  tenure.requireActing();
  try {
    await deps.runs.writeStatus(run.runId, status, stamp);
  } catch (error) {
    deps.runtime.log.debug('Status not written', { runId: run.runId, error });
    run.written = before;
  }
}

export function stateOf(run: RunBook): RunStatus['state'] {
  if (run.spec.desired === 'aborted') return RunState.Aborting;
  if (run.spec.desired === 'paused') return RunState.Paused;
  return run.startedAtMs === undefined ? RunState.NotStarted : RunState.Running;
}

function statusOf(run: RunBook, counters: RunCounters, reign: Reign): RunStatus {
  return {
    state: stateOf(run),
    counters,
    ...(run.startedAtMs !== undefined && { startedAtMs: run.startedAtMs }),
    reasons: worstOf(run.reasons),
    asOfMs: reign.wallMs(),
    epoch: reign.tenure.epoch,
  };
}

/** Those that are stored: the worst first, and of equal ones the oldest. */
function worstOf(reasons: readonly Reason[]): readonly Reason[] {
  const found: Reason[] = [];
  for (const wanted of CLASS_ORDER) {
    if (found.length >= MAX_REASONS) break;
    const ofClass = reasons.filter(({ code }) => REASONS[code].class === wanted);
    found.push(...ofClass.sort((a, b) => a.sinceMs - b.sinceMs).slice(0, MAX_REASONS - found.length));
  }
  return found;
}

function isSame(a: RunStatus, b: RunStatus): boolean {
  return (
    a.state === b.state &&
    JSON.stringify(a.counters) === JSON.stringify(b.counters) &&
    sameReasons(a.reasons, b.reasons)
  );
}

/** Something waits for the same, and it was said a while ago. */
function isOutdated(reign: Reign, { status, at }: Written): boolean {
  return status.reasons.length > 0 && reign.now() - at >= REASONS_EVERY_MS;
}

/** Figures inside the evidence change all the time; what waits and why counts. */
function sameReasons(a: readonly Reason[], b: readonly Reason[]): boolean {
  const key = (reasons: readonly Reason[]) =>
    reasons.map(({ code, replicas }) => `${code} ${replicas.join()}`).join(';');
  return key(a) === key(b);
}
