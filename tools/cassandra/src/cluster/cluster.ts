import { CqlConnection, type CqlConnectionOptions, type CqlQueryOptions } from '../cql/cql-connection.js';
import { type CqlRow } from '../cql/cql-frame.js';
import { RigError, RigErrorCode } from '../errors.js';
import { StopMode, stopProcesses, untilStopped } from '../node/node-process.js';
import { type NodetoolOptions, type NodetoolResult, runNodetool } from '../node/nodetool.js';
import { untilAllUp } from '../node/readiness.js';
import { ProgressStep, type ProgressListener } from '../progress.js';
import { signalProcess } from '../process/pid-file.js';
import { requireFreePorts } from '../process/ports.js';
import { Watchdog } from '../process/watchdog.js';
import { type JavaRuntime } from '../release/java-runtime.js';
import { type ReleaseCache } from '../release/release-cache.js';
import { seriesOf } from '../release/series.js';
import { type CassandraNode, cqlSuperuser, describeNode, NodeState } from './cassandra-node.js';
import { type ClusterHome } from './cluster-home.js';
import { checkOptions } from './cluster-options.js';
import { type ClusterRecord, type ClusterSettings, type NodeRecord, rackOf } from './cluster-settings.js';
import { portsOf } from './free-prefix.js';
import { launchNode } from './node-launch.js';

/** What a cluster works with; made by `startCluster` and `openCluster`. */
export interface ClusterContext {
  readonly home: ClusterHome;
  /** Found when first needed: looking at a cluster or stopping it needs no Java. */
  readonly tools: () => Promise<{ readonly java: JavaRuntime; readonly releases: ReleaseCache }>;
  readonly onProgress: ProgressListener;
  readonly readyTimeoutMs: number;
  /** Nodes outlive this process. */
  readonly detached: boolean;
  /** Present if the home is to be deleted at the latest when this process ends: the watchdog does it. */
  readonly watchdog: Watchdog | undefined;
  /** Gives back what was taken for this cluster, such as its addresses. */
  readonly dispose: () => Promise<void>;
}

export interface StartNodeOptions {
  /** Continue with another release on the same data, as in a rolling upgrade. */
  readonly version?: string;
}

export interface AddNodeOptions {
  /** A new name makes a new data centre. @default that of the last node */
  readonly datacenter?: string;
}

export interface StopOptions {
  /** SIGKILL instead of a clean stop: at once, instead of in 3 s. @default false */
  readonly kill?: boolean;
}

/** A Cassandra cluster on loopback. Operations on different nodes may run at the same time. */
export class Cluster {
  readonly #context: ClusterContext;
  #record: ClusterRecord;
  #watchdog: Watchdog | undefined;

  /** @internal use `startCluster` or `openCluster` */
  constructor(context: ClusterContext, record: ClusterRecord) {
    this.#context = context;
    this.#record = record;
    this.#watchdog = context.watchdog;
  }

  get settings(): ClusterSettings {
    return this.#record.settings;
  }

  /** The directory that holds everything of this cluster. */
  get home(): string {
    return this.#context.home.directory;
  }

  /** All nodes as they are now, by index. */
  get nodes(): CassandraNode[] {
    return this.#record.nodes.map((record) => describeNode(this.#context.home, this.settings, record));
  }

