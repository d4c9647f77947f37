import {
  LocalKeyspaceError,
  NodeUnreachableError,
  UnknownKeyspaceError,
  type ClusterNode,
  type ClusterView,
  type KeyspaceInfo,
  type OwnSizes,
  type SchemaReader,
  type Topology,
} from '@reaper-sidecar/repair-core';
import { PARTITIONERS, splitRange, type ReplicatedRange } from '@reaper-sidecar/segment-planner';

const PARTITIONER = PARTITIONERS.Murmur3Partitioner;
const RANGES = 6;

const table = (name: string) => ({ name, gcGraceSeconds: 864_000, compaction: 'SizeTieredCompactionStrategy' });

const simple = (name: string, tables: readonly string[], copies: number): KeyspaceInfo => ({
  name,
  replicationClass: 'NetworkTopologyStrategy',
  replicationFactors: { dc1: copies },
  tables: tables.map(table),
});

/** Three nodes in one datacenter with keyspaces of every kind. */
export class FakeCassandra implements ClusterView, SchemaReader {
  readonly nodes: ClusterNode[] = [1, 2, 3].map((n) => ({
    hostId: hostIdOf(n),
    address: `127.0.0.${n}:7000`,
    datacenter: 'dc1',
    rack: `r${n}`,
    up: true,
    state: 'NORMAL',
    loadBytes: n * 1000,
    releaseVersion: '5.0.9',
    tokens: 2,
  }));

  readonly definitions: KeyspaceInfo[] = [
    simple('shop', ['carts', 'orders', 'users'], 3),
    simple('lonely', ['notes'], 1),
    simple('bare', [], 3),
    { ...simple('metrics', [], 3), tables: [{ ...table('points'), compaction: 'TimeWindowCompactionStrategy' }] },
    { name: 'system', replicationClass: 'LocalStrategy', replicationFactors: {}, tables: [table('local')] },
  ];

  /** Set: every question is answered with this. */
  unreachable: string | undefined;
  topologyReads = 0;

  async topology(): Promise<Topology> {
    this.topologyReads += 1;
    this.requireReachable();
    return {
      clusterName: 'test',
      partitioner: PARTITIONER.className,
      nodes: this.nodes,
      schemaVersions: ['11111111-1111-1111-1111-111111111111'],
    };
  }

  async ring(keyspace: string): Promise<readonly ReplicatedRange[]> {
    this.requireReachable();
    const { replicationClass, replicationFactors } = this.require(keyspace);
    if (replicationClass === 'LocalStrategy') throw new LocalKeyspaceError(keyspace);
    const whole = { start: PARTITIONER.minToken, end: PARTITIONER.minToken };
    return splitRange(PARTITIONER, whole, RANGES).map((range, index) => ({
      range,
      replicas: Array.from({ length: replicationFactors['dc1'] ?? 1 }, (_, n) => hostIdOf(((index + n) % 3) + 1)),
    }));
  }

  /** Too small for more than one segment per replica set. */
  async ownSizes(_keyspace: string, tables: readonly string[]): Promise<OwnSizes> {
    this.requireReachable();
    return { hostId: hostIdOf(1), tables: tables.map((table) => ({ table, bytes: 1000, partitions: 10 })) };
  }

  async keyspaces(): Promise<readonly KeyspaceInfo[]> {
    return this.definitions;
  }

  async keyspace(name: string): Promise<KeyspaceInfo | undefined> {
    return this.definitions.find((one) => one.name === name);
  }

  async sizeEstimates() {
    return [];
  }

  private require(name: string): KeyspaceInfo {
    const found = this.definitions.find((one) => one.name === name);
    if (!found) throw new UnknownKeyspaceError(name);
    return found;
  }

  private requireReachable(): void {
    if (this.unreachable !== undefined) throw new NodeUnreachableError(this.unreachable);
  }
}

/** Host id of the nth node, from 1. */
export function hostIdOf(n: number): string {
  return `0000000${n}-0000-4000-8000-000000000000`;
}
