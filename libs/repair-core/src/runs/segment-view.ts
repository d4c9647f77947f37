import type { CurrentCommand, NodeState } from '../model/node-state.js';
import type { RunSpec } from '../model/repair-run.js';
import { FAILURE_CLASSES, MAX_EXCUSED } from '../model/failure-class.js';
import { SegmentState, type SegmentOutcome, type SegmentRow } from '../model/segment.js';

/** A segment as people see it. */
export interface SegmentView {
  readonly row: SegmentRow;
  readonly state: SegmentState;
  /** The command that runs it, and where. */
  readonly running?: RunningSegment;
}

export interface RunningSegment {
  readonly hostId: string;
  readonly command: CurrentCommand;
}

/** Segments of a run that are running, by sequence number, as the sidecars last told. */
export function runningSegments(states: Iterable<NodeState>, runId: string): ReadonlyMap<number, RunningSegment> {
  const found = new Map<number, RunningSegment>();
  for (const { hostId, current } of states) {
    if (current?.item.runId === runId) found.set(current.item.seq, { hostId, command: current });
  }
  return found;
}

/**
 * @param spec what is wanted; undefined when the run is over, so that no failed segment is tried again
 */
export function viewSegment(
  row: SegmentRow,
  spec: RunSpec | undefined,
  running: ReadonlyMap<number, RunningSegment>,
): SegmentView {
  const current = running.get(row.segment.seq);
  if (current && isNewer(current.command, row.outcome)) return { row, state: SegmentState.Running, running: current };
  return { row, state: restingState(row.outcome, row.segment.seq, spec) };
}

/** A sidecar reports its command a little longer than it runs; the durable outcome of the same attempt is newer. */
function isNewer({ item }: CurrentCommand, outcome: SegmentOutcome | undefined): boolean {
  if (!outcome) return true;
  return item.round > outcome.round || (item.round === outcome.round && item.attempt > outcome.attempt);
}

function restingState(outcome: SegmentOutcome | undefined, seq: number, spec: RunSpec | undefined): SegmentState {
  if (!outcome) return SegmentState.Pending;
  if (!spec) return outcome.state;
  if (outcome.round < (spec.rounds[seq] ?? 0)) return SegmentState.Pending;
  const again = outcome.state === SegmentState.Failed && mayTryAgain(outcome, spec);
  return again ? SegmentState.Pending : outcome.state;
}

/** As far as the row tells: failures that do not count are known to the leader only. */
function mayTryAgain({ failure, attempt }: SegmentOutcome, { maxAttempts }: RunSpec): boolean {
  const kind = failure && FAILURE_CLASSES[failure.code];
  return kind !== 'never' && (kind === 'condition' ? attempt < maxAttempts + MAX_EXCUSED : attempt < maxAttempts);
}
