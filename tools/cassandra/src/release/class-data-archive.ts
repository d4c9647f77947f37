import { createHash, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CqlConnection } from '../cql/cql-connection.js';
import { daemonClass, heapFlags, makeArchive, nodeProperties, runtimeFlags } from '../node/java-command.js';
import { writeNodeFiles } from '../node/node-files.js';
import { nodePaths, type NodePaths } from '../node/node-paths.js';
import { StopMode, stopProcesses } from '../node/node-process.js';
import { untilAllUp } from '../node/readiness.js';
import { spreadTokens } from '../node/tokens.js';
import { launchDetached } from '../process/guarded-launch.js';
import { Watchdog } from '../process/watchdog.js';
import { type JavaRuntime } from './java-runtime.js';
import { type Release } from './release.js';

/** Everything a class-data archive depends on: another Java, class path or jar needs another archive. */
export function archiveKey(java: JavaRuntime, release: Release): string {
  // The JVM compares the times of the jars, and a copied cache has other ones than its manifest says.
  const jars = release.classPath.split(':').map((jar) => String(statSync(jar).mtimeMs));
  const parts = [java.java, java.description, release.classPath, ...runtimeFlags(release), ...jars];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}

export interface ArchiveJob {
  readonly java: JavaRuntime;
  readonly release: Release;
  readonly file: string;
  /** For the throw-away node; deleted afterwards. */
  readonly directory: string;
}

const warmUp = [
  `CREATE KEYSPACE warm WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}`,
  'CREATE TABLE warm.up (id int PRIMARY KEY, value blob)',
  'INSERT INTO warm.up (id, value) VALUES (1, 0xff)',
  'SELECT * FROM warm.up',
];

/**
 * Runs a node once, only to write down the classes it loads; about 10 s and 57 MB. With that archive a node starts in
 * two thirds of the CPU time. Returns false if there is none afterwards: nodes then start all the same, slower.
 */
export async function makeClassDataArchive(job: ArchiveJob): Promise<boolean> {
  const paths = nodePaths(job.directory);
  const unfinished = `${job.file}.part`;
  rmSync(job.directory, { recursive: true, force: true });
  mkdirSync(job.directory, { recursive: true });
  const watchdog = new Watchdog(job.directory);
  try {
    await watchdog.guard(paths.pidFile);
    await runThrowAwayNode(job, paths, unfinished, watchdog.owner);
    renameSync(unfinished, job.file);
  } catch {
    return false;
  } finally {
    await stopProcesses([paths.pidFile], StopMode.Kill);
    await watchdog.release();
    rmSync(unfinished, { force: true });
    rmSync(job.directory, { recursive: true, force: true });
  }
  return existsSync(job.file);
}

async function runThrowAwayNode(job: ArchiveJob, paths: NodePaths, archive: string, owner: string): Promise<void> {
  const { release } = job;
  // A corner of 127.0.0.0/8 where no cluster of this package lives; JMX stays off.
  const address = `127.255.${randomInt(1, 255)}.${randomInt(1, 255)}`;
  writeConfiguration(job, paths, address);
  const properties = nodeProperties({
    paths,
    userHome: job.directory,
    heap: '384m',
    bootstraps: false,
    authReplication: 1,
  });
  const command = [
    job.java.java,
    ...runtimeFlags(release),
    ...makeArchive(archive),
    ...properties,
    ...heapFlags('384m'),
  ];
  await launchDetached({
    command: [...command, '-cp', release.classPath, daemonClass],
    directory: paths.directory,
    pidFile: paths.pidFile,
    owner,
    outputFile: paths.output,
  });
  const node = { index: 0, address, cqlPort: 9042, paths };
  await untilAllUp({ nodes: [node], complete: true, credentials: undefined, timeoutMs: 120_000 });
  await warmUpNode(address);
  await stopProcesses([paths.pidFile], StopMode.Clean);
}

function writeConfiguration(job: ArchiveJob, paths: NodePaths, address: string): void {
  const configuration = {
    clusterName: 'archive',
    address,
    seeds: [address],
    tokenCount: 1,
    tokens: spreadTokens(1, 1)[0] ?? null,
    storagePort: 7000,
    cqlPort: 9042,
    hints: false,
    passwordLogin: false,
    overrides: {},
  };
  writeNodeFiles(paths, job.release.series, configuration, { datacenter: 'dc1', rack: 'r1' });
}

async function warmUpNode(address: string): Promise<void> {
  const connection = await CqlConnection.open({ host: address, port: 9042 });
  try {
    for (const statement of warmUp) await connection.query(statement);
    await connection.peers('peer');
  } finally {
    connection.close();
  }
}

/** Where the archives of one release and Java live. */
export function archiveFiles(cache: string, key: string, version: string): { node: string; nodetool: string } {
  const directory = join(cache, 'archives');
  mkdirSync(directory, { recursive: true });
  return {
    node: join(directory, `node-${version}-${key}.jsa`),
    nodetool: join(directory, `nodetool-${version}-${key}.jsa`),
  };
}
