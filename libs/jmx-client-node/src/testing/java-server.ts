import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { DEFAULT_JDK, type Jdk } from './installed-jdks.js';

const SOURCES = join(__dirname, '../../test/java/testserver');
/** A JVM for tests should be small and quick to start. */
const LIGHT_JVM = [
  '-Xmx96m',
  '-Xss512k',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Djava.net.preferIPv4Stack=true',
];

/** Cassandra extends a class of the JDK that is not public, and so does the server that imitates it. */
const CASSANDRA_LIKE = 'CassandraLikeServer';
const EXPORTS = ['--add-exports', 'java.rmi/sun.rmi.registry=ALL-UNNAMED'];

export interface JavaServerOptions {
  /** Main class in package `testserver`. @default AgentServer */
  readonly main?: string;
  readonly port?: number;
  /** More system properties, e.g. `com.sun.management.jmxremote.ssl=true`. Later ones win. */
  readonly properties?: readonly string[];
  readonly jvmFlags?: readonly string[];
  readonly args?: readonly string[];
}

/** The Java test server, compiled once into a temporary directory. */
export class JavaTestServers {
  private readonly running = new Set<ChildProcess>();

  private constructor(
    readonly classes: string,
    readonly jdk: Jdk,
  ) {}

  static async compile(jdk: Jdk = DEFAULT_JDK): Promise<JavaTestServers> {
    const classes = await mkdtemp(join(tmpdir(), 'jmx-client-node-'));
    const files = (await readdir(SOURCES)).filter((file) => jdk.isModular || !file.startsWith(CASSANDRA_LIKE));
    const exports = jdk.isModular ? EXPORTS : [];
    const sources = files.map((file) => join(SOURCES, file));
    await promisify(execFile)(jdk.javac, ['-nowarn', ...exports, '-d', classes, ...sources]);
    return new JavaTestServers(classes, jdk);
  }

  /** A JVM with its own JMX agent on a loopback port, without authentication and TLS unless properties say otherwise. */
  async start(options: JavaServerOptions = {}): Promise<JavaServer> {
    const port = options.port ?? (await freePort());
    const properties = [
      `com.sun.management.jmxremote.port=${port}`,
      `com.sun.management.jmxremote.rmi.port=${port}`,
      'com.sun.management.jmxremote.host=127.0.0.1',
      'com.sun.management.jmxremote.authenticate=false',
      'com.sun.management.jmxremote.ssl=false',
      'java.rmi.server.hostname=127.0.0.1',
      ...(options.properties ?? []),
    ].map((property) => `-D${property}`);
    return await this.launch(port, [...properties, ...(options.jvmFlags ?? [])], options);
  }

  /** A connector like the one of Apache Cassandra; the modes are described in CassandraLikeServer.java. */
  async startCassandraLike(modes: readonly string[], properties: readonly string[] = []): Promise<JavaServer> {
    const port = await freePort();
    const flags = [
      ...EXPORTS,
      '-Djava.rmi.server.hostname=127.0.0.1',
      ...properties.map((property) => `-D${property}`),
    ];
    return await this.launch(port, flags, { main: CASSANDRA_LIKE, args: [String(port), '0', ...modes] });
  }

  private async launch(port: number, flags: readonly string[], options: JavaServerOptions): Promise<JavaServer> {
    const main = `testserver.${options.main ?? 'AgentServer'}`;
    const child = spawn(this.jdk.java, [...LIGHT_JVM, ...flags, '-cp', this.classes, main, ...(options.args ?? [])], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.running.add(child);
    await untilReady(child);
    return new JavaServer(port, child);
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.running].map((child) => stop(child)));
    await rm(this.classes, { recursive: true, force: true });
  }
}

export class JavaServer {
  constructor(
    readonly port: number,
    private readonly child: ChildProcess,
  ) {}

  /** Ends the JVM at once. */
  async kill(): Promise<void> {
    await stop(this.child);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

async function untilReady(child: ChildProcess): Promise<void> {
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    if (line.startsWith('READY')) {
      child.stdout?.resume();
      return;
    }
  }
  throw new Error(`The Java test server did not start: ${errors}`);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
