import { createHash } from 'node:crypto';
import { type Client, type Host, type HostMap, policies, types } from 'cassandra-driver';

/** With the connection to the own node, three in all, however large the cluster is. */
export const MAX_FALLBACK_HOSTS = 2;

type Policy = policies.loadBalancing.LoadBalancingPolicy;
type InitCallback = Parameters<Policy['init']>[2];
type PlanCallback = Parameters<Policy['newQueryPlan']>[2];

/** The driver's typings want an error where its code wants none. */
const noError = null as unknown as Error;

/**
 * Own node first; two nodes of its datacenter, with a connection kept open to each, stand in while it is down; all
 * others are ignored. Every sidecar draws its two by a hash, so that they spread evenly.
 */
export class OwnNodePolicy extends policies.loadBalancing.LoadBalancingPolicy {
  #hosts: HostMap | undefined;
  #ownId = '';
  #datacenter: string | undefined;
  #fallbackIds: readonly string[] = [];

  constructor(localDataCenter?: string) {
    super();
    this.#datacenter = localDataCenter;
  }

  /** Called by the driver when the only open connection is the one to the contact point: the own node. */
  override init(client: Client, hosts: HostMap, callback: InitCallback): void {
    const [own] = client.getState().getConnectedHosts();
    if (!own) return callback(new Error('The driver has no connection to the own node'));
    this.#hosts = hosts;
    this.#ownId = idOf(own);
    this.#datacenter ??= own.datacenter;
    this.#chooseFallbacks();
    hosts.on('add', () => this.#chooseFallbacks());
    hosts.on('remove', () => this.#chooseFallbacks());
    callback(noError);
  }

  override getDistance(host: Host): types.distance {
    const id = idOf(host);
    if (id === this.#ownId) return types.distance.local;
    return this.#fallbackIds.includes(id) ? types.distance.remote : types.distance.ignored;
  }

  override newQueryPlan(_keyspace: string, _options: unknown, callback: PlanCallback): void {
    const fallbacks = this.#fallbackIds.map((id) => this.#byId(id));
    const plan = [this.own(), ...fallbacks].filter((host): host is Host => host !== undefined);
    callback(noError, plan[Symbol.iterator]());
  }

  override getOptions(): Map<string, object> {
    return new Map();
  }

  own(): Host | undefined {
    return this.#byId(this.#ownId);
  }

  #byId(id: string): Host | undefined {
    return this.#hosts?.values().find((host) => idOf(host) === id);
  }

  /** Keeps those that are still there: a changed choice closes and opens connections. */
  #chooseFallbacks(): void {
    const candidates = (this.#hosts?.values() ?? []).filter((host) => this.#mayStandIn(host));
    const ids = candidates.map(idOf).sort((a, b) => (this.#rank(a) < this.#rank(b) ? -1 : 1));
    const kept = this.#fallbackIds.filter((id) => ids.includes(id));
    this.#fallbackIds = [...new Set([...kept, ...ids])].slice(0, MAX_FALLBACK_HOSTS);
    for (const id of this.#fallbackIds.filter((one) => !kept.includes(one))) openPool(this.#byId(id));
  }

  #mayStandIn(host: Host): boolean {
    return idOf(host) !== this.#ownId && idOf(host) !== '' && host.datacenter === this.#datacenter;
  }

  #rank(id: string): string {
    return createHash('sha256').update(this.#ownId).update(id).digest('hex');
  }
}

function idOf(host: Host): string {
  return host.hostId ? host.hostId.toString() : '';
}

/**
 * The driver opens pools when it connects and when a node comes up, but not to a node that was ignored until now.
 * Neither method is in the driver's typings.
 */
function openPool(host: Host | undefined): void {
  const driverHost = host as { setDistance?(distance: types.distance): void; initializePool?(): void } | undefined;
  driverHost?.setDistance?.(types.distance.remote);
  driverHost?.initializePool?.();
}
