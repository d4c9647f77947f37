import { setTimeout as sleep } from 'node:timers/promises';
import type { SidecarFleet } from '@reaper-sidecar/sidecar-rig';
import type { Figure } from './figures.js';
import { note } from './note.js';
import { countStatements } from './sidecar-metrics.js';

const IDLE_SECONDS = 60;

/** After work, the shorter periods of a worker last this long. */
const SETTLE_MS = 25_000;

/** Statements, memory and CPU of sidecars without any run. */
export async function measureRest(fleet: SidecarFleet): Promise<Figure[]> {
  note(`at rest for ${IDLE_SECONDS} s`);
  await sleep(SETTLE_MS);
  const cpuBefore = fleet.sidecars.map((sidecar) => sidecar.resourceUse().cpuSeconds);
  const before = await countStatements(fleet.sidecars);
  await sleep(IDLE_SECONDS * 1000);
  const after = await countStatements(fleet.sidecars);
  const use = fleet.sidecars.map((sidecar) => sidecar.resourceUse());
  const perSecond = (after.statements - before.statements) / IDLE_SECONDS / fleet.sidecars.length;
  return [
    { what: 'CQL statements per second and sidecar at rest', value: perSecond, unit: '/s', target: 0.25 },
    ...use.map(({ rssMiB }, i) => ({
      what: `resident memory of sidecar ${i + 1}`,
      value: rssMiB,
      unit: 'MiB',
      target: 96,
    })),
    ...use.map(({ cpuSeconds }, i) => ({
      what: `CPU of sidecar ${i + 1} at rest`,
      value: ((cpuSeconds - (cpuBefore[i] ?? 0)) / IDLE_SECONDS) * 100,
      unit: '% of a core',
      target: 1,
    })),
    ...use.map(({ cpuSeconds }, i) => ({
      what: `CPU of sidecar ${i + 1} since its start`,
      value: cpuSeconds,
      unit: 's',
    })),
  ];
}
