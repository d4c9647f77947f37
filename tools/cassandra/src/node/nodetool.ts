import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RigError, RigErrorCode } from '../errors.js';
import { callGuarded, type OutputName } from '../process/guarded-call.js';
import { plainEnvironment } from '../process/guarded-launch.js';
import { type PreparedRelease } from '../release/release-cache.js';
import { Series } from '../release/series.js';
import { frugalFlags, moduleFlags } from './java-command.js';
import { jmxHost, jmxOperator, type JmxSecurity, trustMaterial } from './jmx-access.js';
import { type NodePaths } from './node-paths.js';

export interface NodetoolTarget {
  readonly java: string;
  readonly prepared: PreparedRelease;
  readonly paths: NodePaths;
  readonly jmxPort: number;
  readonly security: JmxSecurity;
  readonly jmxDirectory: string;
  /** nodetool keeps a history in the home directory. */
  readonly userHome: string;
}

export interface NodetoolResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface NodetoolOptions {
  /** The call is ended by SIGKILL after this time; 0 means never. @default 600000 */
  readonly timeoutMs?: number;
  /** Ends the call (SIGKILL). What it started inside Cassandra goes on. */
  readonly signal?: AbortSignal;
  /** Gets the output as it comes, for commands that report their progress. */
  readonly onOutput?: (stream: OutputName, text: string) => void;
}

const defaultTimeoutMs = 600_000;
const maxOutputBytes = 64 * 2 ** 20;

/** Runs nodetool against one node: 0.7 s, the first time for a release 2 s. */
export async function runNodetool(
  target: NodetoolTarget,
  args: readonly string[],
  options: NodetoolOptions = {},
): Promise<NodetoolResult> {
  const newArchive = archiveToMake(target);
  const command = nodetoolCommand(target, newArchive, args);
  try {
    const result = await callNodetool(target, command, options);
    if (newArchive && existsSync(newArchive)) renameSync(newArchive, target.prepared.nodetoolArchive);
    return result;
  } finally {
    if (newArchive) rmSync(newArchive, { force: true });
  }
}

/** A name of its own for every call, so that two first calls at a time do not write into one file. */
function archiveToMake({ prepared }: NodetoolTarget): string | undefined {
  const { nodetoolArchive, release } = prepared;
  if (existsSync(nodetoolArchive) || release.series === Series.V3_11) return undefined;
  return `${nodetoolArchive}.${randomUUID()}`;
}

function nodetoolCommand(target: NodetoolTarget, newArchive: string | undefined, args: readonly string[]): string[] {
  const { userHome, security, prepared } = target;
  mkdirSync(userHome, { recursive: true });
  const logback = join(userHome, 'logback-silent.xml');
  writeFileSync(logback, '<configuration><root level="OFF"/></configuration>\n');
  const login = security.jmxAuth ? ['-u', jmxOperator.username, '-pw', jmxOperator.password] : [];
  return [
    ...moduleFlags(),
    ...frugalFlags,
    '-Xmx128m',
    `-Duser.home=${userHome}`,
    `-Dlogback.configurationFile=${logback}`,
    ...archiveFlags(prepared.nodetoolArchive, newArchive),
    ...tlsFlags(target),
    ...launcher(target),
    ...['-h', jmxHost, '-p', String(target.jmxPort), ...login, ...args],
  ];
}

function archiveFlags(existing: string, toMake: string | undefined): string[] {
  if (toMake) return [`-XX:ArchiveClassesAtExit=${toMake}`, '-Xlog:cds=off', '-Xlog:cds+dynamic=off'];
  return existsSync(existing) ? [`-XX:SharedArchiveFile=${existing}`, '-Xlog:cds=off'] : [];
}

/** The `--ssl` switch exists in the shell wrapper only. */
function tlsFlags({ security, jmxDirectory }: NodetoolTarget): string[] {
  if (!security.jmxTls) return [];
  const { trustStore, trustStorePassword } = trustMaterial(jmxDirectory);
  return [
    '-Dssl.enable=true',
    `-Djavax.net.ssl.trustStore=${trustStore}`,
    `-Djavax.net.ssl.trustStorePassword=${trustStorePassword}`,
  ];
}

/** nodetool 3.11 dies on Java 9 and later unless a configuration was loaded first. */
const loadConfigurationFirst = `public class NodeTool3 {
  public static void main(String[] args) throws Exception {
    org.apache.cassandra.config.DatabaseDescriptor.toolInitialization();
    org.apache.cassandra.tools.NodeTool.main(args);
  }
}
`;

function launcher({ prepared, paths, userHome }: NodetoolTarget): string[] {
  const classPath = ['-cp', prepared.release.classPath];
  if (prepared.release.series !== Series.V3_11) return [...classPath, 'org.apache.cassandra.tools.NodeTool'];
  const source = join(userHome, 'NodeTool3.java');
  writeFileSync(source, loadConfigurationFirst);
  return [
    `-Dcassandra.config=${pathToFileURL(paths.yaml).href}`,
    `-Dcassandra-rackdc.properties=${pathToFileURL(paths.rackdc).href}`,
    `-Dcassandra.storagedir=${paths.data}`,
    ...classPath,
    source,
  ];
}

async function callNodetool(
  target: NodetoolTarget,
  args: readonly string[],
  options: NodetoolOptions,
): Promise<NodetoolResult> {
  const { timeoutMs = defaultTimeoutMs, signal, onOutput } = options;
  const output = { stdout: '', stderr: '' };
  const exitCode = await callGuarded({
    command: target.java,
    args,
    environment: plainEnvironment(),
    pidFile: join(target.userHome, `nodetool-${randomUUID()}.pid`),
    timeoutMs,
    signal,
    onOutput: (name, text) => {
      if (output[name].length < maxOutputBytes) output[name] += text;
      onOutput?.(name, text);
    },
  }).catch((cause: Error) => {
    throw notRun(cause.message, cause);
  });
  if (exitCode === null) throw notRun(`it was ended by a signal, at the latest after ${timeoutMs} ms`);
  return { ...output, exitCode };
}

function notRun(why: string, cause?: Error): RigError {
  return new RigError(RigErrorCode.ProcessFailed, `nodetool did not finish: ${why}`, { retryable: true, cause });
}
