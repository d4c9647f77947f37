import { MAX_STAMPS_PER_EPOCH, STAMP_GAP_MICROS } from '../model/stamp.js';
import { EpochExhaustedError, nextEpoch } from './epoch.js';

const NOW_MS = 1_700_000_000_000;
const NOW = NOW_MS * 1000;

describe('nextEpoch', () => {
  it.each([
    ['no leader before', undefined, NOW],
    ['a leader whose clock was right', NOW - 3_600_000_000, NOW],
    ['a leader of just now', NOW - 1, NOW - 1 + STAMP_GAP_MICROS],
    ['a leader whose clock was an hour ahead', NOW + 3_600_000_000, NOW + 3_600_000_000 + STAMP_GAP_MICROS],
  ])('lies above every stamp of %s', (_, replaced, expected) => {
    expect(nextEpoch(replaced, NOW_MS, 0)).toBe(expected);
    if (replaced !== undefined) expect(nextEpoch(replaced, NOW_MS, 0)).toBeGreaterThan(replaced + MAX_STAMPS_PER_EPOCH);
  });

  it('keeps the winners of a broken election apart by chance', () => {
    expect(nextEpoch(5, NOW_MS, 0.25)).toBe(NOW + 250_000);
    expect(nextEpoch(5, NOW_MS, 0.999999)).toBeLessThan(NOW + 1_000_000);
  });

  it.each([
    ['the clock', undefined, 2 ** 53 / 1000],
    ['the epoch in the lease', Number.MAX_SAFE_INTEGER - 1_000_000, NOW_MS],
  ])('refuses when %s is too far ahead for exact timestamps, and says so', (_, replaced, wallMs) => {
    const attempt = () => nextEpoch(replaced, wallMs, 0.5);
    expect(attempt).toThrow(EpochExhaustedError);
    expect(attempt).toThrow(/2255.*Correct the clock/s);
  });
});
