import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log, Runtime } from '@reaper-sidecar/repair-core';

/** Time, timers and chance of this machine. */
export function systemRuntime(log: Log): Runtime {
  return {
    clock: { wallMs: () => Date.now(), monotonicMs: () => performance.now() },
    timers: {
      sleep: async (ms, signal) => {
        await wait(ms, undefined, signal && { signal }).catch(() => undefined);
      },
    },
    entropy: { uuid: () => randomUUID(), random: () => Math.random() },
    log,
  };
}
