import { RigError, RigErrorCode } from '../errors.js';
import { type YamlSettings } from '../node/cassandra-yaml.js';
import { type ProgressListener } from '../progress.js';
import { defaultVersion } from '../release/series.js';
import { type ClusterSettings } from './cluster-settings.js';
import { findMistakes } from './option-rules.js';

export interface DatacenterOptions {
  readonly name: string;
  readonly nodes: number;
}

export interface ClusterOptions {
  /** 1 to 100. @default the sum of `datacenters`, or else 3 */
  readonly nodes?: number;
  /** Release of `org.apache.cassandra:cassandra-all` on Maven Central, lines 3.11 to 6.0. @default '5.0.9' */
  readonly version?: string;
  /** Tokens of every node, evenly spread. @default 4 */
  readonly tokens?: number;
  /** In node order. @default one, named dc1 */
  readonly datacenters?: readonly DatacenterOptions[];
  /** Racks of every data centre, nodes taking turns. @default 1 */
  readonly racks?: number;
  /** Largest Java heap of a node, such as 384m or 1g. @default '384m' */
  readonly heap?: string;
  /** Hinted handoff. Off, so that a node that was down really lacks what it missed. @default false */
  readonly hints?: boolean;
  /**
   * Configuration, data and logs; kept after a stop.
   * @default a new temporary directory, deleted by `wipe` and at the latest when this process has ended
   */
  readonly home?: string;
  /** Addresses are this plus 1, 2, 3 …: within 127.0.0.0/8, with a dot at the end. @default one nobody uses */
  readonly prefix?: string;
  /** JMX port of node 1 on 127.0.0.1; each further node listens 100 higher. @default one nobody uses */
  readonly jmxBase?: number;
  /** @default 9042 */
  readonly cqlPort?: number;
  /** @default 7000 */
  readonly storagePort?: number;
  /** Further `cassandra.yaml` settings in the names of 4.1 and later (old ones work, too); null removes a key. */
  readonly yaml?: YamlSettings;
  /** Further flags for the JVM of every node. */
  readonly jvmFlags?: readonly string[];
  /** JMX wants a login; the accounts are in `CassandraNode.jmxCredentials`. @default false */
  readonly jmxAuth?: boolean;
  /** JMX over TLS with a self-signed certificate, see `CassandraNode.jmxTrust`. @default false */
  readonly jmxTls?: boolean;
  /** CQL wants a login (`PasswordAuthenticator`); the account is in `CassandraNode.cqlCredentials`. @default false */
  readonly cqlAuth?: boolean;
  /** Downloads. @default $REAPER_CASSANDRA_CACHE, or else ~/.cache/reaper-sidecar/cassandra */
  readonly cacheDirectory?: string;
  /** A JDK 17. @default JAVA_HOME, or else java on PATH */
  readonly javaHome?: string;
  /** Check the hash of every downloaded jar, not only size and time. @default false */
  readonly verify?: boolean;
  /** Longest wait for all nodes to be up. @default 180000 */
  readonly readyTimeoutMs?: number;
  /** Let the nodes outlive this process; needs a `home`, by which `openCluster` finds them. @default false */
  readonly detached?: boolean;
  readonly onProgress?: ProgressListener;
}

/** The network place of a cluster; found by looking if the options do not say. */
export type NetworkPlace = Pick<ClusterSettings, 'prefix' | 'jmxBase'>;

export const defaultNodeCount = 3;
export const defaultCqlPort = 9042;
export const defaultStoragePort = 7000;
export const defaultReadyTimeoutMs = 180_000;

/** @throws RigError `INVALID_OPTIONS` that names all mistakes */
export function checkOptions(options: ClusterOptions): void {
  const mistakes = findMistakes(options);
  if (mistakes.length === 0) return;
  throw new RigError(RigErrorCode.InvalidOptions, `Invalid cluster options: ${mistakes.join('; ')}`, {
    details: { mistakes },
  });
}

export function datacentersOf(options: ClusterOptions): readonly DatacenterOptions[] {
  return options.datacenters ?? [{ name: 'dc1', nodes: options.nodes ?? defaultNodeCount }];
}

/** Options with all defaults, once they are checked and a place is found. */
export function settingsOf(options: ClusterOptions, place: NetworkPlace): ClusterSettings {
  return Object.freeze({
    version: options.version ?? defaultVersion,
    tokens: options.tokens ?? 4,
    racks: options.racks ?? 1,
    heap: options.heap ?? '384m',
    hints: options.hints ?? false,
    ...place,
    cqlPort: options.cqlPort ?? defaultCqlPort,
    storagePort: options.storagePort ?? defaultStoragePort,
    yaml: options.yaml ?? {},
    jvmFlags: options.jvmFlags ?? [],
    jmxAuth: options.jmxAuth ?? false,
    jmxTls: options.jmxTls ?? false,
    cqlAuth: options.cqlAuth ?? false,
  });
}
