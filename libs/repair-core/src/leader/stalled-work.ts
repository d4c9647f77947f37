import { reasonKey } from '../admission/admission-input.js';
import type { AssignmentItem } from '../model/assignment.js';
import { REASONS, type Reason, type ReasonCode } from '../reasons/reason.js';
import type { AllWork } from './admission-view.js';
import { orphanDeadline } from './doubt.js';
import { doubtOf } from './doubts.js';
import type { HostBook } from './host-book.js';
import { setKeyOf } from './placement.js';
import type { Reign } from './reign.js';
import type { RunBook } from './run-book.js';
import type { RunWork } from './work.js';

interface Stall {
  readonly replicas: readonly string[];
  readonly code: ReasonCode;
  readonly evidence: string;
  readonly forMs?: number;
}

/**
 * Adds the reasons of work that admission does not see: lists that nobody works on, commands in doubt, segments whose
 * rows cannot be read or that are being split, and runs whose end cannot be written. Together with those of admission
 * every replica set that waits has exactly one.
 *
 * @param before reasons of the tick before, whose times are kept
 */
export function tellStalled(reign: Reign, work: AllWork, before: ReadonlyMap<string, Reason>): void {
  const added: (readonly [string, Reason])[] = [];
  for (const run of reign.runs.values()) {
    const reasons = stallsOf(reign, run, work).map((stall) => toReason(reign, run, stall, before));
    if (reasons.length === 0) continue;
    run.reasons = [...run.reasons, ...reasons];
    for (const reason of reasons) added.push([reasonKey(run.runId, reason.replicas), reason]);
  }
  if (added.length > 0) reign.reasons = new Map([...reign.reasons, ...added]);
}

function stallsOf(reign: Reign, run: RunBook, work: AllWork): readonly Stall[] {
  if (run.reasons.some(({ replicas }) => replicas.length === 0)) return [];
  const all = [...candidates(reign, run, work)];
  if (all.length === 0) return run.reasons.length === 0 ? unended(run) : [];
  const known = new Set(run.reasons.map(({ replicas }) => setKeyOf(replicas)));
  const found: Stall[] = [];
  for (const stall of all) {
    const key = setKeyOf(stall.replicas);
    if (!known.has(key)) found.push(stall);
    known.add(key);
  }
  return found;
}

function* candidates(reign: Reign, run: RunBook, work: AllWork): Iterable<Stall> {
  const moving = new Set([...reign.hosts.values()].flatMap((host) => movingSet(reign, run, host)));
  const isMoving = ({ replicas }: Stall) => moving.has(setKeyOf(replicas));
  for (const host of reign.hosts.values()) {
    const item = host.tasks().find(({ runId }) => runId === run.runId);
    const stall = item && stallOf(reign, host, item);
    if (stall && !isMoving(stall)) yield stall;
  }
  for (const stall of [...unread(run), ...beingCut(run, work)]) if (!isMoving(stall)) yield stall;
}

/** The set in which a command of the run goes on, as its own worker says. */
function movingSet(reign: Reign, run: RunBook, host: HostBook): readonly string[] {
  const { current } = host;
  const moves = current?.item.runId === run.runId && !doubtOf(reign, host.hostId) && !host.state?.waiting;
  return moves ? [setKeyOf(current.item.participants)] : [];
}

/** Why a host that has an item does not get on with it. Undefined while it does. */
function stallOf(reign: Reign, host: HostBook, { participants: replicas }: AssignmentItem): Stall | undefined {
  const name = reign.cluster.nameOf(host.hostId);
  const doubt = doubtOf(reign, host.hostId);
  if (doubt) {
    const forMs = Math.max(0, orphanDeadline(doubt, reign.timings.orphanHoldMs) - reign.now());
    return {
      replicas,
      code: 'IN_DOUBT',
      evidence: `the sidecar of ${name} is silent, its command may still run`,
      forMs,
    };
  }
  return closedStall(reign, host, replicas, name) ?? waitingStall(host, replicas, name);
}

function closedStall(reign: Reign, host: HostBook, replicas: readonly string[], name: string): Stall | undefined {
  if (host.unwritableSince !== undefined)
    return { replicas, code: 'FENCE_UNWRITABLE', evidence: `the list of ${name} cannot be written` };
  const gate = host.gate(reign.now(), reign.timings.fenceWaitMs);
  if (gate.open || host.current) return undefined;
  const forMs = gate.opensInMs;
  const evidence = `${name} has not confirmed that its list was taken back`;
  return { replicas, code: 'HOST_NOT_OPEN', evidence, ...(forMs !== undefined && { forMs }) };
}

function waitingStall(host: HostBook, replicas: readonly string[], name: string): Stall | undefined {
  const waiting = host.state?.waiting;
  if (waiting) return { replicas, code: asReason(waiting.code), evidence: `${name}: ${waiting.detail}` };
  if (host.current) return undefined;
  return { replicas, code: 'LIST_NOT_STARTED', evidence: `${name} was given a list and has started nothing of it yet` };
}

/** A worker also tells what is no reason of its own in this list. */
function asReason(code: string): ReasonCode {
  return Object.hasOwn(REASONS, code) ? (code as ReasonCode) : 'LIST_NOT_STARTED';
}

function unread(run: RunBook): readonly Stall[] {
  if (run.unreadSince === undefined) return [];
  const evidence = 'the outcomes of its segments cannot be read';
  return run.stale().flatMap((seq) => {
    const book = run.segment(seq);
    return book ? [{ replicas: placeOf(run, book), code: 'STORAGE_UNREACHABLE' as const, evidence }] : [];
  });
}

function beingCut(run: RunBook, work: AllWork): readonly Stall[] {
  const { displaced = [], overlong = [] }: Partial<RunWork> = work.get(run.runId) ?? {};
  const evidence = 'segments are being split: the ring changed, or they take too long';
  return [...displaced, ...overlong].map((book) => ({ replicas: placeOf(run, book), code: 'RING_CHANGED', evidence }));
}

function unended(run: RunBook): readonly Stall[] {
  if (run.endProblem === undefined) return [];
  return [{ replicas: [], code: 'STORAGE_UNREACHABLE', evidence: `all segments are over: ${run.endProblem}` }];
}

function placeOf(run: RunBook, book: NonNullable<ReturnType<RunBook['segment']>>): readonly string[] {
  const places = run.placement(book) ?? [];
  return (places.length === 1 ? places[0]?.participants : undefined) ?? book.segment.replicas;
}

function toReason(
  reign: Reign,
  run: RunBook,
  { replicas, code, evidence, forMs }: Stall,
  before: ReadonlyMap<string, Reason>,
): Reason {
  const known = before.get(reasonKey(run.runId, replicas));
  const nowMs = reign.wallMs();
  const sinceMs = known?.code === code ? known.sinceMs : nowMs;
  return { code, replicas, evidence, sinceMs, ...(forMs !== undefined && { untilMs: Math.ceil(nowMs + forMs) }) };
}
