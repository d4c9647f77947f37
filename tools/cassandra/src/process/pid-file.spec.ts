import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProcess, readPidFile, signalProcess, writePidFile } from './pid-file.js';
import { inspectProcess } from './process-identity.js';

describe('a pid file', () => {
  const directory = mkdtempSync(join(tmpdir(), 'pid-file-'));
  const file = join(directory, 'pid');
  const startTicks = inspectProcess(process.pid)?.startTicks ?? '';
  afterAll(() => rmSync(directory, { recursive: true }));

  it('leads to the process it was written for', () => {
    writePidFile(file, { pid: process.pid, startTicks }, 'abc');
    expect(readPidFile(file)).toEqual({ pid: process.pid, startTicks });
    expect(findProcess(file)?.pid).toBe(process.pid);
  });

  it('does not lead to a process that was given the same pid later', () => {
    writePidFile(file, { pid: process.pid, startTicks: `${startTicks}0` }, 'abc');
    expect(findProcess(file)).toBeUndefined();
  });

  it('lets no signal through to a process that was given the same pid later', () => {
    const received: string[] = [];
    const listener = () => received.push('SIGUSR2');
    process.on('SIGUSR2', listener);
    writePidFile(file, { pid: process.pid, startTicks: `${startTicks}0` }, 'abc');
    expect(signalProcess(file, 'SIGUSR2')).toBe(false);
    process.off('SIGUSR2', listener);
    expect(received).toEqual([]);
  });

  it.each([
    '',
    '12',
    '12 34',
    '0 34 abc\n',
    '-1 34 abc\n',
    '12 34 abc',
    '12 34 abc\n\n',
    'a b c\n',
    '12  34 abc\n',
    '12 34 ABC/..\n',
  ])('that holds %p leads nowhere', (text) => {
    writeFileSync(file, text);
    expect(readPidFile(file)).toBeUndefined();
    expect(signalProcess(file, 'SIGKILL')).toBe(false);
  });

  it('that does not exist leads nowhere', () => {
    expect(readPidFile(join(directory, 'missing'))).toBeUndefined();
  });
});
