import type { Clock } from '../ports/runtime.js';

/** A moment on this machine, by both of its clocks. */
export interface Moment {
  readonly monotonicMs: number;
  readonly wallMs: number;
}

export function momentOf(clock: Clock): Moment {
  return { monotonicMs: clock.monotonicMs(), wallMs: clock.wallMs() };
}

/**
 * Time since `moment` for everything that must not be too old: the larger difference of the two clocks. The monotonic
 * clock stands still while a machine is suspended, the wall clock may be set back; either alone would call stale data fresh.
 */
export function ageMs(clock: Clock, moment: Moment): number {
  return Math.max(clock.monotonicMs() - moment.monotonicMs, clock.wallMs() - moment.wallMs);
}

/** Time since `moment` for durations and deadlines: a step of the wall clock must not cancel a healthy repair. */
export function runningMs(clock: Clock, moment: Moment): number {
  return clock.monotonicMs() - moment.monotonicMs;
}

/**
 * Duration of a command that an earlier process started, between two times of the wall clock. The clock may have been
 * set in between; a command is cancelled at its timeout, so a longer one was not at work for the rest.
 */
export function workedMs(startedAtMs: number, endedAtMs: number, timeoutMs: number): number {
  return Math.min(Math.max(0, endedAtMs - startedAtMs), timeoutMs);
}
