import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiClient, createApiClient } from '@reaper-sidecar/api-client';
import { SidecarStartError } from './sidecar-start-error.js';

export interface SidecarOptions {
  /** The Cassandra node beside it. */
  readonly node: { readonly address: string; readonly cqlPort: number; readonly jmxPort: number };
  /** Where it listens; its own node's loopback address by default. */
  readonly httpHost?: string;
  readonly httpPort: number;
  /** Log file, appended to over restarts. */
  readonly logFile: string;
  /** Further settings (`REAPER_*`). */
  readonly env?: Readonly<Record<string, string>>;
  /** What runs: the built program by default. */
  readonly program?: string;
}

export interface ResourceUse {
  /** User and system time since its start, seconds. */
  readonly cpuSeconds: number;
  /** Resident memory, MiB. */
  readonly rssMiB: number;
}

const MAIN = join(dirname(dirname(dirname(__dirname))), 'apps', 'sidecar', 'dist', 'main.js');

/** The first sidecars of a cluster create its keyspace, which takes a minute on a machine that does much else. */
const START_PATIENCE_MS = 180_000;

/** Clock ticks per second in /proc/PID/stat: 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** One built sidecar as a process of its own. It dies with this process. */
export class SidecarProcess {
  readonly url: string;
  readonly api: ApiClient;
  #child: ChildProcess | undefined;

  constructor(readonly options: SidecarOptions) {
    this.url = `http://${options.httpHost ?? options.node.address}:${options.httpPort}`;
    this.api = createApiClient(this.url);
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get running(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Starts the process; does not wait until it is ready. */
  spawn(): void {
    if (this.running) throw new SidecarStartError(`The sidecar on ${this.url} runs already`, this.options.logFile);
    mkdirSync(dirname(this.options.logFile), { recursive: true });
    const log = createWriteStream(this.options.logFile, { flags: 'a' });
    const program = this.options.program ?? MAIN;
    const child = spawn(process.execPath, [program], { env: this.#environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    this.#child = child;
    const endWithUs = () => child.kill('SIGKILL');
    process.once('exit', endWithUs);
    child.once('exit', () => {
      process.removeListener('exit', endWithUs);
      log.end();
    });
  }

  /** Starts the process and waits until `/health/ready` says 200. Returns the time from spawn to ready, ms. */
  async start(timeoutMs = START_PATIENCE_MS): Promise<number> {
    const started = performance.now();
    this.spawn();
    await this.ready(timeoutMs);
    return performance.now() - started;
  }

  async ready(timeoutMs = START_PATIENCE_MS): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    let last = 'no answer';
    while (Date.now() < deadline) {
      if (!this.running) throw new SidecarStartError(`The sidecar on ${this.url} ended at start`, this.options.logFile);
      try {
        const response = await fetch(`${this.url}/health/ready`);
        last = await response.text();
        if (response.ok) return;
      } catch {
        // Not listening yet.
      }
      await sleep(20);
    }
    throw new SidecarStartError(
      `The sidecar on ${this.url} is not ready after ${timeoutMs} ms: ${last}`,
      this.options.logFile,
    );
  }

  /** Asks it to end, waits, and kills it when it does not. */
  async stop(timeoutMs = 15_000): Promise<void> {
    await this.#end('SIGTERM', timeoutMs);
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL', 5_000);
  }

  pause(): void {
    this.#child?.kill('SIGSTOP');
  }

  resume(): void {
    this.#child?.kill('SIGCONT');
  }

  /** CPU time and memory as the kernel counts them. Linux only. */
  resourceUse(): ResourceUse {
    const fields = readFileSync(`/proc/${this.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const rss = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))?.[1];
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
      rssMiB: Number(rss) / 1024,
    };
  }

  async #end(signal: 'SIGTERM' | 'SIGKILL', timeoutMs: number): Promise<void> {
    const child = this.#child;
    if (!child || !this.running) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    const late = sleep(timeoutMs, 'late', { ref: false });
    if ((await Promise.race([ended, late])) !== 'late') return;
    child.kill('SIGKILL');
    await ended;
  }

  #environment(): NodeJS.ProcessEnv {
    const { node, httpPort, httpHost, env } = this.options;
    return {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      REAPER_CASSANDRA_HOST: node.address,
      REAPER_CASSANDRA_PORT: String(node.cqlPort),
      REAPER_JMX_HOST: '127.0.0.1',
      REAPER_JMX_PORT: String(node.jmxPort),
      REAPER_HTTP_ADDRESS: httpHost ?? node.address,
      REAPER_HTTP_PORT: String(httpPort),
      ...env,
    };
  }
}
