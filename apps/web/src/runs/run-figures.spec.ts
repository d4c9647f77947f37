import { aRun } from '../testing/samples';
import { isOver, percentDone, progressText, runSign, took } from './run-figures';

describe('figures of a run', () => {
  it('count skipped segments as progress and failed ones not', () => {
    expect(percentDone(aRun({ segments: { total: 8, done: 3, skipped: 1, failed: 2, pending: 2 } }))).toBe(50);
  });

  it('have no progress without segments', () => {
    expect(percentDone(aRun({ segments: { total: 0, pending: 0 } }))).toBe(0);
  });

  it.each([
    [
      { total: 208, done: 133, running: 6, failed: 2, pending: 67 },
      '63 % · 133 of 208 segments · 6 running · 2 failed',
    ],
    [{ total: 1000, done: 1, pending: 999 }, '< 1 % · 1 of 1000 segments'],
    [{ total: 1000, done: 999, running: 1, pending: 0 }, '99 % · 999 of 1000 segments · 1 running'],
    [{ total: 1, done: 1, pending: 0 }, '100 % · 1 of 1 segment'],
  ])('read %o as %s', (segments, text) => {
    expect(progressText(aRun({ segments }))).toBe(text);
  });

  it.each([
    ['DONE', true],
    ['FAILED', true],
    ['ABORTED', true],
    ['PAUSED', false],
    ['ABORTING', false],
  ] as const)('%s is over: %s', (state, over) => {
    expect(isOver(aRun({ state }))).toBe(over);
  });

  it.each([
    ['a queued run', aRun({ state: 'NOT_STARTED' }), 'Queued'],
    ['a run with a segment at work', aRun({ segments: { running: 1 }, waiting: 2 }), 'Running'],
    ['a run of which everything waits', aRun({ waiting: 2 }), 'Waiting'],
    ['a paused run whose segments still run', aRun({ state: 'PAUSED', segments: { running: 1 } }), 'Pausing'],
    ['a paused run at rest', aRun({ state: 'PAUSED' }), 'Paused'],
  ])('call %s by its state', (_what, run, text) => {
    expect(runSign(run).text).toBe(text);
  });

  it('measure a running run until now, an ended one until its end, and none before the start', () => {
    const startedAt = '2026-01-01T00:00:00Z';
    const minuteLater = '2026-01-01T00:01:00Z';
    const hourLaterMs = Date.parse('2026-01-01T01:00:00Z');
    expect(took(aRun({ startedAt }), hourLaterMs)).toBe('1 h 00 min');
    expect(took(aRun({ startedAt, endedAt: minuteLater }), hourLaterMs)).toBe('1 min 00 s');
    expect(took(aRun({}), hourLaterMs)).toBe('–');
  });
});
