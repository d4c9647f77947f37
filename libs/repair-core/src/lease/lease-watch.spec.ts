import type { Lease } from '../model/lease.js';
import { observeLease, vacancyOf } from './lease-watch.js';
import type { Moment } from './moment.js';

const at = (monotonicMs: number, wallMs = monotonicMs): Moment => ({ monotonicMs, wallMs });
const lease = (beat: number, changes: Partial<Lease> = {}): Lease => ({
  ...{ epoch: 7, beat, token: 't', holder: 'h', acquiredAtMs: 0, cause: '' },
  ...changes,
});

describe('a watched lease', () => {
  it.each<[string, Lease | undefined, Moment, string | undefined]>([
    ['is free when there is none', undefined, at(0), 'absent'],
    ['is free at once when released', lease(1, { token: '', holder: '' }), at(0), 'released'],
    ['is respected while it is young', lease(1), at(29_999), undefined],
    ['is free when unchanged for 30 s', lease(1), at(30_000), 'expired'],
    ['counts a suspension that only the wall clock saw', lease(1), at(100, 30_000), 'expired'],
    ['counts time although the wall clock was set back', lease(1), at(30_000, -3_600_000), 'expired'],
  ])('%s', (_, seen, now, expected) => {
    const watch = observeLease(observeLease(undefined, seen, at(0)), seen, now);
    expect(vacancyOf(watch, now, 30_000)).toBe(expected);
  });

  it.each([
    ['beat', lease(2)],
    ['epoch', lease(1, { epoch: 8 })],
  ])('begins to wait anew when its %s changes', (_, changed) => {
    const watch = observeLease(observeLease(undefined, lease(1), at(0)), changed, at(29_000));
    expect(vacancyOf(watch, at(58_000), 30_000)).toBeUndefined();
    expect(vacancyOf(watch, at(59_000), 30_000)).toBe('expired');
  });
});
