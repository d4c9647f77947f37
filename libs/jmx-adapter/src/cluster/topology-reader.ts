import { type ClusterNode, type Topology } from '@reaper-sidecar/repair-core';
import { type CassandraMBeans } from '../mbeans/cassandra-mbeans.js';
import { type EndpointState } from '../mbeans/endpoint-states.js';
import { type Location } from '../mbeans/endpoint-snitch.js';
import { type Membership } from '../mbeans/storage-service.js';
import { layoutOf, type Layout } from './layout.js';

type States = ReadonlyMap<string, EndpointState>;
type NodeWithoutTokens = Omit<ClusterNode, 'tokens'>;

/**
 * Reads the topology with two calls: membership from StorageService, all else from what gossip has told the node.
 * More calls only for what changes rarely: the tokens after a change of the layout, and the location of a node that
 * gossip is silent about because it has been down since before this node started.
 */
export class TopologyReader {
  #locations = new Map<string, Location>();
  #tokens: { readonly fingerprint: string; readonly counts: ReadonlyMap<string, number> } | undefined;

  async read(mbeans: CassandraMBeans): Promise<{ readonly topology: Topology; readonly layout: Layout }> {
    const [membership, states] = await Promise.all([
      mbeans.storageService.membership(),
      mbeans.failureDetector.endpointStates(),
    ]);
    const { clusterName, partitioner, hostIds } = membership;
    this.#locations = await this.#locationsOf(mbeans, hostIds, states);
    const nodes = [...hostIds].map(([address, hostId]) =>
      clusterNode(address, hostId, this.#locations.get(hostId) as Location, membership, states),
    );
    nodes.sort((a, b) => (a.hostId < b.hostId ? -1 : 1));
    const layout = layoutOf(partitioner, nodes, states);
    const tokens = await this.#tokenCounts(mbeans, layout, nodes);
    const counted = nodes.map((node) => ({ ...node, tokens: tokens.get(node.address) ?? 0 }));
    const schemas = schemaVersions(membership, states);
    return { topology: { clusterName, partitioner, nodes: counted, schemaVersions: schemas }, layout };
  }

  /** The node may hear of a member before it knows its tokens: as long as some are missing they are read again. */
  async #tokenCounts(
    { storageService }: CassandraMBeans,
    { fingerprint }: Layout,
    nodes: readonly NodeWithoutTokens[],
  ): Promise<ReadonlyMap<string, number>> {
    const known = this.#tokens?.fingerprint === fingerprint ? this.#tokens.counts : undefined;
    if (known !== undefined && nodes.every(({ address }) => known.has(address))) return known;
    const counts = await storageService.tokenCounts();
    this.#tokens = { fingerprint, counts };
    return counts;
  }

  /** By host id. What the snitch once said of a node is kept: a node does not change its place while it is down. */
  async #locationsOf({ endpointSnitch }: CassandraMBeans, hostIds: ReadonlyMap<string, string>, states: States) {
    const locations = await Promise.all(
      [...hostIds].map(async ([address, hostId]) => {
        const known = gossipedLocation(states.get(address)) ?? this.#locations.get(hostId);
        return [hostId, known ?? (await endpointSnitch.location(address))] as const;
      }),
    );
    return new Map(locations);
  }
}

function gossipedLocation(state: EndpointState | undefined): Location | undefined {
  const datacenter = state?.values.get('DC')?.text;
  const rack = state?.values.get('RACK')?.text;
  return datacenter === undefined || rack === undefined ? undefined : { datacenter, rack };
}

function clusterNode(
  address: string,
  hostId: string,
  location: Location,
  membership: Membership,
  states: States,
): NodeWithoutTokens {
  const { values, generation = 0 } = states.get(address) ?? {};
  const load = Number(values?.get('LOAD')?.text ?? NaN);
  const releaseVersion = values?.get('RELEASE_VERSION')?.text;
  return {
    hostId,
    address,
    ...location,
    up: membership.live.has(address),
    state: nodeState(address, membership),
    ...(Number.isFinite(load) ? { loadBytes: load } : {}),
    ...(releaseVersion === undefined ? {} : { releaseVersion }),
    // 0 stands for a node that gossip is silent about: it must not look like another life of it.
    ...(generation > 0 ? { generation } : {}),
  };
}

function nodeState(address: string, { joining, leaving, moving }: Membership): ClusterNode['state'] {
  if (joining.has(address)) return 'JOINING';
  if (leaving.has(address)) return 'LEAVING';
  return moving.has(address) ? 'MOVING' : 'NORMAL';
}

function schemaVersions({ live, hostIds }: Membership, states: States): string[] {
  const members = [...live].filter((address) => hostIds.has(address));
  const versions = members.flatMap((address) => states.get(address)?.values.get('SCHEMA')?.text ?? []);
  return [...new Set(versions)].sort();
}
