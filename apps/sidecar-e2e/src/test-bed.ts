import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, type ClusterOptions, startCluster } from '@reaper-sidecar/cassandra-rig';
import { Dataset, type DatasetOptions } from '@reaper-sidecar/dataset';
import { type SidecarFleet, type SidecarProcess, startFleet } from '@reaper-sidecar/sidecar-rig';

/** Real nodes with a sidecar beside each and a round-robin balancer in front. */
export interface TestBed {
  readonly cluster: Cluster;
  readonly fleet: SidecarFleet;
  /** Logs of the sidecars. */
  readonly logDirectory: string;
  /** URL of the balancer. */
  readonly url: string;
  close(): Promise<void>;
}

export type TestBedOptions = ClusterOptions & { readonly sidecarEnv?: Readonly<Record<string, string>> };

const ELECTION_PATIENCE_MS = 60_000;

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
      logDirectory,
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

/** Host id of the leader, as this sidecar tells it. */
export async function leaderOf(asked: SidecarProcess): Promise<string | undefined> {
  return (await asked.api.GET('/api/v1/cluster')).data?.leader?.hostId;
}

/** Waits for a leader if there is none. */
export async function leadingSidecar(fleet: SidecarFleet): Promise<SidecarProcess> {
  for (const deadline = Date.now() + ELECTION_PATIENCE_MS; Date.now() < deadline; await sleep(500)) {
    for (const sidecar of fleet.sidecars.filter(({ running }) => running)) {
      const hostId = await leaderOf(sidecar).catch(() => undefined);
      if (hostId !== undefined) return sidecarOf(fleet, hostId);
    }
  }
  throw new Error('No sidecar leads');
}

/** The sidecar beside the node with this host id. */
export async function sidecarOf({ sidecars }: SidecarFleet, hostId: string): Promise<SidecarProcess> {
  const asked = sidecars.find(({ running }) => running);
  if (!asked) throw new Error('No sidecar runs');
  const { data } = await asked.api.GET('/api/v1/nodes');
  const address = data?.items.find((node) => node.hostId === hostId)?.address.split(':')[0];
  const found = sidecars.find(({ options }) => options.node.address === address);
  if (!found) throw new Error(`No sidecar beside node ${hostId}`);
  return found;
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
export async function damagedDataset(
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
