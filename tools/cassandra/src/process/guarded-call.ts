import { spawn } from 'node:child_process';
import { removePidFile, writePidFile } from './pid-file.js';
import { inspectProcess } from './process-identity.js';
import { Watchdog } from './watchdog.js';

export type OutputName = 'stdout' | 'stderr';

export interface CallOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Exists only during the call. */
  readonly pidFile: string;
  /** The call is ended by SIGKILL after this time; 0 means never. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly onOutput: (name: OutputName, text: string) => void;
}

/**
 * Runs a program to its end, and ends it if this process ends first.
 * @returns its exit code, null if it was ended by a signal
 * @throws the system error if it cannot be run
 */
export async function callGuarded(options: CallOptions): Promise<number | null> {
  const watchdog = new Watchdog();
  await watchdog.guard(options.pidFile);
  try {
    return await call(options, watchdog.owner);
  } finally {
    await watchdog.release();
    removePidFile(options.pidFile);
  }
}

function call(options: CallOptions, owner: string): Promise<number | null> {
  const { command, args, environment, timeoutMs, signal, pidFile, onOutput } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      killSignal: 'SIGKILL',
      ...(signal ? { signal } : {}),
    });
    // The timeout option of spawn is not used: its timer stays if the program cannot be run.
    const timer = timeoutMs > 0 ? setTimeout(() => child.kill('SIGKILL'), timeoutMs) : undefined;
    const identity = child.pid === undefined ? undefined : inspectProcess(child.pid);
    if (identity) writePidFile(pidFile, identity, owner);
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => onOutput(name, text));
    }
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', (exitCode) => {
      clearTimeout(timer);
      resolve(exitCode);
    });
  });
}
