import { timeText } from './time';

const now = new Date(2026, 10, 22, 15, 0, 0);

describe('a time', () => {
  it.each([
    ['of today shows seconds', new Date(2026, 10, 22, 4, 5, 10), '04:05:10'],
    ['of another day shows the day', new Date(2026, 10, 21, 14, 5, 10), '21 Nov, 14:05'],
    ['of another year shows the year', new Date(2025, 10, 22, 14, 5, 10), '22 Nov 2025'],
  ])('%s', (_what, at, text) => {
    expect(timeText(at, now)).toBe(text);
  });
});
