import type { Cluster } from '@reaper-sidecar/cassandra-rig';
import { Dataset } from '@reaper-sidecar/dataset';
import type { SidecarFleet } from '@reaper-sidecar/sidecar-rig';
import { type Figure, median, quantile } from './figures.js';
import { gapsBetweenLists, idleGaps, measureRunUnwatched } from './measured-run.js';
import { note } from './note.js';
import { countStatements } from './sidecar-metrics.js';

const KEYSPACE = 'long_run';
const PATIENCE_MS = 3_600_000;

/** One run of very many segments of a small table: statements of a segment, pauses between segments, standstills. */
export async function measureLongRun(cluster: Cluster, fleet: SidecarFleet, segments: number): Promise<Figure[]> {
  const options = { keyspace: KEYSPACE, tables: ['t'], rowsPerTable: 100, replicationFactor: 2 };
  await new Dataset(cluster.nodes, options).create();
  note(`a run of ${segments} segments`);
  const before = await countStatements(fleet.sidecars);
  const run = await measureRunUnwatched(fleet.sidecars[0]?.url ?? '', { keyspace: KEYSPACE, segments }, PATIENCE_MS);
  const after = await countStatements(fleet.sidecars);
  const gaps = idleGaps(run.segments);
  const between = gapsBetweenLists(run.segments);
  const count = run.segments.length;
  const again = run.segments.filter(({ attempt = 1 }) => attempt > 1).length;
  return [
    { what: 'long run: segments', value: count, unit: '' },
    { what: 'long run: segments with more than one attempt', value: again, unit: '' },
    { what: 'long run: wall time', value: run.wallMs / 1000, unit: 's' },
    {
      what: 'longest time without a running command while work was left',
      value: Math.max(...gaps) / 1000,
      unit: 's',
      target: 30,
    },
    { what: 'gap p50', value: median(gaps), unit: 'ms' },
    { what: 'gap p95', value: quantile(gaps, 0.95), unit: 'ms', target: 250 },
    {
      what: `gap p95 across ${between.length} changes of the list`,
      value: quantile(between, 0.95),
      unit: 'ms',
      target: 250,
    },
    { what: 'CQL statements per segment', value: (after.statements - before.statements) / count, unit: '', target: 4 },
    {
      what: 'conditional writes per segment',
      value: (after.conditional - before.conditional) / count,
      unit: '',
      target: 0.05,
    },
  ];
}
