import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { RigError, RigErrorCode } from '../errors.js';
import { writeJmxFiles } from '../node/jmx-access.js';
import { StopMode, stopProcesses } from '../node/node-process.js';
import { spreadTokens } from '../node/tokens.js';
import { ExclusiveLock } from '../process/exclusive-lock.js';
import { Watchdog } from '../process/watchdog.js';
import { ProgressStep, type ProgressListener } from '../progress.js';
import { findJava } from '../release/java-runtime.js';
import { defaultCacheDirectory, ReleaseCache } from '../release/release-cache.js';
import { Cluster, type ClusterContext } from './cluster.js';
import { ClusterHome } from './cluster-home.js';
import {
  checkOptions,
  type ClusterOptions,
  datacentersOf,
  defaultCqlPort,
  defaultReadyTimeoutMs,
  defaultStoragePort,
  settingsOf,
} from './cluster-options.js';
import { type ClusterRecord, type ClusterSettings, type NodeRecord, rackOf } from './cluster-settings.js';
import { findConflicts } from './existing-cluster.js';
import { findFreePrefix, type Reservation } from './free-prefix.js';

/** What matters to a cluster that exists already. */
export type OpenOptions = Pick<
  ClusterOptions,
  'cacheDirectory' | 'javaHome' | 'verify' | 'readyTimeoutMs' | 'detached' | 'onProgress'
>;

/**
 * Starts a new cluster and waits until every node is up and sees all the others, about 6 to 10 s for three nodes. If
 * `home` holds a cluster already, its stopped nodes are started. The first call for a release downloads it.
 *
 * Unless `detached`, the nodes that this call has started die with this process, whatever way it ends.
 *
 * @throws RigError among others `INVALID_OPTIONS`, `JAVA_MISSING`, `JAVA_UNSUITABLE`, `DOWNLOAD_FAILED`, `PORT_IN_USE`,
 *   `NODE_DIED` (with the last lines of its log), `NODE_NOT_READY`, `CLUSTER_EXISTS`
 */
export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  checkOptions(options);
  requireProcfs();
  return options.home === undefined ? startEphemeral(options) : startLocked(new ClusterHome(options.home), options);
}

async function startEphemeral(options: ClusterOptions): Promise<Cluster> {
  const home = new ClusterHome(await mkdtemp(join(tmpdir(), 'reaper-cassandra-')));
  const watchdog = new Watchdog(home.directory);
  try {
    return await startNew(home, options, watchdog);
  } catch (error) {
    // Errors of nodes name log files, so those must be there for as long as this process.
    if (!hasLogs(error)) {
      await watchdog.release();
      home.clear(true);
    }
    throw error;
  }
}

/**
 * The cluster in `home`, running or not.
 * @throws RigError `CLUSTER_MISSING`, `CLUSTER_DAMAGED`
 */
export function openCluster(homeDirectory: string, options: OpenOptions = {}): Cluster {
  requireProcfs();
  const home = new ClusterHome(homeDirectory);
  const record = home.read();
  if (!record) {
    throw new RigError(RigErrorCode.ClusterMissing, `There is no cluster in ${home.directory}; start one first`);
  }
  return new Cluster(contextOf(home, options, { watchdog: undefined, dispose: nothing }), record);
}

/** Downloads a release and makes its class-data archive, so that a later start is quick and needs no network. */
export async function prepareRelease(version: string, options: OpenOptions = {}): Promise<void> {
  checkOptions({ ...options, version });
  requireProcfs();
  const { releases } = await toolsOf(options)();
  await releases.prepare(version);
}

/** For operations of several processes on one cluster: one after the other. */
export function lockHome(directory: string, onProgress: ProgressListener = nothing): Promise<ExclusiveLock> {
  return ExclusiveLock.acquire(`cluster ${directory}`, {
    purpose: 'changing the cluster',
    onWait: ({ pid, purpose }) => onProgress({ step: ProgressStep.Wait, message: `process ${pid} is ${purpose}` }),
  });
}

async function startLocked(home: ClusterHome, options: ClusterOptions): Promise<Cluster> {
  const lock = await lockHome(home.directory, options.onProgress);
  try {
    const existing = home.read();
    if (existing?.formed) return await restart(home, existing, options);
    if (existing) await clearRemains(home, existing);
    return await startNew(home, options, undefined);
  } finally {
    await lock.release();
  }
}

