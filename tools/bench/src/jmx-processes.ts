import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const JAVA_SOURCES = join(__dirname, '../java');

/** A process that takes orders line by line and answers each with one line. */
export class MeasuredProcess {
  private readonly lines: AsyncIterator<string>;

  private constructor(
    private readonly child: ChildProcess,
    /** From its start to its first word, ms. */
    public readyMs = 0,
  ) {
    this.lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  }

  static async start(command: string, args: readonly string[]): Promise<MeasuredProcess> {
    const started = performance.now();
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const measured = new MeasuredProcess(child);
    await measured.nextLine();
    measured.readyMs = performance.now() - started;
    return measured;
  }

  private async nextLine(): Promise<string> {
    const { value, done } = await this.lines.next();
    if (done === true) throw new Error(`A measured process ended early: ${this.child.spawnargs.join(' ')}`);
    return value as string;
  }

  /** Durations in ms. */
  async measure(what: string, count: number): Promise<number[]> {
    this.child.stdin?.write(`${what} ${count}\n`);
    return (await this.nextLine()).split(' ').map(Number);
  }

  /** Resident memory as the kernel counts it. Linux only. */
  get residentMiB(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }
}

/** The Java sources of this benchmark, compiled into a directory that `remove` deletes. */
export function compileJava(): { readonly classes: string; remove(): void } {
  const classes = mkdtempSync(join(tmpdir(), 'bench-jmx-'));
  const sources = ['BenchServer.java', 'BenchClient.java'].map((file) => join(JAVA_SOURCES, file));
  execFileSync('javac', ['-nowarn', '-d', classes, ...sources]);
  return { classes, remove: () => rmSync(classes, { recursive: true, force: true }) };
}

/** A JVM with a JMX agent on a loopback port. */
export async function startServer(
  classes: string,
): Promise<{ readonly port: number; readonly process: MeasuredProcess }> {
  const port = await freePort();
  const agent = { port, 'rmi.port': port, host: '127.0.0.1', authenticate: false, ssl: false };
  const flags = Object.entries(agent).map(([key, value]) => `-Dcom.sun.management.jmxremote.${key}=${value}`);
  const args = ['-Xmx256m', ...flags, '-Djava.rmi.server.hostname=127.0.0.1', '-cp', classes, 'BenchServer'];
  return { port, process: await MeasuredProcess.start('java', args) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
