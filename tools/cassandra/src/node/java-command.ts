import { pathToFileURL } from 'node:url';
import { type Release } from '../release/release.js';
import { type NodePaths } from './node-paths.js';

const exported = [
  'java.base/jdk.internal.misc',
  'java.base/jdk.internal.ref',
  'java.base/sun.nio.ch',
  'java.base/java.lang.ref',
  'java.sql/java.sql',
  'jdk.unsupported/sun.misc',
  'java.management.rmi/com.sun.jmx.remote.internal.rmi',
  'java.management/com.sun.jmx.remote.security',
  'java.rmi/sun.rmi.registry',
  'java.rmi/sun.rmi.server',
  'java.rmi/sun.rmi.transport.tcp',
  'jdk.attach/sun.tools.attach',
  'jdk.compiler/com.sun.tools.javac.file',
];

const opened = [
  'java.base/java.lang.module',
  'java.base/jdk.internal.loader',
  'java.base/jdk.internal.ref',
  'java.base/jdk.internal.reflect',
  'java.base/jdk.internal.math',
  'java.base/jdk.internal.module',
  'java.base/jdk.internal.util.jar',
  'java.base/sun.nio.ch',
  'java.base/java.io',
  'java.base/java.lang.reflect',
  'java.base/java.lang',
  'java.base/java.util',
  'java.base/java.nio',
  'java.base/java.util.concurrent',
  'java.base/java.util.concurrent.atomic',
  'jdk.management/com.sun.management.internal',
  'java.rmi/sun.rmi.transport.tcp',
  'jdk.compiler/com.sun.tools.javac',
];

/** What Cassandra needs to reach inside the JDK. One superset serves every line; without it the node dies at once. */
export function moduleFlags(): string[] {
  return [
    ...exported.flatMap((name) => ['--add-exports', `${name}=ALL-UNNAMED`]),
    ...opened.flatMap((name) => ['--add-opens', `${name}=ALL-UNNAMED`]),
  ];
}

/** Small and quick to start: serial collector, first compiler tier only. */
export const frugalFlags = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:-UsePerfData', '-Xss256k'];

/** Flags that shape the class path and modules: a class-data archive is valid for one set of them. */
export function runtimeFlags(release: Release): string[] {
  return [
    '-Djdk.attach.allowAttachSelf=true',
    '-Dio.netty.tryReflectionSetAccessible=true',
    '-Djava.security.manager=allow',
    ...moduleFlags(),
    // As in production: the answer to an unknown keyspace is an assertion.
    '-ea',
    '-da:net.openhft...',
    ...frugalFlags,
    '-Djava.net.preferIPv4Stack=true',
    '-Djava.awt.headless=true',
    '-Dchronicle.analytics.disable=true',
    ...(release.sizeAgent ? [`-javaagent:${release.sizeAgent}`] : []),
  ];
}

export interface NodeProperties {
  readonly paths: NodePaths;
  /** For files that native libraries and tools leave behind in a home directory. */
  readonly userHome: string;
  readonly heap: string;
  /** True for a node that streams its data from a running cluster first. */
  readonly bootstraps: boolean;
  /** Address of a dead node whose tokens it takes over at its first start. */
  readonly replaces?: string;
  readonly authReplication: number;
}

/** Configuration comes by URL: a directory on the class path would switch class-data sharing off. */
export function nodeProperties(node: NodeProperties): string[] {
  const { paths } = node;
  const properties: Record<string, string | number | boolean> = {
    'logback.configurationFile': paths.logback,
    'cassandra.config': pathToFileURL(paths.yaml).href,
    'cassandra-rackdc.properties': pathToFileURL(paths.rackdc).href,
    'cassandra.storagedir': paths.data,
    'cassandra.logdir': paths.logs,
    'cassandra.triggers_dir': paths.triggers,
    'java.io.tmpdir': paths.temporary,
    'jna.tmpdir': paths.temporary,
    'user.home': node.userHome,
    'cassandra-foreground': 'yes',
    ...waits(node.bootstraps),
    ...(node.replaces !== undefined && { 'cassandra.replace_address_first_boot': node.replaces }),
    // Else system_auth has one replica and logins fail when its node is down.
    'cassandra.system_auth.default_rf': node.authReplication,
    // A node that joins gets a range from the replica that loses it. From any other it might get damaged data, of which no good copy is left.
    'cassandra.consistent.rangemovement': node.bootstraps,
    // What Cassandra would measure itself at every start, in 1.2 s.
    'cassandra.memtable.row_overhead_size': 181,
  };
  return Object.entries(properties).map(([name, value]) => `-D${name}=${value}`);
}

/** Waits that make sense between machines and cost 20 s on one. */
function waits(bootstraps: boolean): Record<string, string | number | boolean> {
  return {
    // By default 30 s. Nodes that are there need some of it to notice one that is about to stream.
    'cassandra.ring_delay_ms': bootstraps ? 12_000 : 5_000,
    'cassandra.skip_wait_for_gossip_to_settle': 0,
    'cassandra.superuser_setup_delay_ms': 0,
    'cassandra.shutdown_announce_in_ms': 0,
    // Skips the round that looks for an own earlier life; a node that streams needs that round.
    'cassandra.allow_unsafe_join': !bootstraps,
  };
}

export const daemonClass = 'org.apache.cassandra.service.CassandraDaemon';

/** A small -Xms: committing the whole heap at once would cost resident memory nobody uses. */
export function heapFlags(heap: string): string[] {
  return ['-Xms64m', `-Xmx${heap}`, '-XX:+ExitOnOutOfMemoryError'];
}

/** The Java agent among the flags is why archiving needs the two extra options. */
const withAgents = ['-XX:+UnlockDiagnosticVMOptions', '-XX:+AllowArchivingWithJavaAgent'];

/** The JVM silently runs without an archive that does not fit. */
export function useArchive(file: string): string[] {
  return [`-XX:SharedArchiveFile=${file}`, ...withAgents];
}

export function makeArchive(file: string): string[] {
  return [`-XX:ArchiveClassesAtExit=${file}`, ...withAgents];
}
