import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for a condition that becomes true by itself; fails after ten seconds. */
export async function until(condition: () => boolean, timeoutMs = 10_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Still false after ${timeoutMs} ms: ${condition.toString()}`);
    await sleep(5);
  }
}
