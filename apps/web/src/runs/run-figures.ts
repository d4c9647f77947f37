import type { Run } from '../api/client';
import { durationText } from '../look/duration';
import type { Sign } from '../look/tone';

const SIGNS: Readonly<Record<Run['state'], Sign>> = {
  NOT_STARTED: { tone: 'wait', glyph: '◔', text: 'Queued' },
  RUNNING: { tone: 'run', glyph: '▶', text: 'Running' },
  PAUSED: { tone: 'hold', glyph: '❚❚', text: 'Paused' },
  ABORTING: { tone: 'hold', glyph: '■', text: 'Aborting' },
  ABORTED: { tone: 'hold', glyph: '■', text: 'Aborted' },
  DONE: { tone: 'ok', glyph: '✓', text: 'Done' },
  FAILED: { tone: 'late', glyph: '✕', text: 'Failed' },
};

export function runSign({ state, segments, waiting }: Run): Sign {
  if (state === 'RUNNING' && segments.running === 0 && waiting > 0)
    return { tone: 'wait', glyph: '◔', text: 'Waiting' };
  if (state === 'PAUSED' && segments.running > 0) return { ...SIGNS.PAUSED, text: 'Pausing' };
  return SIGNS[state];
}

export function isOver({ state }: Run): boolean {
  return state === 'DONE' || state === 'FAILED' || state === 'ABORTED';
}

/** Segments that need no more work, in percent. */
export function percentDone({ segments }: Run): number {
  return segments.total === 0 ? 0 : (100 * overSegments(segments)) / segments.total;
}

/** "64 % · 133 of 208 segments · 6 running · 2 failed"; 100 % means all, and 0 % none. */
export function progressText(run: Run): string {
  const { segments } = run;
  const percent = percentDone(run);
  const parts = [
    percent > 0 && percent < 1 ? '< 1 %' : `${Math.floor(percent)} %`,
    `${overSegments(segments)} of ${count(segments.total, 'segment')}`,
    segments.running > 0 && `${segments.running} running`,
    segments.failed > 0 && `${segments.failed} failed`,
  ];
  return parts.filter(Boolean).join(' · ');
}

function overSegments({ done, skipped }: Run['segments']): number {
  return done + skipped;
}

/** "1 table", "2 tables". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** From the first segment to the end, or to now; a dash before the start. */
export function took({ startedAt, endedAt }: Run, nowMs: number): string {
  if (startedAt === undefined) return '–';
  const endMs = endedAt === undefined ? nowMs : Date.parse(endedAt);
  return durationText(Math.max(0, endMs - Date.parse(startedAt)));
}
