import { setTimeout as wait } from 'node:timers/promises';

/** Looks again and again until there is an answer. */
export async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>, timeoutMs = 60_000) {
  const end = performance.now() + timeoutMs;
  while (performance.now() < end) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await wait(20);
  }
  throw new Error(`Waited ${timeoutMs} ms in vain until ${what}`);
}
