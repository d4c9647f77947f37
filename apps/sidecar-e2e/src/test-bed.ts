import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cluster, type ClusterOptions, startCluster } from '@reaper-sidecar/cassandra-rig';
import { Dataset, type DatasetOptions } from '@reaper-sidecar/dataset';
import { type SidecarFleet, startFleet } from '@reaper-sidecar/sidecar-rig';

/** Real nodes with a sidecar beside each and a round-robin balancer in front. */
export interface TestBed {
  readonly cluster: Cluster;
  readonly fleet: SidecarFleet;
  /** URL of the balancer. */
  readonly url: string;
  close(): Promise<void>;
}

export type TestBedOptions = ClusterOptions & { readonly sidecarEnv?: Readonly<Record<string, string>> };

/** Without dynamic snitch a node asked alone answers from its own data (see tools/dataset). */
const DATASET_YAML = { dynamic_snitch: false };

export function startTestCluster(options: ClusterOptions = {}): Promise<Cluster> {
  return startCluster({ nodes: 3, ...options, yaml: { ...DATASET_YAML, ...options.yaml } });
}

export async function startTestBed({ sidecarEnv, ...options }: TestBedOptions = {}): Promise<TestBed> {
  const cluster = await startTestCluster(options);
  const logDirectory = mkdtempSync(join(tmpdir(), 'reaper-e2e-'));
  try {
    const fleet = await startFleet({ nodes: cluster.nodes, logDirectory, ...(sidecarEnv ? { env: sidecarEnv } : {}) });
    return {
      cluster,
      fleet,
      url: fleet.balancer.url,
      close: async () => {
        await fleet.stop();
        await cluster.wipe();
        rmSync(logDirectory, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await cluster.wipe();
    throw error;
  }
}

/** A keyspace of the bed, damaged; the sidecar beside the damaged node has noticed that it is back. */
export async function damagedKeyspace(
  bed: TestBed,
  options: Partial<DatasetOptions> & Pick<DatasetOptions, 'keyspace'>,
): Promise<Dataset> {
  const dataset = await damagedDataset(bed.cluster, options);
  await Promise.all(bed.fleet.sidecars.map((sidecar) => sidecar.ready()));
  return dataset;
}

/** A keyspace in which node `damaged` misses new, changed and deleted rows. */
async function damagedDataset(
  cluster: Cluster,
  options: Partial<DatasetOptions> & Pick<DatasetOptions, 'keyspace'>,
  damaged = 3,
): Promise<Dataset> {
  const dataset = new Dataset(cluster.nodes, {
    tables: ['a', 'b'],
    rowsPerTable: 500,
    replicationFactor: 3,
    ...options,
  });
  await dataset.create();
  await cluster.stopNode(damaged);
  await dataset.writeWithout(cluster.node(damaged));
  await cluster.startNode(damaged);
  return dataset;
}
