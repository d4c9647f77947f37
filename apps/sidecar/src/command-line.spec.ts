import { readCommandLine, UsageError } from './command-line.js';

describe('readCommandLine', () => {
  it('runs when nothing is asked', () => {
    expect(readCommandLine([])).toEqual({ action: 'run' });
    expect(readCommandLine(['--config', 'a.yaml'])).toEqual({ action: 'run', config: 'a.yaml' });
  });

  it('prints the configuration, the version and help', () => {
    expect(readCommandLine(['--print-config', '--config=a.yaml'])).toEqual({
      action: 'print-config',
      config: 'a.yaml',
    });
    expect(readCommandLine(['--version'])).toEqual({ action: 'version' });
    expect(readCommandLine(['--help', '--version'])).toEqual({ action: 'help' });
  });

  it('creates the first user', () => {
    expect(readCommandLine(['bootstrap', '--config', 'a.yaml'])).toEqual({ action: 'bootstrap', config: 'a.yaml' });
  });

  it.each([[['--speed']], [['bootstrap', 'again']], [['file.yaml']], [['--config']]])(
    'refuses %j with the usage',
    (args) => {
      expect(() => readCommandLine(args)).toThrow(UsageError);
      expect(() => readCommandLine(args)).toThrow('Usage: reaper-sidecar');
    },
  );
});
