import { setTimeout as wait } from 'node:timers/promises';
import { type Runtime } from '@reaper-sidecar/repair-core';

const silent = () => undefined;

/** Real time and no log, for tests against real nodes. */
export const systemRuntime: Pick<Runtime, 'clock' | 'timers' | 'log'> = {
  clock: { wallMs: () => Date.now(), monotonicMs: () => performance.now() },
  timers: { sleep: (ms, signal) => wait(ms, undefined, { signal }).catch(silent) },
  log: { debug: silent, info: silent, warn: silent, error: silent },
};
