import type { Cluster } from '@reaper-sidecar/cassandra-rig';
import type { SidecarFleet } from '@reaper-sidecar/sidecar-rig';
import { type Figure, median } from './figures.js';
import { measureRun } from './measured-run.js';
import { note } from './note.js';

const KEYSPACE = 'many_tables';
const REPETITIONS = 3;
const AGREEMENT_MS = 60_000;

/** Tables with one row each. */
export async function createManyTables(cluster: Cluster, tables: number): Promise<void> {
  note(`creating ${tables} tables`);
  const connection = await cluster.connect(1);
  try {
    await connection.query(
      `CREATE KEYSPACE ${KEYSPACE} WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3}`,
    );
    await connection.awaitSchemaAgreement(AGREEMENT_MS);
    for (let i = 0; i < tables; i++) {
      await connection.query(`CREATE TABLE ${KEYSPACE}.t${i} (id int PRIMARY KEY, value text)`);
    }
    await connection.awaitSchemaAgreement(AGREEMENT_MS);
    for (let i = 0; i < tables; i++) {
      await connection.query(`INSERT INTO ${KEYSPACE}.t${i} (id, value) VALUES (1, 'one')`, { consistency: 'ALL' });
    }
  } finally {
    connection.close();
  }
}

/** Default runs against `nodetool repair -full` of the same ranges, in turn. */
export async function measureManyTables(cluster: Cluster, fleet: SidecarFleet, tables: number): Promise<Figure[]> {
  const runs: number[] = [];
  const bare: number[] = [];
  for (let i = 0; i < REPETITIONS; i++) {
    const started = performance.now();
    const { exitCode, stderr } = await cluster.nodetool(1, ['repair', '-full', KEYSPACE]);
    if (exitCode !== 0) throw new Error(`nodetool repair failed: ${stderr}`);
    bare.push(performance.now() - started);
    const run = await measureRun(fleet.balancer.url, { keyspace: KEYSPACE });
    runs.push(run.wallMs);
    note(
      `${tables} tables: run ${run.wallMs} ms in ${run.segments.length} segments, nodetool ${bare[i]?.toFixed(0)} ms`,
    );
  }
  return [
    { what: `${tables} near-empty tables: run, median`, value: median(runs) / 1000, unit: 's' },
    { what: `${tables} near-empty tables: nodetool repair -full, median`, value: median(bare) / 1000, unit: 's' },
    {
      what: 'run / nodetool, median of pairs',
      value: median(runs.map((ms, i) => ms / (bare[i] ?? Number.NaN))),
      unit: 'x',
      target: 3,
    },
  ];
}
