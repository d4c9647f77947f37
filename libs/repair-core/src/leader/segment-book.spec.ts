import type { RunSpec } from '../model/repair-run.js';
import type { SegmentOutcome, SegmentRow } from '../model/segment.js';
import { repairItem } from '../testing/worker-rig.js';
import { SegmentBook } from './segment-book.js';

const segment = { seq: 4, ranges: [], replicas: ['a', 'b'], ringShare: 0.1 };
const spec = (rounds: RunSpec['rounds'] = {}): RunSpec => ({
  ...{ desired: 'running', intensity: 1, segmentTimeoutMs: 1, maxAttempts: 3, priority: 50, rounds },
});
const outcome = (changes: Partial<SegmentOutcome>): SegmentOutcome => ({
  ...{ state: 'DONE', round: 0, attempt: 1, coordinator: 'a', startedAtMs: 1_000, endedAtMs: 4_000 },
  ...changes,
});
const failed = (attempt: number, changes: Partial<SegmentOutcome> = {}) =>
  outcome({ state: 'FAILED', attempt, failure: { code: 'REPAIR_FAILED', message: '' }, ...changes });
const row = (outcomeStamp: number, of: SegmentOutcome): SegmentRow => ({
  planId: 'p',
  segment,
  outcome: of,
  outcomeStamp,
});

describe('a segment', () => {
  it.each<[string, SegmentOutcome | undefined, RunSpec, string, number]>([
    ['is pending without an outcome', undefined, spec(), 'pending', 1],
    ['is done', outcome({}), spec(), 'done', 2],
    ['is skipped', outcome({ state: 'SKIPPED' }), spec(), 'skipped', 2],
    ['is tried again after a failure', failed(1), spec(), 'pending', 2],
    ['has failed after the last attempt', failed(3), spec(), 'failed', 4],
    ['is pending again when a replay asks for it', outcome({}), spec({ 4: 1 }), 'pending', 1],
    ['has all attempts again in a replay', failed(3), spec({ 4: 1 }), 'pending', 1],
    ['is done in the round of the replay', outcome({ round: 1 }), spec({ 4: 1 }), 'done', 2],
    ['is not concerned by the replay of another', outcome({}), spec({ 5: 1 }), 'done', 2],
    [
      'does not pay for a range that moved',
      failed(3, { failure: { code: 'RANGE_MOVED', message: '' } }),
      spec(),
      'pending',
      4,
    ],
    [
      'is given up at once when it can never succeed',
      failed(1, { failure: { code: 'NOT_POSSIBLE', message: '' } }),
      spec(),
      'failed',
      2,
    ],
  ])('%s', (_, known, wanted, phase, nextAttempt) => {
    const book = new SegmentBook(segment);
    if (known) book.applyRow(row(10, known));
    expect(book.phase(wanted)).toBe(phase);
    expect(book.nextAttempt(wanted)).toBe(nextAttempt);
  });

  it('reads the row of a preview that is done: the report does not tell what it found', () => {
    const preview = new SegmentBook(segment);
    preview.applyResult({ ...repairItem(10), preview: 'all' }, { stamp: 10, state: 'DONE', durationMs: 1 });
    expect(preview.stale).toBe(true);
    const repair = new SegmentBook(segment);
    repair.applyResult(repairItem(10), { stamp: 10, state: 'DONE', durationMs: 1 });
    expect(repair.stale).toBe(false);
  });

  it('believes the newest stamp, whatever the order of arrival', () => {
    const book = new SegmentBook(segment);
    book.applyRow(row(20, outcome({})));
    book.applyRow(row(10, failed(1)));
    expect(book.phase(spec())).toBe('done');
  });

  it('believes a success told by the worker, but reads why it failed', () => {
    const book = new SegmentBook(segment);
    book.applyResult(repairItem(30, { seq: 4 }), { stamp: 30, state: 'DONE', durationMs: 7 });
    expect([book.phase(spec()), book.stale, book.outcome?.durationMs]).toEqual(['done', false, 7]);
    book.applyResult(repairItem(40, { seq: 4 }), { stamp: 40, state: 'FAILED', durationMs: 7 });
    expect(book.stale).toBe(true);
    expect(book.applyRow(row(40, failed(2)))).toBe(true);
    expect([book.stale, book.nextAttempt(spec())]).toEqual([false, 3]);
  });

  it('waits before another attempt, not before a replay', () => {
    const book = new SegmentBook(segment);
    book.applyRow(row(10, failed(1)));
    book.retryAt = 5_000;
    expect(book.retryInMs(spec(), 2_000)).toBe(3_000);
    expect(book.retryInMs(spec({ 4: 1 }), 2_000)).toBe(0);
  });
});
