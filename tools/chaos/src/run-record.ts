import type { Run, RunExplanation, Segment } from '@reaper-sidecar/sidecar-rig';
import { explanationFaults } from './explanation-check.js';

/** An attempt while it was shown as running. */
export interface Spell {
  readonly seq: number;
  readonly attempt: number;
  readonly coordinator: string | undefined;
  readonly sessionId: string | undefined;
  readonly lastSeenMs: number;
}

/** A finished segment as it was when it was first seen. */
export interface Finished {
  readonly segment: Segment;
  readonly seenMs: number;
}

const STILL_MS = 5_000;

/** What the sidecars said about one run, from its creation to its end. */
export class RunRecord {
  readonly spells = new Map<string, Spell>();
  readonly finished = new Map<number, Finished>();
  /** Sequence number and attempt of segments that ran over their time. */
  readonly overdue = new Set<string>();
  readonly redone: string[] = [];
  readonly unexplained: string[] = [];
  /** Looks at the run while it had not moved for 5 s. */
  stillLooks = 0;
  longestStillMs = 0;
  last: Run;
  segments: readonly Segment[] = [];
  #state = '';
  #movedMs = Date.now();

  constructor(created: Run) {
    this.last = created;
  }

  see(run: Run, segments: readonly Segment[], nowMs: number): void {
    this.last = run;
    this.segments = segments;
    this.#noteMovement(segments, nowMs);
    for (const segment of segments) this.#seeSegment(segment, nowMs);
  }

  isStill(nowMs: number): boolean {
    return nowMs - this.#movedMs >= STILL_MS;
  }

  /** `after`: the segments as they were read after the explanation; nothing is judged while they move. */
  judge(explanation: RunExplanation, after: readonly Segment[], nowMs: number): void {
    if (stateOf(after) !== this.#state) return;
    this.stillLooks += 1;
    for (const fault of explanationFaults(after, explanation, nowMs)) {
      const seconds = ((nowMs - this.#movedMs) / 1000).toFixed(0);
      this.unexplained.push(
        `${new Date(nowMs).toISOString()} still for ${seconds} s: ${fault} (${explanation.summary})`,
      );
    }
  }

  #noteMovement(segments: readonly Segment[], nowMs: number): void {
    const state = stateOf(segments);
    if (state === this.#state) this.longestStillMs = Math.max(this.longestStillMs, nowMs - this.#movedMs);
    else this.#movedMs = nowMs;
    this.#state = state;
  }

  #seeSegment(segment: Segment, nowMs: number): void {
    const { seq, state, attempt = 0, failure, durationMs = 0 } = segment;
    const key = `${seq}/${attempt}`;
    if (state === 'RUNNING') {
      const { coordinator, sessionId = this.spells.get(key)?.sessionId } = segment;
      this.spells.set(key, { seq, attempt, coordinator, sessionId, lastSeenMs: nowMs });
    }
    if (failure?.code === 'SEGMENT_TIMEOUT' || durationMs > this.last.segmentTimeoutMs) this.overdue.add(key);
    const before = this.finished.get(seq);
    if (before && !isSame(before.segment, segment)) {
      this.redone.push(`segment ${seq} was DONE at ${before.segment.endedAt}, now it is ${JSON.stringify(segment)}`);
    }
    if (!before && state === 'DONE') this.finished.set(seq, { segment, seenMs: nowMs });
  }
}

function stateOf(segments: readonly Segment[]): string {
  return segments.map(({ state, attempt }) => `${state}${attempt ?? ''}`).join();
}

function isSame(before: Segment, after: Segment): boolean {
  return (['state', 'attempt', 'startedAt', 'endedAt', 'sessionId'] as const).every(
    (key) => before[key] === after[key],
  );
}
