import { type ClusterNode, type Topology } from '@reaper-sidecar/repair-core';
import { type CassandraMBeans } from '../mbeans/cassandra-mbeans.js';
import { type EndpointState } from '../mbeans/endpoint-states.js';
import { type Location } from '../mbeans/endpoint-snitch.js';
import { type Membership } from '../mbeans/storage-service.js';

type States = ReadonlyMap<string, EndpointState>;

/**
 * Reads the topology with two calls: membership from StorageService, all else from what gossip has told the node.
 * More calls only for what changes rarely: the tokens after a change of the ring, and the location of a node that
 * gossip is silent about because it has been down since before this node started.
 */
export class TopologyReader {
  #locations = new Map<string, Location>();
  #tokens: { readonly ring: string; readonly counts: ReadonlyMap<string, number> } | undefined;

  async read(mbeans: CassandraMBeans): Promise<Topology> {
    const [membership, states] = await Promise.all([
      mbeans.storageService.membership(),
      mbeans.failureDetector.endpointStates(),
    ]);
    const tokens = await this.#tokenCounts(mbeans, membership, states);
    const locations = await this.#locationsOf(mbeans, membership, states);
    const nodes = [...membership.hostIds].map(([address, hostId]) =>
      clusterNode(address, hostId, locations.get(hostId) as Location, tokens.get(address) ?? 0, membership, states),
    );
    return {
      clusterName: membership.clusterName,
      partitioner: membership.partitioner,
      nodes: nodes.sort((a, b) => (a.hostId < b.hostId ? -1 : 1)),
      schemaVersions: schemaVersions(membership, states),
    };
  }

  async #tokenCounts(mbeans: CassandraMBeans, { hostIds }: Membership, states: States) {
    const ring = ringFingerprint(hostIds, states);
    if (this.#tokens?.ring !== ring) this.#tokens = { ring, counts: await mbeans.storageService.tokenCounts() };
    return this.#tokens.counts;
  }

  /** By host id. What the snitch once said of a node is kept: a node does not change its place while it is down. */
  async #locationsOf(mbeans: CassandraMBeans, { hostIds }: Membership, states: States) {
    const locations = await Promise.all(
      [...hostIds].map(async ([address, hostId]) => {
        const gossiped = gossipedLocation(states.get(address));
        const location = gossiped ?? this.#locations.get(hostId) ?? (await mbeans.endpointSnitch.location(address));
        return [hostId, location] as const;
      }),
    );
    return (this.#locations = new Map(locations));
  }
}

/** Changes with every change of tokens: a node that gets other ones gossips them under a new version. */
function ringFingerprint(hostIds: ReadonlyMap<string, string>, states: States): string {
  const parts = [...hostIds].map(([address, hostId]) => {
    const state = states.get(address);
    return [hostId, address, state?.generation, state?.values.get('TOKENS')?.version, status(state)].join(' ');
  });
  return parts.sort().join('\n');
}

function status(state: EndpointState | undefined): string | undefined {
  return (state?.values.get('STATUS_WITH_PORT') ?? state?.values.get('STATUS'))?.text;
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
  tokens: number,
  membership: Membership,
  states: States,
): ClusterNode {
  const values = states.get(address)?.values;
  const load = Number(values?.get('LOAD')?.text ?? NaN);
  const releaseVersion = values?.get('RELEASE_VERSION')?.text;
  return {
    hostId,
    address,
    ...location,
    up: membership.live.has(address),
    state: nodeState(address, membership),
    tokens,
    ...(Number.isFinite(load) ? { loadBytes: load } : {}),
    ...(releaseVersion === undefined ? {} : { releaseVersion }),
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
