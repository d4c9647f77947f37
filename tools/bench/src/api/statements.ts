import { setTimeout as sleep } from 'node:timers/promises';
import type { SidecarProcess } from '@reaper-sidecar/sidecar-rig';
import { type Figure, median } from '../figures.js';
import { note } from '../note.js';
import { countStatements } from '../sidecar-metrics.js';
import { get } from './request.js';

const LOOKS = 15;
/** Longer than answers are shared among readers. */
const PAUSE_MS = 1_200;

/** CQL statements that a first reader causes; the median leaves out what worker and leader do meanwhile. */
export async function measureStatements(sidecar: SidecarProcess, token: string, runId: string): Promise<Figure[]> {
  note('statements per read');
  const run = `/api/v1/runs/${runId}`;
  const count = (path: string) => statementsOf(sidecar, path, token);
  return [
    { what: 'CQL statements per run list', value: await count('/api/v1/runs'), unit: '', target: 3 },
    { what: 'CQL statements per run', value: await count(run), unit: '', target: 3 },
    { what: 'CQL statements per page of segments', value: await count(`${run}/segments`), unit: '' },
  ];
}

async function statementsOf(sidecar: SidecarProcess, path: string, token: string): Promise<number> {
  const counts: number[] = [];
  while (counts.length < LOOKS) {
    await sleep(PAUSE_MS);
    const before = await countStatements([sidecar]);
    await get(sidecar.url, path, token);
    counts.push((await countStatements([sidecar])).statements - before.statements);
  }
  return median(counts);
}
