import type { AssignmentItem } from '../model/assignment.js';
import { SegmentState, type SegmentOutcome } from '../model/segment.js';
import type { Ending } from './command-verdict.js';

/** Facts of one attempt beside its ending. */
export interface Attempt {
  readonly item: AssignmentItem;
  readonly coordinator: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly sessionId?: string | undefined;
  readonly commandNumber?: number | undefined;
}

const STATES = { done: SegmentState.Done, skipped: SegmentState.Skipped, failed: SegmentState.Failed } as const;

/** The outcome to be stored; it speaks for the whole segment. */
export function outcomeOf(attempt: Attempt, ending: Ending): SegmentOutcome {
  const { item, sessionId, commandNumber } = attempt;
  return {
    state: STATES[ending.kind],
    round: item.round,
    attempt: item.attempt,
    ...(ending.kind === 'failed' && { failure: { code: ending.code, message: ending.message } }),
    coordinator: attempt.coordinator,
    startedAtMs: attempt.startedAtMs,
    endedAtMs: attempt.endedAtMs,
    ...(ending.kind === 'done' && ending.preview && { preview: ending.preview }),
    ...(sessionId !== undefined && { sessionId }),
    ...(commandNumber !== undefined && commandNumber > 0 && { commandNumber }),
  };
}
