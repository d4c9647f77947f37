import { type Cluster } from '../cluster/cluster.js';
import { ClusterHome, defaultHomeDirectory } from '../cluster/cluster-home.js';
import { type ClusterOptions } from '../cluster/cluster-options.js';
import { clusterStatus } from '../cluster/node-status.js';
import { lockHome, openCluster, type OpenOptions, prepareRelease, startCluster } from '../cluster/start-cluster.js';
import { type Consistency } from '../cql/consistency.js';
import { defaultVersion } from '../release/series.js';
import { Output, type OutputStreams } from './output.js';
import { type Actions, type CommonFlags, type StartFlags } from './program.js';

/** Where a cluster of the command line lives unless told otherwise: where everybody expects Cassandra. */
const usualPlace = { prefix: '127.0.0.', jmxBase: 7100 };

/** What the command line does. */
export class ClusterActions implements Actions {
  readonly #streams: OutputStreams;
  readonly #untilAsked: () => Promise<void>;
  /** Exit code of a command that was run for the user. */
  exitCode = 0;

  /** @param untilAsked resolves when the user wants a foreground cluster to stop */
  constructor(streams: OutputStreams, untilAsked: () => Promise<void>) {
    this.#streams = streams;
    this.#untilAsked = untilAsked;
  }

  async fetch(flags: CommonFlags & { version?: string }): Promise<void> {
    const version = flags.version ?? defaultVersion;
    await prepareRelease(version, this.#openOptions(flags));
    this.#output(flags).answer(`Cassandra ${version} is ready to start`, { version });
  }

  async start(nodes: number | undefined, flags: StartFlags): Promise<void> {
    const startMs = Date.now();
    const options = { ...this.#openOptions(flags), ...clusterOptions(nodes, flags), detached: !flags.foreground };
    const cluster = await startCluster(options);
    const seconds = ((Date.now() - startMs) / 1000).toFixed(1);
    if (!flags.json) this.#streams.err.write(`all up after ${seconds} s\n`);
    this.#output(flags).nodes(await clusterStatus(cluster));
    if (!flags.foreground) return;
    await this.#untilAsked();
    await cluster.stop();
  }

  async status(flags: CommonFlags): Promise<void> {
    this.#output(flags).nodes(await clusterStatus(this.#open(flags)));
  }

  async stop(flags: CommonFlags & { kill?: boolean }): Promise<void> {
    await this.#ifThere(flags, (cluster) => cluster.stop({ kill: flags.kill ?? false }), 'stopped');
  }

  async wipe(flags: CommonFlags): Promise<void> {
    await this.#ifThere(flags, (cluster) => cluster.wipe(), 'wiped');
  }

  async startNode(index: number, flags: CommonFlags & { version?: string }): Promise<void> {
    const options = flags.version === undefined ? {} : { version: flags.version };
    await this.#change(flags, (cluster) => cluster.startNode(index, options), `node ${index} is up`);
  }

  async stopNode(index: number, flags: CommonFlags): Promise<void> {
    await this.#change(flags, (cluster) => cluster.stopNode(index), `node ${index} is stopped`);
  }

  async killNode(index: number, flags: CommonFlags): Promise<void> {
    await this.#change(flags, (cluster) => cluster.killNode(index), `node ${index} is killed`);
  }

  async pauseNode(index: number, flags: CommonFlags): Promise<void> {
    await this.#change(flags, (cluster) => cluster.pauseNode(index), `node ${index} is paused`);
  }

  async resumeNode(index: number, flags: CommonFlags): Promise<void> {
    await this.#change(flags, (cluster) => cluster.resumeNode(index), `node ${index} goes on`);
  }

  async addNode(flags: CommonFlags & { dc?: string }): Promise<void> {
    const options = flags.dc === undefined ? {} : { datacenter: flags.dc };
    await this.#change(flags, (cluster) => cluster.addNode(options), 'the new node is up');
  }

  async nodetool(index: number, args: readonly string[], flags: CommonFlags): Promise<void> {
    const output = this.#output(flags);
    const result = await this.#open(flags).nodetool(index, args, {
      timeoutMs: 0,
      ...(flags.json ? {} : { onOutput: (stream, text) => output.raw(stream, text) }),
    });
    if (flags.json) output.answer('', result);
    this.exitCode = result.exitCode;
  }

  async cql(index: number, statement: string, flags: CommonFlags & { consistency?: Consistency }): Promise<void> {
    const options = flags.consistency === undefined ? {} : { consistency: flags.consistency };
    this.#output(flags).rows(await this.#open(flags).cql(index, statement, options));
  }

  /** To stop or wipe what is not there is done already. */
  async #ifThere(flags: CommonFlags, operation: (cluster: Cluster) => Promise<void>, done: string): Promise<void> {
    if (new ClusterHome(homeOf(flags)).read()) await this.#change(flags, operation, done);
    else this.#output(flags).answer('there is no cluster', { done: false });
  }

  async #change(flags: CommonFlags, operation: (cluster: Cluster) => unknown, done: string): Promise<void> {
    const cluster = this.#open(flags);
    const lock = await lockHome(cluster.home, (progress) => this.#output(flags).progress(progress));
    try {
      await operation(cluster);
    } finally {
      await lock.release();
    }
    this.#output(flags).answer(done, { done: true });
  }

  #open(flags: CommonFlags): Cluster {
    return openCluster(homeOf(flags), { ...this.#openOptions(flags), detached: true });
  }

  #openOptions(flags: CommonFlags): OpenOptions {
    const output = this.#output(flags);
    return {
      onProgress: (progress) => output.progress(progress),
      verify: flags.verify ?? false,
      ...given({ cacheDirectory: flags.cache, javaHome: flags.javaHome }),
    };
  }

  #output(flags: CommonFlags): Output {
    return new Output(this.#streams, flags.json ?? false);
  }
}

/** A cluster that exists keeps its place; a new one gets the usual one. */
export function clusterOptions(nodes: number | undefined, flags: StartFlags): ClusterOptions {
  const home = homeOf(flags);
  const place = new ClusterHome(home).read()?.formed ? {} : usualPlace;
  const { version, tokens, racks, heap, hints, prefix, jmxBase, cqlPort, storagePort, jmxAuth, jmxTls, cqlAuth } =
    flags;
  const plain = {
    version,
    tokens,
    racks,
    heap,
    hints,
    prefix,
    jmxBase,
    cqlPort,
    storagePort,
    jmxAuth,
    jmxTls,
    cqlAuth,
  };
  return {
    home,
    ...place,
    ...given({ nodes, ...plain, datacenters: flags.dcs, yaml: flags.set, jvmFlags: flags.jvm }),
  };
}

function homeOf(flags: CommonFlags): string {
  return flags.home ?? defaultHomeDirectory();
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the entries that are undefined: those would count as given. */
function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}