  /** @throws RigError `NODE_UNKNOWN` */
  node(index: number): CassandraNode {
    return describeNode(this.#context.home, this.settings, this.#find(index));
  }

  /** Starts all nodes that do not run, at the same time, and waits until all are up. */
  async start(): Promise<void> {
    await this.#startNodes(this.#record.nodes);
    if (!this.#record.formed) this.#save({ ...this.#record, formed: true });
  }

  /** Starts one node and waits until it and all other running nodes see each other. */
  async startNode(index: number, options: StartNodeOptions = {}): Promise<CassandraNode> {
    if (options.version !== undefined) this.#changeVersion(index, options.version);
    await this.#startNodes([this.#find(index)]);
    return this.node(index);
  }

  /** Stops one node cleanly: it drains, and the others know at once. No effect if it does not run. */
  async stopNode(index: number): Promise<void> {
    await stopProcesses([this.#pidFile(index)], StopMode.Clean);
  }

  /** Ends one node by SIGKILL; the others need about 20 s to notice. No effect if it does not run. */
  async killNode(index: number): Promise<void> {
    await stopProcesses([this.#pidFile(index)], StopMode.Kill);
  }

  /** Freezes one node (SIGSTOP) and waits until it is: its sockets stay open and nothing answers. @throws RigError `NODE_STOPPED` */
  async pauseNode(index: number): Promise<void> {
    this.#signal(index, 'SIGSTOP');
    await untilStopped(this.#pidFile(index));
  }

  /** Lets a paused node go on. @throws RigError `NODE_STOPPED` */
  async resumeNode(index: number): Promise<void> {
    this.#signal(index, 'SIGCONT');
  }

  /** Adds one node, which streams its share of the data from the others; about 15 s. */
  async addNode(options: AddNodeOptions = {}): Promise<CassandraNode> {
    const { nodes } = this.#record;
    return this.#join(nextNode(this.#record, options), nodes);
  }

  /**
   * Replaces a node that is dead for the others by a new one at a new address, which takes over its tokens and streams its data; about 20 s.
   * @throws RigError `NODE_RUNNING`
   */
  async replaceNode(index: number): Promise<CassandraNode> {
    const { datacenter } = this.#find(index);
    this.#requireStopped(index, 'it is replaced');
    const added = { ...nextNode(this.#record, { datacenter }), replaces: index };
    return this.#join(
      added,
      this.#record.nodes.filter((node) => node.index !== index),
    );
  }

  /** Runs nodetool against one node, with login and TLS as the cluster has them. Failing is an exit code, not an error. */
  async nodetool(index: number, args: readonly string[], options: NodetoolOptions = {}): Promise<NodetoolResult> {
    const { home, tools } = this.#context;
    const { java, releases } = await tools();
    const node = this.node(index);
    const target = {
      java: java.java,
      prepared: await releases.prepare(node.version),
      paths: home.node(index),
      jmxPort: node.jmxPort,
      security: this.settings,
      jmxDirectory: home.jmx,
      userHome: home.user,
    };
    return runNodetool(target, args, options);
  }

  /**
   * Runs one CQL statement on one node. After a change of the schema it waits until all nodes know it, but not longer
   * than 5 s: a node that is down learns it when it is back.
   * @throws RigError `CQL_REJECTED`, `CQL_UNREACHABLE`, `NODE_STOPPED`
   */
  async cql(index: number, statement: string, options: CqlQueryOptions = {}): Promise<CqlRow[]> {
    const connection = await this.connect(index);
    try {
      const rows = await connection.query(statement, options);
      if (/^\s*(create|alter|drop)\b/i.test(statement)) await connection.awaitSchemaAgreement();
      return rows;
    } finally {
      connection.close();
    }
  }

  /** A connection for many statements; to be closed by the caller. */
  async connect(index: number, options: Pick<CqlConnectionOptions, 'timeoutMs'> = {}): Promise<CqlConnection> {
    const { state, address, cqlPort, cqlCredentials } = this.node(index);
    if (state === NodeState.Stopped) throw notRunning(index);
    return CqlConnection.open({ ...options, host: address, port: cqlPort, credentials: cqlCredentials });
  }

  /** Stops all nodes; data and configuration stay, `start` continues. */
  async stop(options: StopOptions = {}): Promise<void> {
    this.#say(ProgressStep.Stop, 'stopping all nodes');
    await stopProcesses(this.#pidFiles(), options.kill ? StopMode.Kill : StopMode.Clean);
  }

  /** Kills all nodes and deletes everything they left behind. This object is of no use afterwards. */
  async wipe(): Promise<void> {
    await stopProcesses(this.#pidFiles(), StopMode.Kill);
    await this.#dropWatchdog();
    this.#context.home.clear(this.#context.watchdog !== undefined);
    await this.#context.dispose();
  }

  async #join(added: NodeRecord, others: readonly NodeRecord[]): Promise<CassandraNode> {
    const before = this.#record;
    this.#context.home.clearNode(added.index);
    this.#save({ ...before, nodes: [...others, added] });
    try {
      await this.#startNodes([added]);
    } catch (error) {
      this.#save(before);
      throw error;
    }
    return this.node(added.index);
  }

  async #startNodes(nodes: readonly NodeRecord[]): Promise<void> {
    const stopped = nodes.filter(({ index }) => this.node(index).state === NodeState.Stopped);
    await requireFreePorts(stopped.flatMap(({ index }) => portsOf(this.settings, index)));
    try {
      await this.#launch(stopped);
      await this.#untilUp(stopped);
    } catch (error) {
      await stopProcesses(
        stopped.map(({ index }) => this.#pidFile(index)),
        StopMode.Kill,
      );
      throw error;
    } finally {
      if (this.#context.detached) await this.#dropWatchdog();
    }
  }

  async #launch(nodes: readonly NodeRecord[]): Promise<void> {
    const { home, tools } = this.#context;
    const { java, releases } = await tools();
    for (const node of nodes) {
      const prepared = await releases.prepare(node.version);
      this.#watchdog ??= new Watchdog();
      await this.#watchdog.guard(this.#pidFile(node.index));
      this.#say(ProgressStep.Launch, `launching node ${node.index} (Cassandra ${node.version})`);
      await launchNode(java.java, home, this.#record, node, prepared, this.#watchdog.owner);
    }
  }

  /** The launched nodes are waited for even if they do not run any more: that is an error. */
  async #untilUp(launched: readonly NodeRecord[]): Promise<void> {
    const { home, readyTimeoutMs } = this.#context;
    const awaited = this.nodes.filter(
      ({ index, state }) => state === NodeState.Running || launched.some((node) => node.index === index),
    );
    this.#say(ProgressStep.Ready, `waiting for ${awaited.length} node${awaited.length === 1 ? '' : 's'} to be up`);
    await untilAllUp({
      nodes: awaited.map((node) => ({ ...node, paths: home.node(node.index) })),
      complete: awaited.length === this.#record.nodes.length,
      credentials: this.settings.cqlAuth ? cqlSuperuser : undefined,
      timeoutMs: readyTimeoutMs,
    });
  }

  #changeVersion(index: number, version: string): void {
    seriesOf(version);
    this.#requireStopped(index, 'it changes its version');
    const nodes = this.#record.nodes.map((node) => (node.index === index ? { ...node, version } : node));
    this.#save({ ...this.#record, nodes });
  }

  #requireStopped(index: number, then: string): void {
    if (this.node(index).state === NodeState.Stopped) return;
    throw new RigError(RigErrorCode.NodeRunning, `Node ${index} runs; stop it before ${then}`, { details: { index } });
  }

  #save(record: ClusterRecord): void {
    this.#context.home.write(record);
    this.#record = record;
  }

  async #dropWatchdog(): Promise<void> {
    await this.#watchdog?.release();
    this.#watchdog = undefined;
  }

  #signal(index: number, signal: NodeJS.Signals): void {
    if (!signalProcess(this.#pidFile(index), signal)) throw notRunning(index);
  }

  #find(index: number): NodeRecord {
    const record = this.#record.nodes.find((node) => node.index === index);
    if (record) return record;
    const count = this.#record.nodes.length;
    throw new RigError(RigErrorCode.NodeUnknown, `There is no node ${index}; the cluster has nodes 1 to ${count}`, {
      details: { index, count },
    });
  }

  #pidFile(index: number): string {
    return this.#context.home.node(this.#find(index).index).pidFile;
  }

  #pidFiles(): string[] {
    return this.#record.nodes.map(({ index }) => this.#pidFile(index));
  }

  #say(step: ProgressStep, message: string): void {
    this.#context.onProgress({ step, message });
  }
}

function nextNode({ nodes, settings }: ClusterRecord, options: AddNodeOptions): NodeRecord {
  const last = nodes[nodes.length - 1];
  const datacenter = options.datacenter ?? last?.datacenter ?? 'dc1';
  checkOptions({ datacenters: [{ name: datacenter, nodes: nodes.length + 1 }], jmxBase: settings.jmxBase });
  const rank = nodes.filter((node) => node.datacenter === datacenter).length;
  return {
    index: (last?.index ?? 0) + 1,
    datacenter,
    rack: rackOf(rank, settings.racks),
    version: last?.version ?? settings.version,
    tokens: null,
  };
}

function notRunning(index: number): RigError {
  return new RigError(RigErrorCode.NodeStopped, `Node ${index} does not run; start it first`, { details: { index } });
}
