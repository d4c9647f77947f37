import type { DecisionFacts } from '../decisions/decision.js';
import type { AssignmentItem } from '../model/assignment.js';
import type { FinalRunState, RunState } from '../model/repair-run.js';
import type { SegmentOutcome } from '../model/segment.js';
import type { Reason } from '../reasons/reason.js';

/** What the engine tells its surroundings, for metrics, streams and tests. Must not throw. */
export interface EngineObserver {
  segmentStarted?(item: AssignmentItem): void;
  segmentEnded?(item: AssignmentItem, outcome: SegmentOutcome): void;
  /** Time between the end of a command and the start of the next one of the same list, ms. */
  idleGap?(ms: number): void;
  leading?(leads: boolean, epoch: number, why: string): void;
  runChanged?(runId: string, state: RunState): void;
  runEnded?(runId: string, state: FinalRunState): void;
  waiting?(runId: string, reasons: readonly Reason[]): void;
  /** Something that no other event tells and people should find later. */
  decided?(facts: DecisionFacts): void;
}
