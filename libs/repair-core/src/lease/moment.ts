import type { Clock } from '../ports/runtime.js';

/** A point in time of this machine, on both of its clocks. */
export interface Moment {
  readonly wallMs: number;
  readonly monotonicMs: number;
}

export function momentOf(clock: Clock): Moment {
  return { wallMs: clock.wallMs(), monotonicMs: clock.monotonicMs() };
}

/**
 * The most that can have passed: the monotonic clock stands still while a machine is suspended, the wall clock may be
 * set back. For rights that expire. A wait that must be long enough uses the monotonic clock alone, which never runs
 * ahead of real time.
 */
export function elapsedMs(from: Moment, to: Moment): number {
  return Math.max(to.monotonicMs - from.monotonicMs, to.wallMs - from.wallMs);
}
