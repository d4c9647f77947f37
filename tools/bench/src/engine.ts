import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from '@reaper-sidecar/cassandra-rig';
import { type SidecarFleet, startFleet } from '@reaper-sidecar/sidecar-rig';
import { measureRest } from './at-rest.js';
import { type Figure, figureTable } from './figures.js';
import { measureLongRun } from './long-run.js';
import { createManyTables, measureManyTables } from './many-tables.js';
import { measurePlanning } from './planning.js';

const DEFAULT_SEGMENTS = 10_000;
const DEFAULT_TABLES = 200;

/** What the engine costs: a run of very many segments, very many tables, sidecars at rest, the plan of a large cluster. */
export async function benchEngine(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      segments: { type: 'string', default: String(DEFAULT_SEGMENTS) },
      tables: { type: 'string', default: String(DEFAULT_TABLES) },
    },
  });
  const logs = mkdtempSync(join(tmpdir(), 'reaper-bench-'));
  const cluster = await startCluster({ nodes: 3, tokens: 16, heap: '512m' });
  try {
    const tables = Number(values.tables);
    await createManyTables(cluster, tables);
    const figures = await withFleet(cluster.nodes, logs, async (fleet) => [
      ...(await measureManyTables(cluster, fleet, tables)),
      ...(await measureLongRun(cluster, fleet, Number(values.segments))),
      ...(await measureRest(fleet)),
      ...measurePlanning(),
    ]);
    process.stdout.write(`\n${figureTable(figures)}\n`);
  } finally {
    await cluster.wipe();
    rmSync(logs, { recursive: true, force: true });
  }
}

async function withFleet(
  nodes: Parameters<typeof startFleet>[0]['nodes'],
  logDirectory: string,
  measure: (fleet: SidecarFleet) => Promise<Figure[]>,
): Promise<Figure[]> {
  const fleet = await startFleet({ nodes, logDirectory });
  try {
    return await measure(fleet);
  } finally {
    await fleet.stop();
  }
}
