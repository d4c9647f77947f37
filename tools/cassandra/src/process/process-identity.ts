import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A process for good: a pid alone may belong to another process by the time it is used. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start time in clock ticks since boot, field 22 of `/proc/PID/stat` (proc(5)). */
  readonly startTicks: string;
}

export interface ProcessFacts extends ProcessIdentity {
  /** One letter of proc(5): R running, S sleeping, T stopped by a signal, Z ended but not yet collected … */
  readonly state: string;
  /** Field 20; threads that still end count. */
  readonly threads: number;
  /** User plus system CPU time, in clock ticks (100 a second on Linux). */
  readonly cpuTicks: number;
}

/** Facts about the process that has this pid now, or undefined if there is none. */
export function inspectProcess(pid: number): ProcessFacts | undefined {
  try {
    return parseStat(pid, readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return undefined;
  }
}

/** The command name stands in parentheses and may itself contain spaces and parentheses, so count from the last one. */
export function parseStat(pid: number, stat: string): ProcessFacts | undefined {
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .trim()
    .split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  if (state === undefined || startTicks === undefined) return undefined;
  return { pid, startTicks, state, threads: Number(fields[17]), cpuTicks: Number(fields[11]) + Number(fields[12]) };
}

/** Facts about exactly this process while it lives. */
export function inspectIdentity(identity: ProcessIdentity): ProcessFacts | undefined {
  const facts = inspectProcess(identity.pid);
  return facts && facts.startTicks === identity.startTicks && !hasEnded(facts) ? facts : undefined;
}

/**
 * A zombie has ended, but only once its last thread has: until then the process still holds its ports, although the
 * state of its first thread is Z already.
 */
export function hasEnded({ state, threads }: ProcessFacts): boolean {
  return state === 'X' || (state === 'Z' && threads <= 1);
}

/** States of all threads, as in {@link ProcessFacts.state}. */
export function threadStates(pid: number): string[] {
  const directory = `/proc/${pid}/task`;
  try {
    return readdirSync(directory).flatMap((thread) => {
      const facts = parseStat(pid, readFileSync(`${directory}/${thread}/stat`, 'latin1'));
      return facts ? [facts.state] : [];
    });
  } catch {
    // A thread has ended while this looked: look again.
    return existsSync(directory) ? threadStates(pid) : [];
  }
}

/** Resident memory in MiB, 0 if the process is gone. */
export function residentMebibytes(pid: number): number {
  try {
    const match = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    return match ? Math.round(Number(match[1]) / 1024) : 0;
  } catch {
    return 0;
  }
}
