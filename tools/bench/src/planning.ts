import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Figure } from './figures.js';

const PLANNER = join(__dirname, '..', '..', '..', 'libs', 'segment-planner', 'bench', 'plan-segments.mjs');

/** Case 2 of the planner's own benchmark: 1,000 nodes of 16 tokens with estimates of ten tables, in a process of its own. */
export function measurePlanning(): Figure[] {
  const said = execFileSync(process.execPath, [PLANNER, '2'], { encoding: 'utf8' });
  const [, ms, mib] = /in (\d+) ms; peak (\d+) MiB/.exec(said) ?? [];
  return [
    { what: 'plan of 1,000 nodes of 16 tokens', value: Number(ms) / 1000, unit: 's', target: 2 },
    { what: 'peak memory of that process', value: Number(mib), unit: 'MiB', target: 256 },
  ];
}
