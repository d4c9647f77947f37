import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { RigError, RigErrorCode } from '../errors.js';
import { readPidFile, removePidFile } from './pid-file.js';
import { type ProcessIdentity } from './process-identity.js';

/**
 * The shell writes its own pid and start ticks and then becomes the program. So there is no moment in which the program
 * runs and its pid file does not exist yet, whatever happens to the process that launched it.
 */
const launcher = `
set -f
read -r stat < "/proc/$$/stat" || exit 126
file=$1
owner=$2
shift 2
ticks() { shift 19; echo "$1"; }
printf '%s %s %s\\n' "$$" "$(ticks \${stat##*) })" "$owner" > "$file" || exit 126
exec "$@"
`;

export interface LaunchOptions {
  readonly command: readonly string[];
  readonly directory: string;
  readonly pidFile: string;
  /** The `owner` of the watchdog that guards the pid file. */
  readonly owner: string;
  /** Receives standard output and standard error; overwritten. */
  readonly outputFile: string;
}

/**
 * Only what Java needs: `JAVA_TOOL_OPTIONS` and the like would change the node behind the back of the caller. With a
 * locale other than UTF-8, Java could not open files whose names are not plain ASCII.
 */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' };
}

/** Starts a program in a session of its own, so that Ctrl-C in a terminal does not reach it. */
export async function launchDetached(options: LaunchOptions): Promise<ProcessIdentity> {
  removePidFile(options.pidFile);
  const output = openSync(options.outputFile, 'w');
  try {
    const child = spawn('/bin/sh', ['-c', launcher, 'launcher', options.pidFile, options.owner, ...options.command], {
      cwd: options.directory,
      detached: true,
      env: plainEnvironment(),
      stdio: ['ignore', output, output],
    });
    child.unref();
    return await waitForPidFile(child, options);
  } finally {
    closeSync(output);
  }
}

async function waitForPidFile(child: ChildProcess, options: LaunchOptions): Promise<ProcessIdentity> {
  let failure: unknown;
  child.once('error', (error) => (failure = error));
  for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 5) {
    const identity = readPidFile(options.pidFile);
    if (identity && identity.pid === child.pid) return identity;
    if (failure !== undefined || child.exitCode !== null) break;
    await sleep(5);
  }
  throw new RigError(
    RigErrorCode.ProcessFailed,
    `${options.command[0]} could not be started; see ${options.outputFile}`,
    {
      cause: failure,
      details: { outputFile: options.outputFile },
    },
  );
}