async function startNew(home: ClusterHome, options: ClusterOptions, watchdog: Watchdog | undefined): Promise<Cluster> {
  home.create();
  const reservation = await reserve(options);
  const dispose = () => reservation?.release() ?? Promise.resolve();
  try {
    const settings = settingsOf(options, placeOf(options, reservation));
    return await form(contextOf(home, options, { watchdog, dispose }), newRecord(options, settings));
  } catch (error) {
    await dispose();
    throw error;
  }
}

function hasLogs(error: unknown): boolean {
  return (
    error instanceof RigError && (error.code === RigErrorCode.NodeDied || error.code === RigErrorCode.NodeNotReady)
  );
}

async function restart(home: ClusterHome, existing: ClusterRecord, options: ClusterOptions): Promise<Cluster> {
  const conflicts = findConflicts(existing, options);
  if (conflicts.length > 0) {
    throw new RigError(
      RigErrorCode.ClusterExists,
      `The cluster in ${home.directory} is another one: ${conflicts.join('; ')}. Wipe it first, or use another home`,
      { details: { conflicts } },
    );
  }
  const cluster = new Cluster(contextOf(home, options, { watchdog: undefined, dispose: nothing }), existing);
  await cluster.start();
  return cluster;
}

async function form(context: ClusterContext, record: ClusterRecord): Promise<Cluster> {
  const { java } = await context.tools();
  await writeJmxFiles(context.home.jmx, record.settings, java.keytool);
  context.home.write(record);
  const cluster = new Cluster(context, record);
  await cluster.start();
  return cluster;
}

function newRecord(options: ClusterOptions, settings: ClusterSettings): ClusterRecord {
  const places = datacentersOf(options).flatMap(({ name, nodes }) =>
    Array.from({ length: nodes }, (_, rank) => ({ datacenter: name, rack: rackOf(rank, settings.racks) })),
  );
  const tokens = spreadTokens(places.length, settings.tokens);
  const nodes = places.map((place, position): NodeRecord => ({
    index: position + 1,
    ...place,
    version: settings.version,
    tokens: tokens[position] ?? [],
  }));
  return { format: 1, formed: false, settings, nodes };
}

async function reserve(options: ClusterOptions): Promise<Reservation | undefined> {
  if (options.prefix !== undefined && options.jmxBase !== undefined) return undefined;
  const nodes = datacentersOf(options).reduce((sum, datacenter) => sum + datacenter.nodes, 0);
  return findFreePrefix({
    nodes,
    prefix: options.prefix,
    jmxBase: options.jmxBase,
    cqlPort: options.cqlPort ?? defaultCqlPort,
    storagePort: options.storagePort ?? defaultStoragePort,
  });
}

function placeOf(options: ClusterOptions, reservation: Reservation | undefined) {
  const { prefix, jmxBase } = { ...options, ...reservation };
  if (prefix === undefined || jmxBase === undefined) throw new TypeError('a cluster needs a prefix and a JMX base');
  return { prefix, jmxBase };
}

/** What a start that failed or was interrupted left behind. */
async function clearRemains(home: ClusterHome, record: ClusterRecord): Promise<void> {
  await stopProcesses(
    record.nodes.map(({ index }) => home.node(index).pidFile),
    StopMode.Kill,
  );
  home.clear(false);
}

function contextOf(
  home: ClusterHome,
  options: OpenOptions,
  rest: Pick<ClusterContext, 'watchdog' | 'dispose'>,
): ClusterContext {
  return {
    home,
    tools: toolsOf(options),
    onProgress: options.onProgress ?? nothing,
    readyTimeoutMs: options.readyTimeoutMs ?? defaultReadyTimeoutMs,
    detached: options.detached ?? false,
    ...rest,
  };
}

function toolsOf(options: OpenOptions): ClusterContext['tools'] {
  const find = async () => {
    const java = await findJava(options.javaHome);
    const directory = resolve(options.cacheDirectory ?? defaultCacheDirectory());
    const { onProgress = nothing, verify = false } = options;
    return { java, releases: new ReleaseCache({ directory, java, onProgress, verify }) };
  };
  let found: ReturnType<typeof find> | undefined;
  return () => (found ??= find());
}

/** Process identities come from /proc, and every address of 127.0.0.0/8 has to work. */
function requireProcfs(): void {
  if (existsSync('/proc/self/stat')) return;
  throw new RigError(RigErrorCode.UnsupportedPlatform, `Clusters need Linux with /proc, this is ${process.platform}`);
}

async function nothing(): Promise<void> {
  // Nobody listens, nothing was taken.
}
