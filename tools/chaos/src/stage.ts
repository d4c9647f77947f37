import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cluster, startCluster } from '@reaper-sidecar/cassandra-rig';
import { Dataset } from '@reaper-sidecar/dataset';
import { type SidecarFleet, startFleet } from '@reaper-sidecar/sidecar-rig';

export interface Stage {
  readonly cluster: Cluster;
  readonly fleet: SidecarFleet;
  /** Damaged keyspaces, with three and two replicas by turns. */
  readonly damaged: readonly Dataset[];
  /** Keyspace of the repairs of others. */
  readonly theirs: string;
  readonly logDirectory: string;
  close(): Promise<void>;
}

const DAMAGED_KEYSPACES = 4;
const DAMAGED_NODE = 3;

/** Three nodes, damaged keyspaces, a sidecar beside each node. */
export async function setStage(note: (what: string) => void): Promise<Stage> {
  const cluster = await startCluster({ nodes: 3, tokens: 4, yaml: { dynamic_snitch: false } });
  const logDirectory = mkdtempSync(join(tmpdir(), 'reaper-chaos-'));
  try {
    note('three nodes are up');
    const damaged = await damagedDatasets(cluster);
    note(`${damaged.length} keyspaces lack rows on node ${DAMAGED_NODE}`);
    const theirs = await foreignDataset(cluster);
    const fleet = await startFleet({ nodes: cluster.nodes, logDirectory });
    note(`three sidecars are ready (logs in ${logDirectory})`);
    const close = async () => {
      await fleet.stop();
      await cluster.wipe();
    };
    return { cluster, fleet, damaged, theirs, logDirectory, close };
  } catch (error) {
    await cluster.wipe();
    rmSync(logDirectory, { recursive: true, force: true });
    throw error;
  }
}

async function damagedDatasets(cluster: Cluster): Promise<Dataset[]> {
  const datasets = Array.from(
    { length: DAMAGED_KEYSPACES },
    (_, i) =>
      new Dataset(cluster.nodes, {
        keyspace: `shop_${i + 1}`,
        tables: ['customers', 'orders'],
        rowsPerTable: 1_000,
        replicationFactor: i % 2 === 0 ? 3 : 2,
      }),
  );
  for (const dataset of datasets) await dataset.create();
  await cluster.stopNode(DAMAGED_NODE);
  for (const dataset of datasets) await dataset.writeWithout(cluster.node(DAMAGED_NODE));
  await cluster.startNode(DAMAGED_NODE);
  return datasets;
}

async function foreignDataset(cluster: Cluster): Promise<string> {
  const keyspace = 'theirs';
  const tables = ['t1', 't2', 't3'];
  await new Dataset(cluster.nodes, { keyspace, tables, rowsPerTable: 300, replicationFactor: 3 }).create();
  return keyspace;
}
