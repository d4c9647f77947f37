import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Cluster, startCluster } from '@reaper-sidecar/cassandra-rig';
import { Dataset } from '@reaper-sidecar/dataset';
import { type SidecarFleet, startFleet } from '@reaper-sidecar/sidecar-rig';
import { measureRest } from './at-rest.js';
import { type Figure, figureTable, median, quantile } from './figures.js';
import { idleGaps, measureRun, measureRunUnwatched } from './measured-run.js';
import { note } from './note.js';
import { countStatements } from './sidecar-metrics.js';

const KEYSPACE = 'bench';
const FORCED_SEGMENTS = 208;

/** Five tables of 1,000 rows, RF 3, three nodes of 16 vnodes: default runs against nodetool, forced small segments, costs at rest. */
export async function benchRepair(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { repetitions: { type: 'string', default: '5' } } });
  const repetitions = Number(values.repetitions);
  const cluster = await startCluster({ nodes: 3, tokens: 16, onProgress: ({ message }) => note(message) });
  const logs = mkdtempSync(join(tmpdir(), 'reaper-bench-'));
  try {
    await new Dataset(cluster.nodes, {
      keyspace: KEYSPACE,
      tables: ['t1', 't2', 't3', 't4', 't5'],
      rowsPerTable: 1_000,
      replicationFactor: 3,
    }).create();
    const figures = await measureAll(cluster, logs, repetitions);
    process.stdout.write(`\n${figureTable(figures)}\n`);
  } finally {
    await cluster.wipe();
    rmSync(logs, { recursive: true, force: true });
  }
}

async function measureAll(cluster: Cluster, logs: string, repetitions: number): Promise<Figure[]> {
  note('starting the sidecars on a fresh keyspace');
  const first = await startFleet({ nodes: cluster.nodes, logDirectory: logs });
  await first.stop();
  note('starting them again');
  const fleet = await startFleet({ nodes: cluster.nodes, logDirectory: logs });
  try {
    return [
      {
        what: 'ready, fresh schema (slowest of three)',
        value: Math.max(...first.readyMs) / 1000,
        unit: 's',
        target: 10,
      },
      {
        what: 'ready, schema exists (slowest of three)',
        value: Math.max(...fleet.readyMs) / 1000,
        unit: 's',
        target: 1.5,
      },
      ...(await measureDefaultRuns(cluster, fleet, repetitions)),
      ...(await measureForcedRun(fleet)),
      ...(await measureRest(fleet)),
    ];
  } finally {
    await fleet.stop();
  }
}

/** In turn, so that a slow spell of the machine hits both. */
async function measureDefaultRuns(cluster: Cluster, fleet: SidecarFleet, repetitions: number): Promise<Figure[]> {
  const runs: number[] = [];
  const nodetool: number[] = [];
  const ratios: number[] = [];
  for (let i = 0; i <= repetitions; i++) {
    const started = performance.now();
    const { exitCode, stderr } = await cluster.nodetool(1, ['repair', '-full', KEYSPACE]);
    const nodetoolMs = performance.now() - started;
    if (exitCode !== 0) throw new Error(`nodetool repair failed: ${stderr}`);
    const { wallMs } = await measureRun(fleet.balancer.url, { keyspace: KEYSPACE });
    note(
      `${i === 0 ? 'warm-up' : `repetition ${i}`}: run ${wallMs.toFixed(0)} ms, nodetool ${nodetoolMs.toFixed(0)} ms`,
    );
    if (i === 0) continue;
    runs.push(wallMs);
    nodetool.push(nodetoolMs);
    ratios.push(wallMs / nodetoolMs);
  }
  return [
    { what: 'default run, POST to DONE, median', value: median(runs) / 1000, unit: 's', target: 3 },
    { what: 'nodetool repair -full, median', value: median(nodetool) / 1000, unit: 's' },
    { what: 'run / nodetool, median of pairs', value: median(ratios), unit: 'x', target: 1.5 },
  ];
}

async function measureForcedRun(fleet: SidecarFleet): Promise<Figure[]> {
  const before = await countStatements(fleet.sidecars);
  const run = await measureRunUnwatched(fleet.sidecars[0]?.url ?? '', {
    keyspace: KEYSPACE,
    segments: FORCED_SEGMENTS,
  });
  const after = await countStatements(fleet.sidecars);
  const segmentMs = run.segments.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0);
  const gaps = idleGaps(run.segments);
  const count = run.segments.length;
  return [
    { what: 'forced run: segments', value: count, unit: '' },
    { what: 'forced run: wall time', value: run.wallMs / 1000, unit: 's' },
    { what: 'forced run: wall time / sum of segment times', value: run.wallMs / segmentMs, unit: 'x', target: 1.3 },
    { what: 'idle gap p50', value: median(gaps), unit: 'ms' },
    { what: 'idle gap p95', value: quantile(gaps, 0.95), unit: 'ms', target: 250 },
    { what: 'CQL statements per segment', value: (after.statements - before.statements) / count, unit: '', target: 4 },
    {
      what: 'conditional writes per segment',
      value: (after.conditional - before.conditional) / count,
      unit: '',
      target: 0.05,
    },
  ];
}
