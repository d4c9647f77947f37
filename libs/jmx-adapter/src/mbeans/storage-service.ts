import { type MBeanAccess, type MBeanListener, type PreparedInvocation } from '../connection/mbean-access.js';
import { asList, asText, asTextMap, asTexts, asMap, NodeStartingError, UnexpectedAnswerError } from './java-values.js';
import { JavaType, MBean } from './mbean.js';
import { type CassandraRelease } from './release.js';

export const STORAGE_SERVICE = 'org.apache.cassandra.db:type=StorageService';

/** Who is in the ring, as the node sees it. Nodes are named by address: "ip:port" from 4.0, "ip" before. */
export interface Membership {
  readonly clusterName: string;
  readonly partitioner: string;
  /** Address → host id. */
  readonly hostIds: ReadonlyMap<string, string>;
  readonly live: ReadonlySet<string>;
  readonly joining: ReadonlySet<string>;
  readonly leaving: ReadonlySet<string>;
  readonly moving: ReadonlySet<string>;
}

/** What is needed to read the ring of a keyspace. */
export interface RingDirectory {
  readonly partitioner: string;
  readonly keyspaces: readonly string[];
  /** Those whose replication is not LocalStrategy. */
  readonly replicatedKeyspaces: readonly string[];
  readonly hostIds: ReadonlyMap<string, string>;
}

/** A range (start, end] of a keyspace with the addresses of its replicas; tokens are the texts Cassandra prints. */
export interface RangeEndpoints {
  readonly start: string;
  readonly end: string;
  readonly endpoints: readonly string[];
}

/** `org.apache.cassandra.db:type=StorageService`, the members that repair needs. */
export class StorageService {
  readonly #bean: MBean;
  readonly #suffix: '' | 'WithPort';
  readonly #hostIds: 'EndpointWithPortToHostId' | 'EndpointToHostId';
  #dataDirectories: readonly string[] | undefined;

  constructor(access: MBeanAccess, release: CassandraRelease) {
    this.#bean = new MBean(access, STORAGE_SERVICE);
    this.#suffix = release.namesNodesWithPort ? 'WithPort' : '';
    this.#hostIds = release.namesNodesWithPort ? 'EndpointWithPortToHostId' : 'EndpointToHostId';
  }

  /** The first question to a new connection: every other member depends on its answer. */
  static async releaseVersion(access: MBeanAccess): Promise<string> {
    return asText(await new MBean(access, STORAGE_SERVICE).get('ReleaseVersion'), 'ReleaseVersion');
  }

  async localHostId(): Promise<string> {
    const hostId = await this.#bean.get('LocalHostId');
    if (hostId === null) throw new NodeStartingError('it has no host id yet');
    return asText(hostId, 'LocalHostId');
  }

