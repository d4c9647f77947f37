import { readOptions, UsageError } from './options.js';

describe('The command line', () => {
  it.each([
    ['--nodes 5 --seeds 3..9', { nodes: 5, seeds: { from: 3, to: 9 }, hours: 1 }],
    ['--nodes 200 --seeds 7 --hours 0.5', { nodes: 200, seeds: { from: 7, to: 7 }, hours: 0.5 }],
  ])('%s', (line, options) => {
    expect(readOptions(line.split(' '))).toEqual(options);
  });

  it.each([
    ['--nodes 2 --seeds 1', /--nodes must be/],
    ['--nodes x --seeds 9..1 --hours 0', /--nodes must be.*--seeds must be.*--hours must be/],
    ['--nodes 5', /--seeds must be/],
    ['--nodes 5 --seeds 1-9', /--seeds must be/],
    ['--nodes 5 --seeds 1 --colour blue', /colour/],
  ])('%s is refused with every mistake and the usage', (line, mistakes) => {
    const read = () => readOptions(line.split(' '));
    expect(read).toThrow(UsageError);
    expect(read).toThrow(mistakes);
    expect(read).toThrow(/Usage: /);
  });
});
