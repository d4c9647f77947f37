import { readOptions, SLICE } from './options.js';

describe('readOptions', () => {
  it('knows the long trial, the slice, and changes to either', () => {
    expect(readOptions(['--seed', '7'])).toEqual({
      seed: 7,
      minutes: 8,
      sidecarKills: 30,
      nodeKills: 10,
      timeouts: 100,
    });
    expect(readOptions(['--slice', '--seed=1', '--timeouts=0'])).toEqual({ ...SLICE, seed: 1, timeouts: 0 });
  });

  it.each([
    [['--minutes', '0'], /--minutes must be a number above 0/],
    [['--minutes', 'x'], /not "x"/],
    [['--seed', ''], /--seed must be a whole number/],
    [['--node-kills=-1'], /--node-kills must be a whole number from 0/],
    [['--whatever'], /Unknown option/],
  ])('refuses %p', (args, words) => {
    expect(() => readOptions(args)).toThrow(words);
  });
});
