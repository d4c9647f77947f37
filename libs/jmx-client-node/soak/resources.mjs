import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const MIB = 1024 * 1024;

/** What this process holds, after a full garbage collection. Needs `node --expose-gc`. */
export async function resources() {
  // Handles of closed sockets and timers are released by the event loop, some turns later.
  await sleep(300);
  globalThis.gc();
  const { rss, heapUsed } = process.memoryUsage();
  return {
    rssMiB: rss / MIB,
    heapMiB: heapUsed / MIB,
    handles: process.getActiveResourcesInfo().filter((kind) => kind !== 'PipeWrap').length,
    files: existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0,
    listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
  };
}

export function describe({ rssMiB, heapMiB, handles, files, listeners }) {
  const memory = `RSS ${rssMiB.toFixed(1)} MiB, heap ${heapMiB.toFixed(2)} MiB`;
  return `${memory}, ${handles} handles, ${files} files, ${listeners} process listeners`;
}

/** Complaints about what grew between two looks; none when nothing did. */
export function growth(before, after, { heapMiB, rssMiB }) {
  const complaints = ['handles', 'files', 'listeners']
    .filter((kind) => after[kind] > before[kind])
    .map((kind) => `${after[kind] - before[kind]} more ${kind}`);
  if (after.heapMiB - before.heapMiB > heapMiB) complaints.push(`heap grew by more than ${heapMiB} MiB`);
  if (after.rssMiB - before.rssMiB > rssMiB) complaints.push(`RSS grew by more than ${rssMiB} MiB`);
  return complaints;
}
