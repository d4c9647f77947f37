import { setTimeout as sleep } from 'node:timers/promises';
import { CqlConnection, type Credentials } from '../cql/cql-connection.js';
import { RigError, RigErrorCode } from '../errors.js';
import { findProcess } from '../process/pid-file.js';
import { addressesSeenDown, lastWords, readLog } from './node-log.js';
import { type NodePaths } from './node-paths.js';

const pollMs = 100;
const attemptMs = 5000;

export interface AwaitedNode {
  readonly index: number;
  readonly address: string;
  readonly cqlPort: number;
  readonly paths: NodePaths;
}

export interface ReadinessOptions {
  readonly nodes: readonly AwaitedNode[];
  /** True if `nodes` are all the nodes of the cluster. */
  readonly complete: boolean;
  readonly credentials: Credentials | undefined;
  readonly timeoutMs: number;
}

/**
 * Waits until every node answers CQL, knows all the others, can reach all replicas, and holds nobody for down.
 * No JVM is needed for it.
 * @throws RigError `NODE_DIED`, `NODE_NOT_READY`
 */
export async function untilAllUp(options: ReadinessOptions): Promise<void> {
  const endMs = Date.now() + options.timeoutMs;
  await Promise.all(options.nodes.map((node) => untilReady(node, options, endMs)));
  await Promise.all(options.nodes.map((node) => untilNobodyIsDown(node, options, endMs)));
}

async function untilReady(node: AwaitedNode, options: ReadinessOptions, endMs: number): Promise<void> {
  for (;;) {
    const obstacle = await findObstacle(node, options);
    if (obstacle === undefined) return;
    await nextAttempt(node, endMs, obstacle);
  }
}

async function untilNobodyIsDown(node: AwaitedNode, options: ReadinessOptions, endMs: number): Promise<void> {
  for (;;) {
    const down = addressesSeenDown(readLog(node.paths)).filter((address) =>
      options.nodes.some((other) => other.address === address),
    );
    if (down.length === 0) return;
    await nextAttempt(node, endMs, `holds ${down.join(', ')} for down`);
  }
}

/** What keeps this node from being ready, in words; undefined if nothing does. */
async function findObstacle(node: AwaitedNode, options: ReadinessOptions): Promise<string | undefined> {
  const target = { host: node.address, port: node.cqlPort, credentials: options.credentials, timeoutMs: attemptMs };
  try {
    const connection = await CqlConnection.open(target);
    try {
      return await checkPeers(connection, node, options);
    } finally {
      connection.close();
    }
  } catch (error) {
    if (error instanceof RigError) return error.message;
    throw error;
  }
}

async function checkPeers(
  connection: CqlConnection,
  node: AwaitedNode,
  options: ReadinessOptions,
): Promise<string | undefined> {
  const known = new Set((await connection.peers('peer')).map((row) => row['peer']));
  const unknown = options.nodes.filter((other) => other.index !== node.index && !known.has(other.address));
  if (unknown.length > 0) return `does not know ${unknown.map(({ address }) => address).join(', ')} yet`;
  // This keyspace has three replicas whatever the cluster: with fewer nodes or some of them down ALL can never succeed.
  if (options.complete && options.nodes.length >= 3) {
    await connection.query('SELECT * FROM system_distributed.repair_history LIMIT 1', { consistency: 'ALL' });
  }
  return undefined;
}

async function nextAttempt(node: AwaitedNode, endMs: number, obstacle: string): Promise<void> {
  if (!findProcess(node.paths.pidFile)) throw died(node);
  if (Date.now() > endMs) throw notReady(node, obstacle);
  await sleep(pollMs);
}

function died(node: AwaitedNode): RigError {
  const lines = lastWords(node.paths);
  return new RigError(
    RigErrorCode.NodeDied,
    withLog(`Node ${node.index} (${node.address}) ended by itself`, node, lines),
    {
      details: { index: node.index, log: lines },
    },
  );
}

function notReady(node: AwaitedNode, obstacle: string): RigError {
  const lines = lastWords(node.paths);
  const message = `Node ${node.index} (${node.address}) was not ready in time: ${obstacle}`;
  return new RigError(RigErrorCode.NodeNotReady, withLog(message, node, lines), {
    retryable: true,
    details: { index: node.index, obstacle, log: lines },
  });
}

function withLog(message: string, node: AwaitedNode, lines: readonly string[]): string {
  return [
    `${message}. See ${node.paths.systemLog} and ${node.paths.output}:`,
    ...lines.map((line) => `  ${line}`),
  ].join('\n');
}
