import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchDetached } from './guarded-launch.js';
import { findProcess, readPidFile, signalProcess } from './pid-file.js';
import { inspectIdentity, type ProcessIdentity } from './process-identity.js';
import { Watchdog } from './watchdog.js';

const built = resolve('dist/process');

/** A program that launches `sleep` under a watchdog and then lives on, or ends as told. */
const parentProgram = (directory: string, then: string) => `
  const { Watchdog } = require(${JSON.stringify(join(built, 'watchdog.js'))});
  const { launchDetached } = require(${JSON.stringify(join(built, 'guarded-launch.js'))});
  const directory = ${JSON.stringify(directory)};
  const pidFile = directory + '/pid';
  (async () => {
    const watchdog = new Watchdog();
    await watchdog.guard(pidFile);
    await launchDetached({
      command: ['sleep', '300'], directory, pidFile, owner: watchdog.owner, outputFile: directory + '/output',
    });
    ${then}
    console.log('launched');
    setInterval(() => undefined, 1000);
  })();
`;

describe('a process under a watchdog', () => {
  let directory: string;
  const pidFile = () => join(directory, 'pid');
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'watchdog-'))));
  afterEach(() => {
    signalProcess(pidFile(), 'SIGKILL');
    rmSync(directory, { recursive: true });
  });

  async function runParent(then: string, kill?: NodeJS.Signals): Promise<ProcessIdentity> {
    const parent = spawn(process.execPath, ['-e', parentProgram(directory, then)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(parent, 'exit');
    if (kill) {
      await once(parent.stdout, 'data');
      expect(findProcess(pidFile())).toBeDefined();
      parent.kill(kill);
    }
    await ended;
    const identity = readPidFile(pidFile());
    if (!identity) throw new Error('nothing was launched');
    return identity;
  }

  it.each(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'] as const)('ends when its parent ends by %s', async (signal) => {
    const identity = await runParent('', signal);
    await sleep(300);
    expect(inspectIdentity(identity)).toBeUndefined();
  });

  it.each([
    ['returns', 'return process.exit(0);'],
    ['throws', `setImmediate(() => { throw new Error('uncaught'); });`],
  ])('ends when its parent %s', async (_, then) => {
    const identity = await runParent(then);
    await sleep(300);
    expect(inspectIdentity(identity)).toBeUndefined();
  });

  it('lives on once it was released', async () => {
    const identity = await runParent('await watchdog.release(); return process.exit(0);');
    await sleep(1500);
    expect(inspectIdentity(identity)).toBeDefined();
  });

  it('is left alone if somebody else launched it under the same pid file', async () => {
    await runParent('', 'SIGKILL');
    const watchdog = new Watchdog();
    await launchDetached({
      command: ['sleep', '300'],
      directory,
      pidFile: pidFile(),
      owner: watchdog.owner,
      outputFile: join(directory, 'output'),
    });
    // The second sweep of the first watchdog comes a second after its parent's end.
    await sleep(1500);
    expect(findProcess(pidFile())).toBeDefined();
    await watchdog.release();
  });
});

describe('launchDetached', () => {
  let directory: string;
  const options = () => ({
    directory,
    owner: 'ab',
    pidFile: join(directory, 'pid'),
    outputFile: join(directory, 'output'),
  });
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'launch-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  it('keeps what the program prints', async () => {
    await launchDetached({ ...options(), command: ['/bin/sh', '-c', 'echo out; echo err >&2'] });
    await sleep(300);
    expect(readFileSync(options().outputFile, 'utf8')).toBe('out\nerr\n');
    expect(findProcess(options().pidFile)).toBeUndefined();
  });

  it('fails if not even the pid file can be written', async () => {
    const launch = launchDetached({ ...options(), command: ['true'], pidFile: join(directory, 'missing', 'pid') });
    await expect(launch).rejects.toMatchObject({ code: 'PROCESS_FAILED' });
  });
});
