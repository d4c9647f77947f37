import { setTimeout as sleep } from 'node:timers/promises';
import { threadStates } from '../process/process-identity.js';
import { findProcess, removePidFile, signalProcess } from '../process/pid-file.js';
import { RigError, RigErrorCode } from '../errors.js';

/** A clean stop takes 2.5 to 3 s, 2 s of which is a fixed wait in Cassandra's messaging service. */
const cleanStopMs = 20_000;
const killMs = 10_000;

export const StopMode = {
  /** SIGTERM: the node drains and says goodbye to the others; SIGKILL if that takes more than 20 s. */
  Clean: 'clean',
  /** SIGKILL: the others notice only through their failure detectors, about 20 s later. */
  Kill: 'kill',
} as const;
export type StopMode = (typeof StopMode)[keyof typeof StopMode];

/** Ends nodes, all at the same time. Those that do not run are skipped. */
export async function stopProcesses(pidFiles: readonly string[], mode: StopMode): Promise<void> {
  for (const file of pidFiles) {
    signalProcess(file, mode === StopMode.Clean ? 'SIGTERM' : 'SIGKILL');
    // A paused process would otherwise keep SIGTERM pending.
    signalProcess(file, 'SIGCONT');
  }
  let left = await untilEnded(pidFiles, mode === StopMode.Clean ? cleanStopMs : killMs);
  for (const file of left) signalProcess(file, 'SIGKILL');
  left = await untilEnded(left, killMs);
  if (left.length > 0) throw survived(left);
  for (const file of pidFiles) removePidFile(file);
}

/** SIGSTOP takes effect only when each thread gets to it, on a busy machine that may take a while. */
export async function untilStopped(pidFile: string): Promise<void> {
  const endMs = Date.now() + killMs;
  for (;;) {
    const running = findProcess(pidFile);
    if (!running || threadStates(running.pid).every((state) => state === 'T' || state === 'Z')) return;
    if (Date.now() > endMs) break;
    await sleep(10);
  }
  throw new RigError(RigErrorCode.ProcessFailed, `SIGSTOP did not stop the process of ${pidFile} within ${killMs} ms`);
}

async function untilEnded(pidFiles: readonly string[], timeoutMs: number): Promise<string[]> {
  const endMs = Date.now() + timeoutMs;
  let left = pidFiles.filter(findProcess);
  while (left.length > 0 && Date.now() < endMs) {
    await sleep(20);
    left = left.filter(findProcess);
  }
  return left;
}

function survived(pidFiles: readonly string[]): RigError {
  const pids = pidFiles.map((file) => findProcess(file)?.pid);
  return new RigError(
    RigErrorCode.ProcessFailed,
    `Even SIGKILL did not end process ${pids.join(', ')} within ${killMs} ms`,
    {
      details: { pids },
    },
  );
}
