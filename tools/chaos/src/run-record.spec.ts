import type { Run, Segment } from '@reaper-sidecar/sidecar-rig';
import { RunRecord } from './run-record.js';

const run = { id: 'r', state: 'RUNNING', segmentTimeoutMs: 1_000 } as Run;

function segment(state: Segment['state'], more: Partial<Segment> = {}): Segment {
  return { seq: 1, state, replicas: ['a'], ranges: [], ringShare: 0.1, ...more };
}

describe('RunRecord', () => {
  it('notices that a finished segment has changed', () => {
    const record = new RunRecord(run);
    const done = segment('DONE', { attempt: 1, startedAt: '2026-01-01T00:00:00Z', sessionId: 's1' });
    record.see(run, [done], 1);
    record.see(run, [done], 2);
    expect(record.redone).toEqual([]);
    record.see(run, [{ ...done, attempt: 2, sessionId: 's2' }], 3);
    expect(record.redone).toHaveLength(1);
  });

  it('counts each attempt over its time once, whether it was cancelled or ended late', () => {
    const record = new RunRecord(run);
    const failed = segment('PENDING', { attempt: 1, failure: { code: 'SEGMENT_TIMEOUT', message: '' } });
    const late = segment('DONE', { attempt: 2, durationMs: 1_500 });
    for (const [i, seen] of [failed, failed, late, late].entries()) record.see(run, [seen], i);
    expect([...record.overdue]).toEqual(['1/1', '1/2']);
  });

  it('keeps the session of a running attempt and when it was last seen', () => {
    const record = new RunRecord(run);
    record.see(run, [segment('RUNNING', { attempt: 1, sessionId: 's' })], 1);
    record.see(run, [segment('RUNNING', { attempt: 1 })], 2);
    expect([...record.spells.values()]).toEqual([expect.objectContaining({ sessionId: 's', lastSeenMs: 2 })]);
  });

  it('stands still when nothing changed for 5 s', () => {
    const record = new RunRecord(run);
    const start = Date.now();
    record.see(run, [segment('PENDING')], start);
    record.see(run, [segment('PENDING')], start + 4_000);
    expect(record.isStill(start + 4_000)).toBe(false);
    record.see(run, [segment('PENDING')], start + 6_000);
    expect(record.isStill(start + 6_000)).toBe(true);
    record.see(run, [segment('RUNNING')], start + 7_000);
    expect(record.isStill(start + 7_000)).toBe(false);
  });
});
