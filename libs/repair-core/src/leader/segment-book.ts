import type { PlannedSegment } from '@reaper-sidecar/segment-planner';
import type { RunSpec } from '../model/repair-run.js';
import { FAILURE_CLASSES, MAX_EXCUSED } from '../model/failure-class.js';
import { FailureCode, type SegmentOutcome, type SegmentRow } from '../model/segment.js';
import type { ItemResult } from '../model/node-state.js';
import type { AssignmentItem } from '../model/assignment.js';
import type { Stamp } from '../model/stamp.js';

/** What is known of how the last attempt ended. */
export type KnownOutcome = Pick<
  SegmentOutcome,
  'state' | 'round' | 'attempt' | 'failure' | 'preview' | 'children' | 'childKeys'
> & {
  readonly durationMs: number;
};

/** Where a segment stands in its wanted round. */
export type SegmentPhase = 'pending' | 'done' | 'skipped' | 'failed' | 'split';

/** A segment that timed out in so many attempts is cut before the next one. */
const CUT_AFTER_ATTEMPTS = 2;

/** A segment of an active run. */
export class SegmentBook {
  outcome: KnownOutcome | undefined;
  /** Must be read before it is given again. */
  stale = false;
  /** Earliest time of the next attempt, monotonic ms. */
  retryAt = 0;
  /** It may be cut into smaller ones when it takes too long. */
  cuttable = false;
  /** It is SPLIT, but the rows of its children are not those it was split into. */
  orphaned = false;
  /** Failures of the present round that do not count. */
  #excused = 0;
  #outcomeStamp: Stamp = -1;

  constructor(public segment: PlannedSegment) {}

  get seq(): number {
    return this.segment.seq;
  }

  /** Takes over a row; an older one than the known outcome changes nothing. Tells whether there is a new failure. */
  applyRow({ segment, outcome, outcomeStamp = 0 }: SegmentRow): boolean {
    this.segment = segment;
    this.stale = false;
    if (!outcome || outcomeStamp <= this.#outcomeStamp) return false;
    const durationMs = Math.max(0, outcome.endedAtMs - outcome.startedAtMs);
    return this.#learn({ ...outcome, durationMs }, outcomeStamp);
  }

  /** Takes over a worker's report. Why it failed and what a preview found only the row tells. */
  applyResult({ stamp, round, attempt, preview }: AssignmentItem, { state, durationMs }: ItemResult): void {
    if (stamp <= this.#outcomeStamp) return;
    this.stale = state === 'FAILED' || state === 'SPLIT' || (state === 'DONE' && preview !== undefined);
    if (!this.stale) this.#learn({ state, round, attempt, durationMs }, stamp);
  }

  /** Takes over an outcome that this leader wrote. */
  applyOwn(outcome: SegmentOutcome, stamp: Stamp): boolean {
    return this.#learn({ ...outcome, durationMs: 0 }, stamp);
  }

  phase(spec: RunSpec): SegmentPhase {
    const { outcome } = this;
    if (!outcome || outcome.round < this.wantedRound(spec)) return 'pending';
    if (outcome.state === 'DONE') return 'done';
    if (outcome.state === 'SKIPPED') return 'skipped';
    if (outcome.state === 'SPLIT') return this.orphaned ? 'pending' : 'split';
    return this.wantsCut(spec) || this.#mayTryAgain(spec, outcome) ? 'pending' : 'failed';
  }

  /** It timed out again and again: in smaller pieces it may succeed. */
  wantsCut(spec: RunSpec): boolean {
    const { outcome, cuttable } = this;
    if (!outcome || outcome.round < this.wantedRound(spec)) return false;
    return cuttable && outcome.failure?.code === FailureCode.SegmentTimeout && outcome.attempt >= CUT_AFTER_ATTEMPTS;
  }

  wantedRound(spec: RunSpec): number {
    return spec.rounds[this.seq] ?? 0;
  }

  nextAttempt(spec: RunSpec): number {
    const { outcome } = this;
    return !outcome || outcome.round < this.wantedRound(spec) ? 1 : outcome.attempt + 1;
  }

  #mayTryAgain({ maxAttempts }: RunSpec, { attempt, failure }: KnownOutcome): boolean {
    if (failure && FAILURE_CLASSES[failure.code] === 'never') return false;
    return attempt < maxAttempts + this.#excused;
  }

  /** How long until it may be tried again; 0 for a first attempt of a round. */
  retryInMs(spec: RunSpec, now: number): number {
    return this.nextAttempt(spec) === 1 ? 0 : Math.max(0, this.retryAt - now);
  }

  #learn(outcome: KnownOutcome, stamp: Stamp): boolean {
    if (outcome.round !== this.outcome?.round) this.#excused = 0;
    const isExcused = outcome.failure !== undefined && FAILURE_CLASSES[outcome.failure.code] === 'condition';
    if (isExcused) this.#excused = Math.min(this.#excused + 1, MAX_EXCUSED);
    this.outcome = outcome;
    this.#outcomeStamp = stamp;
    return outcome.state === 'FAILED';
  }
}
