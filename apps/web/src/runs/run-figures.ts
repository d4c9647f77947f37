import type { Run } from '../api/client';

const COLORS: Readonly<Record<Run['state'], string>> = {
  NOT_STARTED: 'gray',
  RUNNING: 'blue',
  PAUSED: 'yellow',
  ABORTING: 'orange',
  ABORTED: 'gray',
  DONE: 'green',
  FAILED: 'red',
};

export function colorOf(state: Run['state']): string {
  return COLORS[state];
}

export function isOver({ state }: Run): boolean {
  return state === 'DONE' || state === 'FAILED' || state === 'ABORTED';
}

/** Segments that need no more work, in percent. */
export function percentDone({ segments }: Run): number {
  return segments.total === 0 ? 0 : (100 * (segments.done + segments.skipped)) / segments.total;
}

const UNITS = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
] as const;

/** Time from the first segment until now or the end, in at most two units; a dash before the start. */
export function duration({ startedAt, endedAt }: Run, nowMs = Date.now()): string {
  if (startedAt === undefined) return '–';
  const seconds = Math.max(0, ((endedAt === undefined ? nowMs : Date.parse(endedAt)) - Date.parse(startedAt)) / 1000);
  const index = UNITS.findIndex(([, size]) => seconds >= size);
  const unit = UNITS[index];
  if (!unit) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const [name, size] = unit;
  const [smaller, smallerSize] = UNITS[index + 1] ?? ['s', 1];
  return `${Math.floor(seconds / size)} ${name} ${Math.floor((seconds % size) / smallerSize)} ${smaller}`;
}
