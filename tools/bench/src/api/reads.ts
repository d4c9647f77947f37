import { setTimeout as sleep } from 'node:timers/promises';
import type { SidecarProcess } from '@reaper-sidecar/sidecar-rig';
import { type Figure, median, quantile } from '../figures.js';
import { note } from '../note.js';
import { get, readsOf } from './request.js';

const PER_SECOND = 200;
const WARM_UP_SECONDS = 10;
const SECONDS = 30;
const ALONE = 300;

/** Reads at a steady rate, whether or not earlier ones are answered; times count from when a read was due. */
export async function measureReads(sidecar: SidecarProcess, token: string, runId: string): Promise<Figure[]> {
  const alone = await timesAlone(sidecar, token, runId);
  note(`${PER_SECOND} reads a second for ${WARM_UP_SECONDS + SECONDS} s`);
  const paths = readsOf(runId);
  const times: number[] = [];
  let failed = 0;
  const begun = performance.now();
  const read = async (n: number) => {
    const dueMs = begun + (n * 1_000) / PER_SECOND;
    await get(sidecar.url, paths[n % paths.length] as string, token).catch(() => failed++);
    if (n >= WARM_UP_SECONDS * PER_SECOND) times.push(performance.now() - dueMs);
  };
  const { cpuSeconds } = sidecar.resourceUse();
  const underWay: Promise<void>[] = [];
  for (let n = 0; n < (WARM_UP_SECONDS + SECONDS) * PER_SECOND; n++) {
    const early = begun + (n * 1_000) / PER_SECOND - performance.now();
    if (early > 0) await sleep(early);
    underWay.push(read(n));
  }
  await Promise.all(underWay);
  const cpuMs = (sidecar.resourceUse().cpuSeconds - cpuSeconds) * 1_000;
  return [
    { what: 'reads one after the other p50', value: median(alone), unit: 'ms' },
    { what: 'reads one after the other p95', value: quantile(alone, 0.95), unit: 'ms' },
    { what: `reads at ${PER_SECOND}/s p50`, value: median(times), unit: 'ms' },
    { what: `reads at ${PER_SECOND}/s p95`, value: quantile(times, 0.95), unit: 'ms', target: 10 },
    { what: `reads at ${PER_SECOND}/s p99`, value: quantile(times, 0.99), unit: 'ms' },
    { what: 'CPU of the sidecar per read', value: cpuMs / underWay.length, unit: 'ms' },
    { what: 'reads that failed', value: failed, unit: '', target: 0 },
  ];
}

async function timesAlone({ url }: SidecarProcess, token: string, runId: string): Promise<number[]> {
  note(`${ALONE} reads one after the other`);
  const paths = readsOf(runId);
  const times: number[] = [];
  while (times.length < ALONE) {
    const begun = performance.now();
    await get(url, paths[times.length % paths.length] as string, token);
    times.push(performance.now() - begun);
  }
  return times;
}
