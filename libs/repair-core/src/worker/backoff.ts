import type { Runtime } from '../ports/runtime.js';

export interface BackoffLimits {
  readonly minMs: number;
  readonly maxMs: number;
}

/** Pause before try number `attempt` (1 = after the first failure): doubling, capped, between half and all of it. */
export function backoffMs(attempt: number, limits: BackoffLimits, random: number): number {
  const full = Math.min(limits.maxMs, limits.minMs * 2 ** Math.min(attempt - 1, 30));
  return full * (0.5 + random / 2);
}

/** What a retried operation came to; `stopped` when the worker ended before it succeeded. */
export type Persisted<T> = { readonly stopped: false; readonly value: T } | { readonly stopped: true };

/** Repeats `operation` until it succeeds or the worker stops. `failed` sees every error. */
export async function persist<T>(
  runtime: Runtime,
  stop: AbortSignal,
  limits: BackoffLimits,
  operation: () => Promise<T>,
  failed: (error: unknown, attempt: number) => void,
): Promise<Persisted<T>> {
  for (let attempt = 1; !stop.aborted; attempt++) {
    try {
      return { stopped: false, value: await operation() };
    } catch (error) {
      failed(error, attempt);
    }
    await runtime.timers.sleep(backoffMs(attempt, limits, runtime.entropy.random()), stop);
  }
  return { stopped: true };
}
