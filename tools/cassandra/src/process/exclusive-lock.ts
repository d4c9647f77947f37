import { createHash } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { RigError, RigErrorCode, systemErrorCode } from '../errors.js';

export interface LockHolder {
  readonly pid: number;
  readonly purpose: string;
}

export interface LockOptions {
  /** Shown to those who wait. */
  readonly purpose: string;
  /** @default 900000 */
  readonly timeoutMs?: number;
  readonly onWait?: (holder: LockHolder) => void;
}

/**
 * A lock between processes of one machine: a listening socket in Linux' abstract namespace (unix(7)). The kernel gives
 * it up when the process ends, however it ends, so there is no stale lock to detect. Who waits keeps a connection and
 * is woken by its end.
 */
export class ExclusiveLock {
  readonly #server: Server;
  readonly #waiters: Set<Socket>;

  private constructor(server: Server, waiters: Set<Socket>) {
    this.#server = server;
    this.#waiters = waiters;
  }

  /** Takes the lock if it is free. */
  static async tryAcquire(name: string, purpose: string): Promise<ExclusiveLock | undefined> {
    const waiters = new Set<Socket>();
    const server = createServer((socket) => {
      waiters.add(socket);
      socket.unref();
      socket.on('error', () => undefined);
      socket.on('close', () => waiters.delete(socket));
      socket.write(`${JSON.stringify({ pid: process.pid, purpose } satisfies LockHolder)}\n`);
    });
    server.unref();
    return (await listen(server, socketName(name))) ? new ExclusiveLock(server, waiters) : undefined;
  }

  /** Takes the lock, waiting for its holder if need be. */
  static async acquire(name: string, options: LockOptions): Promise<ExclusiveLock> {
    const endMs = Date.now() + (options.timeoutMs ?? 900_000);
    let holder: LockHolder | undefined;
    for (;;) {
      const lock = await ExclusiveLock.tryAcquire(name, options.purpose);
      if (lock) return lock;
      const leftMs = endMs - Date.now();
      if (leftMs <= 0) throw timeout(name, holder);
      await untilReleased(socketName(name), leftMs, (found) => {
        if (found.pid !== holder?.pid) options.onWait?.(found);
        holder = found;
      });
    }
  }

  async release(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const waiter of this.#waiters) waiter.destroy();
    await closed;
  }
}

/** Abstract names are limited to 107 bytes, paths are not: hence the digest. */
function socketName(name: string): string {
  return `\0reaper-sidecar-cassandra-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
}

function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(true));
    server.once('error', (error) => (systemErrorCode(error) === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen(path);
  });
}

function untilReleased(path: string, timeoutMs: number, onHolder: (holder: LockHolder) => void): Promise<void> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(path);
    socket.setEncoding('utf8');
    const timer = setTimeout(() => socket.destroy(), timeoutMs);
    socket.on('data', (part: string) => {
      text = (text + part).slice(0, 4096);
      const holder = parseHolder(text);
      if (holder) onHolder(holder);
    });
    // Refused: released between the failed attempt to listen and now.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function parseHolder(line: string): LockHolder | undefined {
  try {
    const { pid, purpose } = JSON.parse(line) as Partial<LockHolder>;
    return typeof pid === 'number' && typeof purpose === 'string' ? { pid, purpose } : undefined;
  } catch {
    return undefined;
  }
}

function timeout(name: string, holder: LockHolder | undefined): RigError {
  const who = holder ? `process ${holder.pid} (${holder.purpose})` : 'another process';
  return new RigError(RigErrorCode.LockTimeout, `Gave up waiting for ${who}, which works on ${name}`, {
    retryable: true,
    details: { name, holder },
  });
}
