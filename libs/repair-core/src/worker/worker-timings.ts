/** Periods and limits of a worker, ms. The defaults fit the leader's; change them only together. */
export interface WorkerTimings {
  /** A list may be started from only while its last read began at most this long ago. @default 5000 */
  readonly freshnessMs: number;
  /** Poll of the own assignment with work at hand. @default 1000 */
  readonly busyPollMs: number;
  /** Poll of the own assignment without work; a doorbell cuts it short. @default 20000 */
  readonly idlePollMs: number;
  /** Longest time between two reports, and between two looks at the node, with work. @default 5000 */
  readonly busyHeartbeatMs: number;
  /** The same without work. @default 20000 */
  readonly idleHeartbeatMs: number;
  /** An extra report this long after a start tells command number and session. @default 2000 */
  readonly numberReportMs: number;
  /** Without any event of the running command for this long, its status is asked. @default 10000 */
  readonly silenceMs: number;
  /** After this long without an answer, the outcome of a start counts as unknown. @default 120000 */
  readonly startAnswerMs: number;
  /** A lost command that is found nowhere this long after the own start never began. @default 10000 */
  readonly searchMs: number;
  /** Pause between two attempts to cancel a command that is over time. @default 60000 */
  readonly cancelEveryMs: number;
  /** A command without any trace is given up this long, or once more its timeout, after its timeout. @default 600000 */
  readonly orphanHoldMs: number;
  /** Unexplained sessions are looked at again after this long before they count as a foreign repair. @default 3000 */
  readonly suspicionMs: number;
  /** Sessions seen this soon after the end of an own command may be its leftovers. @default 2000 */
  readonly settleMs: number;
  /** Nothing starts unless a look at the node within this time found no foreign repair. @default 15000 */
  readonly clearMs: number;
  /** Unexplained sessions that last this long count as leaked and are ignored. @default 14400000 */
  readonly leftoverMs: number;
  /** A foreign command without any trace for this long counts as over. @default 3600000 */
  readonly foreignQuietMs: number;
  /** First and longest pause before a failed operation is repeated. @default 200 and 2000 */
  readonly retryMinMs: number;
  readonly retryMaxMs: number;
}

export const DEFAULT_WORKER_TIMINGS: WorkerTimings = {
  freshnessMs: 5_000,
  busyPollMs: 1_000,
  idlePollMs: 20_000,
  busyHeartbeatMs: 5_000,
  idleHeartbeatMs: 20_000,
  numberReportMs: 2_000,
  silenceMs: 10_000,
  startAnswerMs: 120_000,
  searchMs: 10_000,
  cancelEveryMs: 60_000,
  orphanHoldMs: 600_000,
  suspicionMs: 3_000,
  settleMs: 2_000,
  clearMs: 15_000,
  leftoverMs: 14_400_000,
  foreignQuietMs: 3_600_000,
  retryMinMs: 200,
  retryMaxMs: 2_000,
};

/** Adds the defaults. Throws a RangeError that names every mistake. */
export function workerTimings(given: Partial<WorkerTimings> = {}): WorkerTimings {
  const timings = Object.freeze({ ...DEFAULT_WORKER_TIMINGS, ...given });
  const mistakes = mistakesOf(timings);
  if (mistakes.length > 0) throw new RangeError(`Worker timings: ${mistakes.join('; ')}`);
  return timings;
}

function mistakesOf(timings: WorkerTimings): string[] {
  const notPositive = Object.entries(timings)
    .filter(([, ms]) => !Number.isFinite(ms) || ms <= 0)
    .map(([name, ms]) => `${name} must be a positive number of ms, not ${ms}`);
  const orders: readonly (readonly [keyof WorkerTimings, keyof WorkerTimings])[] = [
    ['busyPollMs', 'freshnessMs'],
    ['busyPollMs', 'idlePollMs'],
    ['busyHeartbeatMs', 'idleHeartbeatMs'],
    ['busyHeartbeatMs', 'clearMs'],
    ['retryMinMs', 'retryMaxMs'],
  ];
  const wrongOrder = orders
    .filter(([small, large]) => timings[small] > timings[large])
    .map(([small, large]) => `${small} (${timings[small]}) must not exceed ${large} (${timings[large]})`);
  return [...notPositive, ...wrongOrder];
}
