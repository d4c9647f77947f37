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

  it.each([[['--speed']], [['file.yaml']], [['--config']]])('refuses %j with the usage', (args) => {
    expect(() => readCommandLine(args)).toThrow(UsageError);
    expect(() => readCommandLine(args)).toThrow('Usage: reaper-sidecar');
  });
});
