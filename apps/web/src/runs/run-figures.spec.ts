import type { Run } from '../api/client';
import { duration, isOver, percentDone } from './run-figures';

const run = (part: Partial<Run>): Run =>
  ({
    segments: { total: 8, done: 0, skipped: 0, failed: 0, running: 0, pending: 8 },
    state: 'RUNNING',
    ...part,
  }) as Run;

describe('figures of a run', () => {
  it('counts skipped segments as progress and failed ones not', () => {
    const segments = { total: 8, done: 3, skipped: 1, failed: 2, running: 0, pending: 2 };
    expect(percentDone(run({ segments }))).toBe(50);
  });

  it('has no progress without segments', () => {
    expect(percentDone(run({ segments: { total: 0, done: 0, skipped: 0, failed: 0, running: 0, pending: 0 } }))).toBe(
      0,
    );
  });

  it.each([
    ['DONE', true],
    ['FAILED', true],
    ['ABORTED', true],
    ['PAUSED', false],
    ['ABORTING', false],
  ] as const)('%s is over: %s', (state, over) => {
    expect(isOver(run({ state }))).toBe(over);
  });

  it.each([
    [1_500, '1.5 s'],
    [45_000, '45 s'],
    [61_000, '1 min 1 s'],
    [3_660_000, '1 h 1 min'],
    [90_000_000, '1 d 1 h'],
  ])('writes %d ms as %s', (ms, text) => {
    const start = Date.parse('2026-01-01T00:00:00Z');
    const times = { startedAt: new Date(start).toISOString(), endedAt: new Date(start + ms).toISOString() };
    expect(duration(run(times))).toBe(text);
  });

  it('has no duration before the start', () => {
    expect(duration(run({}))).toBe('–');
  });
});
