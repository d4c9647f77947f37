import type { AssignmentItem } from '../model/assignment.js';
import type { CurrentCommand, NodeState } from '../model/node-state.js';
import type { RunSpec } from '../model/repair-run.js';
import type { SegmentOutcome, SegmentRow } from '../model/segment.js';
import { runningSegments, viewSegment } from './segment-view.js';

const spec = {
  desired: 'running',
  intensity: 1,
  segmentTimeoutMs: 1,
  maxAttempts: 3,
  priority: 0,
  rounds: {},
} as const;

const outcome = (state: SegmentOutcome['state'], round: number, attempt: number): SegmentOutcome => ({
  state,
  round,
  attempt,
  coordinator: 'h',
  startedAtMs: 1,
  endedAtMs: 2,
});

const row = (last?: SegmentOutcome): SegmentRow => ({
  planId: 'p',
  segment: { seq: 4, ranges: [], replicas: ['h', 'i'], ringShare: 0.1 },
  ...(last && { outcome: last }),
});

const command = (round: number, attempt: number, runId = 'r'): CurrentCommand => ({
  item: { runId, seq: 4, round, attempt } as AssignmentItem,
  state: 'running',
  jvmStartMs: 1,
  commandBefore: 0,
  sinceMs: 1,
});

const reported = (current?: CurrentCommand) => [{ hostId: 'h', ...(current && { current }) } as NodeState];

describe('viewSegment', () => {
  it.each<[string, SegmentOutcome | undefined, CurrentCommand | undefined, RunSpec | undefined, string]>([
    ['not begun', undefined, undefined, spec, 'PENDING'],
    ['running', undefined, command(0, 1), spec, 'RUNNING'],
    ['running in another run', undefined, command(0, 1, 'other'), spec, 'PENDING'],
    ['repaired', outcome('DONE', 0, 1), undefined, spec, 'DONE'],
    ['repaired, its sidecar still reports it', outcome('DONE', 0, 1), command(0, 1), spec, 'DONE'],
    ['failed with attempts left', outcome('FAILED', 0, 2), undefined, spec, 'PENDING'],
    ['failed for good', outcome('FAILED', 0, 3), undefined, spec, 'FAILED'],
    ['failed in a run that is over', outcome('FAILED', 0, 1), undefined, undefined, 'FAILED'],
    ['tried again', outcome('FAILED', 0, 1), command(0, 2), spec, 'RUNNING'],
    ['wanted again', outcome('DONE', 0, 1), undefined, { ...spec, rounds: { 4: 1 } }, 'PENDING'],
    ['running again', outcome('DONE', 0, 3), command(1, 1), { ...spec, rounds: { 4: 1 } }, 'RUNNING'],
  ])('of one that is %s', (_title, last, current, wanted, state) => {
    expect(viewSegment(row(last), wanted, runningSegments(reported(current), 'r')).state).toBe(state);
  });
});
