import { DEFAULT_LEASE_TIMINGS } from '../lease/lease-timings.js';
import { RunState } from '../model/repair-run.js';
import type { Stamp } from '../model/stamp.js';
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
  /** One per waiting replica set, or one for the whole run; worst class first. */
  readonly reasons: readonly ExplainedReason[];
}

/** Who leads, as the asked sidecar sees it. */
export interface ActingLeader {
  readonly epoch: Stamp;
  /** Host id. */
  readonly holder: string;
  /** When it acquired the lease, epoch ms by its clock. */
  readonly sinceMs: number;
  /** For how long the asked sidecar has seen no renewal, ms. */
  readonly silentForMs: number;
  /** Whether the asked sidecar has seen it acquire or renew the lease. One that has just started knows the lease by its row only. */
  readonly wasSeenActing: boolean;
}

/** What the asked sidecar knows beyond the run's own rows. */
export interface ExplainContext {
  /** Undefined while nobody renews the lease. */
  readonly leader: ActingLeader | undefined;
  /** Commands of the run that the sidecars report; undefined when that could not be read. */
  readonly running: number | undefined;
  readonly nowMs: number;
  /** Why the rows of the run could not be read now: they are remembered from before. */
  readonly unreadable?: string | undefined;
}

/** A leader that lives tells the reasons of what waits anew within this time. */
const TOLD_WITHIN_MS = 20_000;

/** A leader whose renewal is late by so much may be gone: what it said last is not current. */
const LATE_MS = 3_000;

const CLASS_ORDER: readonly ReasonClass[] = ['blocked', 'attention', 'normal'];

/** Why a run is not moving, or what became of it. Reasons that a later fact contradicts are left out. */
export function explainRun(view: RunView, context: ExplainContext): RunExplanation {
  if (view.result) return { summary: endedSummary(view), reasons: [] };
  const reasons = currentReasons(view, context).map(explain).sort(byClass);
  return { summary: activeSummary(view, reasons), reasons };
}

/** The reasons of the leader's last look, or what took their place since. */
function currentReasons(view: RunView, context: ExplainContext): readonly Reason[] {
  const instead = unreadableReason(view, context) ?? wishReason(view, context) ?? leaderReason(view, context);
  return instead ? [instead] : view.reasons;
}

function unreadableReason(view: RunView, { unreadable, nowMs }: ExplainContext): Reason | undefined {
  return unreadable === undefined ? undefined : wholeRun('STORAGE_UNREACHABLE', unreadable, view.asOfMs ?? nowMs);
}

/** A wish that the leader has not heard of yet counts all the same; an abort needs the leader. */
function wishReason(view: RunView, { leader, nowMs }: ExplainContext): Reason | undefined {
  const [told] = view.reasons;
  const sinceMs = view.asOfMs ?? nowMs;
  if (view.state === RunState.Paused)
    return told?.code === 'RUN_PAUSED' ? told : wholeRun('RUN_PAUSED', 'Somebody paused it', sinceMs);
  if (view.state !== RunState.Aborting || !leader) return undefined;
  const evidence = `${view.counters.running} segments are still running`;
  return told?.code === 'RUN_ABORTING' ? told : wholeRun('RUN_ABORTING', evidence, sinceMs);
}

/** What stands between the run and the leader's next look at it. */
function leaderReason(view: RunView, { leader, running, nowMs }: ExplainContext): Reason | undefined {
  const sinceMs = view.asOfMs ?? view.creation.createdAtMs;
  if (!leader) return wholeRun('NO_LEADER', 'Nobody renews the lease of the leader', sinceMs);
  const lead = `Host ${leader.holder} leads since ${new Date(leader.sinceMs).toISOString()}`;
  const { silentForMs } = leader;
  if (silentForMs > DEFAULT_LEASE_TIMINGS.renewEveryMs + LATE_MS) {
    const evidence = `${lead}; it has not renewed its lease for ${Math.round(silentForMs / 1000)} s, after 30 s another one takes over`;
    return wholeRun('LEADER_LOOKS_SOON', evidence, nowMs - silentForMs);
  }
  if (view.epoch !== undefined && view.epoch < leader.epoch)
    return wholeRun('LEADER_TAKING_OVER', `${lead} and has not looked at the run yet`, Math.min(leader.sinceMs, nowMs));
  // Clocks of two machines are compared here, but only until the next renewal is seen or missed.
  const toldBeforeMs = nowMs - (view.asOfMs ?? nowMs);
  if (!leader.wasSeenActing && toldBeforeMs > TOLD_WITHIN_MS) {
    const evidence = `Host ${leader.holder} has the lease; it was not seen to renew it yet, and what it said last is ${Math.round(toldBeforeMs / 1000)} s old`;
    return wholeRun('LEADER_LOOKS_SOON', evidence, sinceMs);
  }
  const unseen = unseenBecause(view, running);
  return unseen === undefined ? undefined : wholeRun('LEADER_LOOKS_SOON', `${lead}; ${unseen}`, sinceMs);
}

/** Why the last look says nothing of the present. Undefined when it does, or when the run moves. */
function unseenBecause(view: RunView, running: number | undefined): string | undefined {
  if (view.asOfMs === undefined) return 'it has not looked at the run yet';
  const { reasons, counters } = view;
  if (reasons.some(({ code }) => code === 'RUN_PAUSED')) return 'the run was resumed since its last look';
  if (running !== 0) return undefined;
  if (counters.running > 0) return 'what ran at its last look has ended since';
  return reasons.length === 0 ? 'at its last look nothing held the run' : undefined;
}

function wholeRun(code: Reason['code'], evidence: string, sinceMs: number): Reason {
  return { code, replicas: [], evidence, sinceMs };
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
  return worst ? `${worst.title}: ${worst.evidence}. ${progress}` : `The run is moving: ${progress}`;
}
