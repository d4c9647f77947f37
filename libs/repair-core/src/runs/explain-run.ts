import { RunState } from '../model/repair-run.js';
import { REASONS, type Reason, type ReasonClass } from '../reasons/reason.js';
import type { RunView } from './run-view.js';

/** A reason with its words. */
export interface ExplainedReason extends Reason {
  readonly class: ReasonClass;
  readonly title: string;
  readonly remedy: string;
}

export interface RunExplanation {
  /** One sentence for people. */
  readonly summary: string;
  /** Worst class first. */
  readonly reasons: readonly ExplainedReason[];
}

/** What the asked sidecar knows beyond the run's own rows. */
export interface ExplainContext {
  /** Whether somebody renews the lease. */
  readonly hasLeader: boolean;
  readonly nowMs: number;
}

const CLASS_ORDER: readonly ReasonClass[] = ['blocked', 'attention', 'normal'];

/** Why a run is not moving, or what became of it. Never empty words: an unknown cause is called a fault. */
export function explainRun(view: RunView, context: ExplainContext): RunExplanation {
  if (view.result) return { summary: endedSummary(view), reasons: [] };
  const reasons = [...wishReasons(view, context), ...view.reasons].map(explain).sort(byClass);
  return { summary: activeSummary(view, reasons), reasons };
}

/** Reasons that follow from the wish and the lease, and not from the leader's last look. */
function wishReasons(view: RunView, { hasLeader, nowMs }: ExplainContext): Reason[] {
  const reason = (code: Reason['code'], evidence: string): Reason => ({
    code,
    replicas: [],
    evidence,
    sinceMs: view.asOfMs ?? nowMs,
  });
  const found: Reason[] = [];
  const known = (code: Reason['code']) => view.reasons.some((one) => one.code === code);
  if (!hasLeader) found.push(reason('NO_LEADER', 'Nobody renews the lease of the leader'));
  if (view.state === RunState.Paused && !known('RUN_PAUSED')) found.push(reason('RUN_PAUSED', 'Somebody paused it'));
  if (view.state === RunState.Aborting && !known('RUN_ABORTING')) {
    found.push(reason('RUN_ABORTING', `${view.counters.running} segments are still running`));
  }
  return found;
}

function explain(reason: Reason): ExplainedReason {
  return { ...reason, ...REASONS[reason.code] };
}

function byClass(a: ExplainedReason, b: ExplainedReason): number {
  return CLASS_ORDER.indexOf(a.class) - CLASS_ORDER.indexOf(b.class) || a.sinceMs - b.sinceMs;
}

function endedSummary({ state, result, counters }: RunView): string {
  const { total, done, skipped, failed } = counters;
  const message = result?.message === undefined ? '' : `: ${result.message}`;
  return `The run is ${state}${message}. Of ${total} segments ${done} are repaired, ${skipped} had nothing to repair, ${failed} failed.`;
}

function activeSummary({ counters }: RunView, reasons: readonly ExplainedReason[]): string {
  const { total, done, skipped, running } = counters;
  const progress = `${done + skipped} of ${total} segments are over, ${running} are running.`;
  const [worst] = reasons;
  if (worst) return `${worst.title}: ${worst.evidence}. ${progress}`;
  if (running > 0) return `The run is moving: ${progress}`;
  return `Nothing is known to hold the run; the leader looks at it within 20 s. ${progress}`;
}
