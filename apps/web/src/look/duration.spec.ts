import { durationText } from './duration';

describe('a duration', () => {
  it.each([
    [0, '0.0 s'],
    [400, '0.4 s'],
    [9_960, '10 s'],
    [45_000, '45 s'],
    [59_700, '1 min 00 s'],
    [250_000, '4 min 10 s'],
    [7_500_000, '2 h 05 min'],
    [273_600_000, '3 d 4 h'],
  ])('of %d ms reads %s', (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });
});