  /** STARTING, NORMAL, JOINING, LEAVING, MOVING, DRAINING, DRAINED, DECOMMISSIONED … */
  async operationMode(): Promise<string> {
    return asText(await this.#bean.get('OperationMode'), 'OperationMode');
  }

  /** Paths on the node's host. Asked once: they do not change during a life of the node. */
  async dataDirectories(): Promise<readonly string[]> {
    const name = 'AllDataFileLocations';
    return (this.#dataDirectories ??= asTexts(await this.#bean.get(name), name));
  }

  /** Host ids of the nodes that gossip calls up. */
  async liveHosts(): Promise<ReadonlySet<string>> {
    const live = `LiveNodes${this.#suffix}`;
    const values = await this.#bean.getAll([live, this.#hostIds]);
    const hostIds = asTextMap(values[this.#hostIds], this.#hostIds);
    return new Set(asTexts(values[live], live).flatMap((address) => hostIds.get(address) ?? []));
  }

  async membership(): Promise<Membership> {
    const sets = ['LiveNodes', 'JoiningNodes', 'LeavingNodes', 'MovingNodes'].map((name) => name + this.#suffix);
    const values = await this.#bean.getAll(['ClusterName', 'PartitionerName', this.#hostIds, ...sets]);
    const [live, joining, leaving, moving] = sets.map((name) => new Set(asTexts(values[name], name)));
    return {
      clusterName: asText(values['ClusterName'], 'ClusterName'),
      partitioner: asText(values['PartitionerName'], 'PartitionerName'),
      hostIds: asTextMap(values[this.#hostIds], this.#hostIds),
      live: live as Set<string>,
      joining: joining as Set<string>,
      leaving: leaving as Set<string>,
      moving: moving as Set<string>,
    };
  }

  /** Number of tokens by address, joining nodes included. As long as the ring: read it when the ring has changed. */
  async tokenCounts(): Promise<ReadonlyMap<string, number>> {
    const name = this.#suffix === '' ? 'TokenToEndpointMap' : 'TokenToEndpointWithPortMap';
    const counts = new Map<string, number>();
    for (const owner of asMap(await this.#bean.get(name), name).values()) {
      const address = asText(owner, name);
      counts.set(address, (counts.get(address) ?? 0) + 1);
    }
    return counts;
  }

  async ringDirectory(): Promise<RingDirectory> {
    const names = ['PartitionerName', 'Keyspaces', 'NonLocalStrategyKeyspaces', this.#hostIds] as const;
    const values = await this.#bean.getAll(names);
    return {
      partitioner: asText(values.PartitionerName, 'PartitionerName'),
      keyspaces: asTexts(values.Keyspaces, 'Keyspaces'),
      replicatedKeyspaces: asTexts(values.NonLocalStrategyKeyspaces, 'NonLocalStrategyKeyspaces'),
      hostIds: asTextMap(values[this.#hostIds], this.#hostIds),
    };
  }

  /** Replication of a keyspace as text, such as "NetworkTopologyStrategy {dc1=3}". */
  async replication(keyspace: string): Promise<string> {
    const operation = 'getKeyspaceReplicationInfo';
    return asText(await this.#bean.invoke(operation, [keyspace], [JavaType.String]), operation);
  }

  /** Every range of a keyspace. One that does not exist is an assertion error of the node. */
  async rangesWithEndpoints(keyspace: string): Promise<RangeEndpoints[]> {
    const operation = `getRangeToEndpoint${this.#suffix}Map`;
    const map = asMap(await this.#bean.invoke(operation, [keyspace], [JavaType.String]), operation);
    return [...map].map(([range, endpoints]) => rangeEndpoints(range, endpoints, operation));
  }

  /** Encodes a `repairAsync` without sending it. */
  prepareRepair(keyspace: string, options: ReadonlyMap<string, string>): Promise<PreparedInvocation> {
    const signature = [JavaType.String, JavaType.Map];
    return this.#bean.prepareInvoke('repairAsync', [keyspace, options], signature);
  }

  /** State and messages of a command, 4.0+; undefined for one the node does not know or has not started yet. */
  async parentRepairStatus(commandNumber: number): Promise<readonly string[] | undefined> {
    const status = await this.#bean.invoke('getParentRepairStatus', [commandNumber], ['int']);
    return status === null ? undefined : asTexts(status, 'getParentRepairStatus');
  }

  /** Ends every repair session this node coordinates. */
  async terminateRepairs(): Promise<void> {
    await this.#bean.invoke('forceTerminateAllRepairSessions');
  }

  listen(listener: MBeanListener): Promise<void> {
    return this.#bean.listen(listener);
  }
}

function rangeEndpoints(range: unknown, endpoints: unknown, operation: string): RangeEndpoints {
  const [start, end, ...others] = asList(range, `a range of ${operation}`).map((token) => asText(token, operation));
  if (start === undefined || end === undefined || others.length > 0) {
    throw new UnexpectedAnswerError(`a range of ${operation}`, 'a pair of tokens', range);
  }
  return { start, end, endpoints: asTexts(endpoints, operation) };
}
