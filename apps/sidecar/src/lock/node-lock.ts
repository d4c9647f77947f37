import { connect, createServer, type Server } from 'node:net';
import type { Log, Timers } from '@reaper-sidecar/repair-core';
import type { ComponentState } from '../health/readiness.js';

const LOOPBACK = '127.0.0.1';
const RETRY_MS = 1_000;
const ASK_TIMEOUT_MS = 500;
const BANNER = 'reaper-sidecar';

/** Lock ports lie from here to 32767: Linux hands out ports from 32768 on of its own accord. */
const FIRST_PORT = 20_000;
const PORTS = 12_768;

/** Port whose listener is the only sidecar beside the node with this JMX port: 27199 for 7199. */
export function lockPortOf(jmxPort: number): number {
  return FIRST_PORT + (jmxPort % PORTS);
}

export interface NodeLockOptions {
  readonly jmxPort: number;
  readonly timers: Timers;
  readonly log: Log;
}

/**
 * Makes this process the only sidecar beside its node: it listens on a port of loopback that follows from the JMX
 * port, for its whole life. The kernel frees the port when the process dies, however it dies.
 */
export class NodeLock {
  readonly port: number;
  #server: Server | undefined;
  #state: ComponentState = { state: 'starting', detail: 'not tried yet' };

  constructor(private readonly options: NodeLockOptions) {
    this.port = lockPortOf(options.jmxPort);
  }

  state(): ComponentState {
    return this.#state;
  }

  get held(): boolean {
    return this.#server !== undefined;
  }

  /** Waits until the port is ours or the signal aborts. @returns whether it is ours */
  async acquire(signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      try {
        this.#server = await listen(this.port, `${BANNER} ${process.pid}, JMX port ${this.options.jmxPort}`);
        this.#state = { state: 'ready', detail: `the only sidecar beside this node (port ${this.port})` };
        return true;
      } catch (error) {
        await this.tellWhy(error as NodeJS.ErrnoException);
      }
      await this.options.timers.sleep(RETRY_MS, signal);
    }
    return false;
  }

  async release(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  private async tellWhy(error: NodeJS.ErrnoException): Promise<void> {
    const taken = error.code === 'EADDRINUSE';
    const detail = taken ? await this.describeHolder() : `port ${this.port} cannot be opened: ${error.message}`;
    if (detail !== this.#state.detail) this.options.log.warn('Waiting for the place beside the node', { detail });
    this.#state = { state: taken ? 'starting' : 'failing', detail };
  }

  private async describeHolder(): Promise<string> {
    const banner = await readBanner(this.port);
    const port = `port ${this.port}, which follows from JMX port ${this.options.jmxPort}`;
    if (banner?.startsWith(`${BANNER} `)) {
      return `another sidecar (process ${banner.slice(BANNER.length + 1)}) runs beside this node; waiting for its end`;
    }
    return `another program listens on ${port}; waiting until it is free`;
  }
}

function listen(port: number, banner: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(banner);
    });
    server.once('error', reject);
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      server.removeListener('error', reject);
      server.unref();
      resolve(server);
    });
  });
}

/** First line of the program on a port, if it says one. */
function readBanner(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: LOOPBACK });
    const finish = (text?: string) => {
      socket.destroy();
      resolve(text);
    };
    socket.setTimeout(ASK_TIMEOUT_MS, () => finish());
    socket.once('error', () => finish());
    socket.once('close', () => finish());
    socket.once('data', (data) => finish(data.subarray(0, 100).toString('latin1').trim()));
  });
}
