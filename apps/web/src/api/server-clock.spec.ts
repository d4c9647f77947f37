import { learnServerTime, toServerTime } from './server-clock';

const answered = (ms: number) => learnServerTime(new Headers({ date: new Date(ms).toUTCString() }));

describe('the clock of the sidecars', () => {
  it('is learnt from the dates of their answers, and does not jump for less than their resolution', () => {
    const now = 1_800_000_000_000;
    vi.useFakeTimers({ now });
    answered(now + 60_000);
    expect(toServerTime(now)).toBe(now + 60_000);
    answered(now + 61_000);
    learnServerTime(new Headers());
    expect(toServerTime(now)).toBe(now + 60_000);
    answered(now);
    expect(toServerTime(now)).toBe(now);
    vi.useRealTimers();
  });
});
