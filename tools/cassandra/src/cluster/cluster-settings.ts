import { type YamlSettings } from '../node/cassandra-yaml.js';

/** What a cluster is; fixed at its first start and kept in its home directory. */
export interface ClusterSettings {
  readonly version: string;
  /** Per node. */
  readonly tokens: number;
  readonly racks: number;
  readonly heap: string;
  readonly hints: boolean;
  /** First three octets of the addresses, with a dot at the end. */
  readonly prefix: string;
  /** JMX port of node 1; node i listens 100 higher than node i-1. */
  readonly jmxBase: number;
  readonly cqlPort: number;
  readonly storagePort: number;
  readonly yaml: YamlSettings;
  readonly jvmFlags: readonly string[];
  readonly jmxAuth: boolean;
  readonly jmxTls: boolean;
  readonly cqlAuth: boolean;
}

export interface NodeRecord {
  readonly index: number;
  readonly datacenter: string;
  readonly rack: string;
  /** May differ from the cluster's during a rolling upgrade. */
  readonly version: string;
  /** Null for a node that joined later and chose its own. */
  readonly tokens: readonly string[] | null;
  /** Number of the dead node whose tokens it took over. */
  readonly replaces?: number;
}

export interface ClusterRecord {
  readonly format: 1;
  /** False until all nodes were up once: such a cluster is started anew. */
  readonly formed: boolean;
  readonly settings: ClusterSettings;
  readonly nodes: readonly NodeRecord[];
}

/** Other programs have learnt to expect 7100, 7200, 7300 … */
const jmxStep = 100;

export function nodeAddress(settings: Pick<ClusterSettings, 'prefix'>, index: number): string {
  return `${settings.prefix}${index}`;
}

export function jmxPortOf(settings: Pick<ClusterSettings, 'jmxBase'>, index: number): number {
  return settings.jmxBase + jmxStep * (index - 1);
}

/** Nodes of a data centre take turns. */
export function rackOf(rank: number, racks: number): string {
  return `r${(rank % racks) + 1}`;
}
