import type { Lease } from '../model/lease.js';
import { elapsedMs, type Moment } from './moment.js';

/** What a candidate saw of the lease, and since when it has not changed. */
export interface LeaseWatch {
  readonly lease: Lease | undefined;
  readonly unchangedSince: Moment;
}

/** Why the lease may be taken. */
export type Vacancy = 'absent' | 'released' | 'expired';

/** Adds a reading. Only a change of epoch or beat counts; no time inside the row is looked at. */
export function observeLease(watch: LeaseWatch | undefined, lease: Lease | undefined, now: Moment): LeaseWatch {
  const before = watch?.lease;
  const same = watch !== undefined && before?.epoch === lease?.epoch && before?.beat === lease?.beat;
  return { lease, unchangedSince: same ? watch.unchangedSince : now };
}

/** @param stealAfterMs how long an unchanged lease is respected, by this machine's own clocks */
export function vacancyOf(
  { lease, unchangedSince }: LeaseWatch,
  now: Moment,
  stealAfterMs: number,
): Vacancy | undefined {
  if (lease === undefined) return 'absent';
  if (lease.token === '') return 'released';
  return elapsedMs(unchangedSince, now) >= stealAfterMs ? 'expired' : undefined;
}
