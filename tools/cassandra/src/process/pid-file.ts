import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { systemErrorCode } from '../errors.js';
import { inspectIdentity, type ProcessFacts, type ProcessIdentity } from './process-identity.js';

/** Reads `PID START-TICKS OWNER`, the owner being the watchdog of the launch. Undefined if the file is missing or is not of that shape. */
export function readPidFile(path: string): ProcessIdentity | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
  const match = /^([1-9]\d{0,9}) (\d{1,20}) [0-9a-f]{1,32}\n$/.exec(text);
  return match ? { pid: Number(match[1]), startTicks: String(match[2]) } : undefined;
}

export function writePidFile(path: string, { pid, startTicks }: ProcessIdentity, owner: string): void {
  writeFileSync(path, `${pid} ${startTicks} ${owner}\n`);
}

/** The process of a pid file while it lives. */
export function findProcess(pidFile: string): ProcessFacts | undefined {
  const identity = readPidFile(pidFile);
  return identity && inspectIdentity(identity);
}

/** Sends a signal to the process of a pid file, never to another one. False if it has ended. */
export function signalProcess(pidFile: string, signal: NodeJS.Signals): boolean {
  const running = findProcess(pidFile);
  if (!running) return false;
  try {
    return process.kill(running.pid, signal);
  } catch (error) {
    if (systemErrorCode(error) === 'ESRCH') return false;
    throw error;
  }
}

export function removePidFile(path: string): void {
  rmSync(path, { force: true });
}
