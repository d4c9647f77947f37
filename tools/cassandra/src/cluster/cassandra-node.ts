import { type Credentials } from '../cql/cql-connection.js';
import { jmxHost, jmxOperator, jmxReader, type TrustMaterial, trustMaterial } from '../node/jmx-access.js';
import { findProcess } from '../process/pid-file.js';
import { type ClusterHome } from './cluster-home.js';
import { type ClusterSettings, jmxPortOf, nodeAddress, type NodeRecord } from './cluster-settings.js';

export const NodeState = { Running: 'running', Paused: 'paused', Stopped: 'stopped' } as const;
export type NodeState = (typeof NodeState)[keyof typeof NodeState];

/** A node as it was when asked for. */
export interface CassandraNode {
  /** From 1. */
  readonly index: number;
  readonly address: string;
  readonly cqlPort: number;
  readonly storagePort: number;
  /** Loopback, the same for all nodes. */
  readonly jmxHost: string;
  readonly jmxPort: number;
  readonly datacenter: string;
  readonly rack: string;
  readonly version: string;
  readonly state: NodeState;
  /** Undefined while the node is stopped. */
  readonly pid: number | undefined;
  /** Present if the cluster has `cqlAuth`: a superuser. */
  readonly cqlCredentials: Credentials | undefined;
  /** Present if the cluster has `jmxAuth`: may do everything. */
  readonly jmxCredentials: Credentials | undefined;
  /** Present if the cluster has `jmxAuth`: may read attributes only. */
  readonly jmxReaderCredentials: Credentials | undefined;
  /** Present if the cluster has `jmxTls`. */
  readonly jmxTrust: TrustMaterial | undefined;
  /** Configuration, data and logs. */
  readonly directory: string;
  readonly logFile: string;
}

/** Created by Cassandra itself at the first start with passwords on. */
export const cqlSuperuser: Credentials = { username: 'cassandra', password: 'cassandra' };

export function describeNode(home: ClusterHome, settings: ClusterSettings, record: NodeRecord): CassandraNode {
  const { index, datacenter, rack, version } = record;
  const paths = home.node(index);
  const running = findProcess(paths.pidFile);
  return Object.freeze({
    index,
    address: nodeAddress(settings, index),
    cqlPort: settings.cqlPort,
    storagePort: settings.storagePort,
    jmxHost,
    jmxPort: jmxPortOf(settings, index),
    datacenter,
    rack,
    version,
    state: stateOf(running?.state),
    pid: running?.pid,
    cqlCredentials: settings.cqlAuth ? cqlSuperuser : undefined,
    jmxCredentials: settings.jmxAuth ? jmxOperator : undefined,
    jmxReaderCredentials: settings.jmxAuth ? jmxReader : undefined,
    jmxTrust: settings.jmxTls ? trustMaterial(home.jmx) : undefined,
    directory: paths.directory,
    logFile: paths.systemLog,
  });
}

function stateOf(processState: string | undefined): NodeState {
  if (processState === undefined) return NodeState.Stopped;
  return processState === 'T' ? NodeState.Paused : NodeState.Running;
}
