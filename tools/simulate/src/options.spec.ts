import { readOptions, UsageError } from './options.js';

describe('The command line', () => {
  it.each([
    ['--seeds 3..9', { what: 'trials', seeds: { from: 3, to: 9 }, tell: false }],
    ['--nodes 200 --seeds 7 --tell', { what: 'trials', nodes: 200, seeds: { from: 7, to: 7 }, tell: true }],
    ['--nodes 1000 --days 7', { what: 'scale', nodes: 1_000, hours: 168, seed: 1 }],
    ['--nodes 1000 --hours 0.5 --seeds 3', { what: 'scale', nodes: 1_000, hours: 0.5, seed: 3 }],
    ['--bugs --threads 1', { what: 'bugs', names: [], threads: 1 }],
    ['--bug no-fence', { what: 'bugs', names: ['no-fence'] }],
    ['--bug no-fence --seeds 4', { what: 'trials', bug: 'no-fence', seeds: { from: 4, to: 4 } }],
    ['--plan x.json', { what: 'plan', file: 'x.json' }],
    ['--ci', { what: 'ci' }],
  ])('%s', (line, options) => {
    expect(readOptions(line.split(' '))).toMatchObject(options);
  });

  it.each([
    ['--nodes 2 --seeds 1', /--nodes must be/],
    ['--nodes x --seeds 9..1 --hours 0', /--nodes must be.*--hours must be.*--seeds must be/],
    ['--nodes 5', /say what to simulate/],
    ['--nodes 5 --seeds 1-9', /--seeds must be/],
    ['--bug no-such', /--bug must be one of no-fence, /],
    ['--nodes 5 --seeds 1 --colour blue', /colour/],
  ])('%s is refused with every mistake and the usage', (line, mistakes) => {
    const read = () => readOptions(line.split(' '));
    expect(read).toThrow(UsageError);
    expect(read).toThrow(mistakes);
    expect(read).toThrow(/Usage: /);
  });
});
