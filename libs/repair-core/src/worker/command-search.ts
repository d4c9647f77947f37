import type { CurrentCommand } from '../model/node-state.js';
import { FailureCode } from '../model/segment.js';
import type { RecordedCommand } from '../ports/repair-node.js';
import type { Ending } from './command-verdict.js';

/** The start of a command is recorded at most this much earlier than our intent, by clocks of the same machine. */
const CLOCK_SLACK_MS = 1_000;

/** What can be seen of a command whose number is not known. */
export interface Trace {
  /** Our command in the node's own record. */
  readonly match?: RecordedCommand | undefined;
  /** Commands above the last known number that the node calls running. */
  readonly running: readonly number[];
  /** Parent sessions on the node; undefined where the version does not tell. */
  readonly sessions?: number | undefined;
  /** Time since this process began to look for it. */
  readonly searchedMs: number;
  /** Time since the intent. */
  readonly sinceIntentMs: number;
}

export interface SearchLimits {
  readonly searchMs: number;
  readonly orphanHoldMs: number;
}

export type SearchStep =
  | { readonly kind: 'found'; readonly recorded: RecordedCommand }
  | { readonly kind: 'ended'; readonly ending: Ending }
  | { readonly kind: 'wait'; readonly detail: string };

/**
 * Only the node's record ties a command to our segment: keyspace, tables, ranges and time must agree. A mere number may
 * belong to a repair that somebody else started meanwhile, and its success must not be credited to us.
 */
export function isOurs(current: CurrentCommand, recorded: RecordedCommand): boolean {
  const { item, commandBefore, sessionId, sinceMs } = current;
  if (sessionId !== undefined) return recorded.sessionId === sessionId;
  return (
    recorded.keyspace === item.keyspace &&
    sameSet(recorded.tables, item.tables) &&
    (item.ranges.length === 0 || sameSet(recorded.ranges ?? [], item.ranges)) &&
    (recorded.commandNumber ?? Infinity) > commandBefore &&
    (recorded.startedAtMs ?? -Infinity) >= sinceMs - CLOCK_SLACK_MS
  );
}

/** The next step of a search. A command that may still run holds its participants, whoever started it. */
export function searchStep(trace: Trace, timeoutMs: number, limits: SearchLimits): SearchStep {
  const { match, running, sessions, searchedMs, sinceIntentMs } = trace;
  if (match) return { kind: 'found', recorded: match };
  if (running.length > 0) {
    return { kind: 'wait', detail: `Repair command #${running.join(', #')} runs; it may be the one being looked for` };
  }
  if (searchedMs < limits.searchMs) return { kind: 'wait', detail: 'The start of a command left no trace yet' };
  if (sessions === 0) {
    return ended(
      FailureCode.UnknownOutcome,
      'No trace of the command on the node: it never began, or nobody saw its end',
    );
  }
  const patienceMs = timeoutMs + (sessions === undefined ? 0 : Math.max(timeoutMs, limits.orphanHoldMs));
  if (sinceIntentMs >= patienceMs) {
    return ended(FailureCode.ReleasedWithoutProof, 'No trace of the command, and its time is over');
  }
  const why = sessions === undefined ? 'this version counts no sessions' : `${sessions} session(s) on the node`;
  return { kind: 'wait', detail: `No trace of the command, but ${why}` };
}

function ended(code: FailureCode, message: string): SearchStep {
  return { kind: 'ended', ending: { kind: 'failed', code, message } };
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  const set = new Set(some);
  return set.size === new Set(others).size && others.every((one) => set.has(one));
}
