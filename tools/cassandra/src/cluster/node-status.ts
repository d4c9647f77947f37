import { type CqlConnection } from '../cql/cql-connection.js';
import { RigError } from '../errors.js';
import { addressesSeenDown, readLog } from '../node/node-log.js';
import { nodePaths } from '../node/node-paths.js';
import { residentMebibytes } from '../process/process-identity.js';
import { type CassandraNode, NodeState } from './cassandra-node.js';
import { type Cluster } from './cluster.js';

/** A node and what it says about itself and the others. */
export interface NodeStatus extends CassandraNode {
  /** 0 while the node is stopped. */
  readonly residentMebibytes: number;
  /** What runs there, as the node itself says; undefined if it does not answer CQL. */
  readonly releaseVersion: string | undefined;
  /** How many other nodes it knows. */
  readonly peers: number | undefined;
  /** Addresses it holds for down. */
  readonly seesDown: readonly string[];
  /** Why it does not answer CQL, although it runs. */
  readonly problem: string | undefined;
}

const silent = { releaseVersion: undefined, peers: undefined, problem: undefined };

/** Asks all nodes; takes no JVM, and 2 s if one of them hangs. */
export function clusterStatus(cluster: Cluster): Promise<NodeStatus[]> {
  return Promise.all(cluster.nodes.map((node) => nodeStatus(cluster, node)));
}

async function nodeStatus(cluster: Cluster, node: CassandraNode): Promise<NodeStatus> {
  if (node.state !== NodeState.Running || node.pid === undefined) {
    const memory = node.pid === undefined ? 0 : residentMebibytes(node.pid);
    return { ...node, ...silent, residentMebibytes: memory, seesDown: [] };
  }
  return {
    ...node,
    residentMebibytes: residentMebibytes(node.pid),
    seesDown: addressesSeenDown(readLog(nodePaths(node.directory))),
    ...(await askNode(cluster, node.index)),
  };
}

async function askNode(cluster: Cluster, index: number): Promise<Pick<NodeStatus, keyof typeof silent>> {
  let connection: CqlConnection | undefined;
  try {
    connection = await cluster.connect(index, { timeoutMs: 2000 });
    const [local] = await connection.query('SELECT release_version FROM system.local');
    const peers = await connection.peers('peer');
    return { releaseVersion: String(local?.['release_version']), peers: peers.length, problem: undefined };
  } catch (error) {
    if (error instanceof RigError) return { ...silent, problem: error.message };
    throw error;
  } finally {
    connection?.close();
  }
}
