import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callGuarded, type CallOptions } from './guarded-call.js';
import { readPidFile } from './pid-file.js';

describe('callGuarded', () => {
  const directory = mkdtempSync(join(tmpdir(), 'call-'));
  const pidFile = join(directory, 'pid');
  afterAll(() => rmSync(directory, { recursive: true }));

  function shell(script: string, options: Partial<CallOptions> = {}): CallOptions {
    const environment = { PATH: '/usr/bin:/bin' };
    const onOutput = () => undefined;
    return { command: '/bin/sh', args: ['-c', script], environment, pidFile, timeoutMs: 0, onOutput, ...options };
  }

  it('hands on output and exit code', async () => {
    const output: string[] = [];
    const options = shell('echo out; echo err >&2; exit 3', {
      onOutput: (name, text) => output.push(`${name}: ${text}`),
    });
    expect(await callGuarded(options)).toBe(3);
    expect(output.sort()).toEqual(['stderr: err\n', 'stdout: out\n']);
  });

  it('has a pid file during the call only', async () => {
    let during: unknown;
    await callGuarded(shell('echo x', { onOutput: () => (during = readPidFile(pidFile)) }));
    expect(during).toBeDefined();
    expect(existsSync(pidFile)).toBe(false);
  });

  it('ends a program that takes too long', async () => {
    expect(await callGuarded(shell('exec sleep 60', { timeoutMs: 50 }))).toBeNull();
  });

  it('ends a program that is not wanted any more', async () => {
    const call = callGuarded(shell('exec sleep 60', { signal: AbortSignal.timeout(50) }));
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('fails if the program cannot be run', async () => {
    const call = callGuarded(shell('', { command: '/no/such/program', timeoutMs: 600_000 }));
    await expect(call).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
