import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cluster, startCluster } from '@reaper-sidecar/cassandra-rig';
import { Dataset, type ReplicaAudit, totalDamage } from '@reaper-sidecar/dataset';
import { type Run, type SidecarFleet, startFleet } from '@reaper-sidecar/sidecar-rig';
import type { DemoOptions } from './options.js';
import { repairThroughApi } from './repair-through-api.js';
import { print, say, table } from './terminal.js';

const KEYSPACE = 'shop';
const TABLES = ['customers', 'orders', 'products', 'reviews', 'stock'];
const DAMAGED = 3;

/** The demonstration did not show what it promises. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

/** Everything from an empty machine to a proven repair. Cleans up whatever way it ends. */
export async function runDemo(options: DemoOptions): Promise<void> {
  const closers: (() => Promise<unknown>)[] = [];
  const interrupted = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  try {
    const shown = showRepair(options, closers);
    const early = await Promise.race([shown.then(() => false), interrupted.then(() => true)]);
    if (early) say('interrupted');
    else if (!options.exit) await stayUp(interrupted);
  } finally {
    say('stopping');
    for (const close of closers.reverse()) await close();
    say('stopped; nothing is left running');
  }
}

async function showRepair(options: DemoOptions, closers: (() => Promise<unknown>)[]): Promise<void> {
  const cluster = await startNodes(options);
  closers.push(() => cluster.wipe());
  const dataset = await damagedDataset(cluster, options.rows);
  const before = await dataset.audit();
  say(`each replica read on its own: ${totalDamage(before)} rows are wrong`);
  print(auditTable(before));
  if (totalDamage(before) === 0) throw new DemoError('No replica is damaged, so there is nothing to show');

  const logDirectory = mkdtempSync(join(tmpdir(), 'reaper-demo-'));
  say(`starting three sidecars (logs in ${logDirectory}) and a round-robin load balancer`);
  const fleet = await startFleet({ nodes: cluster.nodes, logDirectory, balancerPort: options.port });
  closers.push(() => fleet.stop());
  say(
    `sidecars ready after ${fleet.readyMs.map((ms) => (ms / 1000).toFixed(1)).join(', ')} s (their keyspace was created)`,
  );

  say(`POST ${fleet.balancer.url}/api/v1/runs {"keyspace": "${KEYSPACE}"}`);
  const { run, wallMs } = await repairThroughApi(fleet.balancer.url, KEYSPACE);
  const after = await dataset.audit();
  say(`each replica read on its own: ${totalDamage(after)} rows are wrong`);
  print(auditTable(after));
  if (run.state !== 'DONE') throw new DemoError(`The run ended ${run.state}: ${run.message ?? 'no message'}`);
  if (totalDamage(after) > 0) throw new DemoError('The run is DONE, yet a replica still lacks rows');
  closers.push(async () => rmSync(logDirectory, { recursive: true, force: true }));
  report(fleet, run, wallMs);
}

async function startNodes(options: DemoOptions): Promise<Cluster> {
  say('starting three Cassandra nodes (the first time, they are fetched from Maven Central)');
  const cluster = await startCluster({
    nodes: 3,
    tokens: 16,
    yaml: { dynamic_snitch: false },
    onProgress: ({ message }) => say(message),
    ...(options.version === undefined ? {} : { version: options.version }),
  });
  say(`nodes up: ${cluster.nodes.map((node) => `${node.address}:${node.cqlPort}`).join(', ')}`);
  return cluster;
}

async function damagedDataset(cluster: Cluster, rows: number): Promise<Dataset> {
  const dataset = new Dataset(cluster.nodes, {
    keyspace: KEYSPACE,
    tables: TABLES,
    rowsPerTable: rows,
    replicationFactor: 3,
  });
  say(`creating keyspace ${KEYSPACE}: ${TABLES.length} tables of ${rows} rows, three replicas`);
  await dataset.create();
  say(`damaging node ${DAMAGED}: it is stopped, hints are off, and it misses new, changed and deleted rows`);
  await cluster.stopNode(DAMAGED);
  await dataset.writeWithout(cluster.node(DAMAGED));
  await cluster.startNode(DAMAGED);
  return dataset;
}

function auditTable(audits: readonly ReplicaAudit[]): string {
  return table(
    ['replica', 'rows it should have', 'missing', 'stale', 'not deleted'],
    audits.map((audit) => [
      `node ${audit.node}`,
      ...[audit.expected, audit.missing, audit.stale, audit.undeleted].map(String),
    ]),
  );
}

function report(fleet: SidecarFleet, run: Run, wallMs: number): void {
  print('');
  say('measured');
  print(
    table(
      ['what', 'value'],
      [
        ['POST to DONE', `${(wallMs / 1000).toFixed(2)} s`],
        ['segments', String(run.segments.total)],
        ['repair time in Cassandra', `${(run.repairMs / 1000).toFixed(2)} s`],
        ...fleet.sidecars.map((sidecar, i) => {
          const { rssMiB, cpuSeconds } = sidecar.resourceUse();
          return [`sidecar ${i + 1}`, `${rssMiB.toFixed(0)} MiB, ${cpuSeconds.toFixed(1)} s CPU`];
        }),
      ],
    ),
  );
  print('');
  print(`          dashboard   ${fleet.balancer.url}/`);
  print(`          API docs    ${fleet.balancer.url}/docs`);
  print(`          the run     ${fleet.balancer.url}/api/v1/runs/${run.id}`);
  print(`          metrics     ${fleet.sidecars[0]?.url}/metrics`);
  print('');
}

async function stayUp(interrupted: Promise<void>): Promise<void> {
  say('everything stays up; Ctrl-C ends it');
  await interrupted;
}
