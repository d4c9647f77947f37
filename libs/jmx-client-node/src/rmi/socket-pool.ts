import { JmxAbortError, JmxCallTimeoutError, JmxConnectionClosedError, JmxErrorCode } from '../errors.js';
import { type Deadline } from './deadline.js';
import { type JrmpSocket } from './jrmp-socket.js';

export interface SocketPoolOptions {
  readonly open: (deadline: Deadline) => Promise<JrmpSocket>;
  /** Calls that may be in flight at once; more wait. */
  readonly maxSockets: number;
  /** A socket idle for longer is asked whether it is alive before a call is written to it. */
  readonly pingAfterIdleMs: number;
  /** A socket idle for longer is closed, because the server spends a thread on it. */
  readonly closeAfterIdleMs: number;
  /** The server closed a socket nobody was using. */
  readonly onClosedByServer: () => void;
}

/** A ping does no work on the server; when it takes longer, a new socket is the better bet. */
const PING_TIMEOUT_MS = 5_000;

interface Waiter {
  readonly proceed: () => void;
  readonly fail: (error: Error) => void;
}

/** Sockets to one endpoint. A call has a socket for itself until its reply is complete. */
export class SocketPool {
  private readonly idle: JrmpSocket[] = [];
  private readonly busy = new Set<JrmpSocket>();
  private readonly waiters: Waiter[] = [];
  private places: number;
  private closed = false;
  private sweeper: NodeJS.Timeout | null = null;

  constructor(private readonly options: SocketPoolOptions) {
    this.places = options.maxSockets;
  }

  /** Takes over a socket that was opened for something else. */
  adopt(socket: JrmpSocket): void {
    this.keep(socket);
  }

  /**
   * A socket that is open and idle, verified by a ping when it has been idle. Opening a new one never repeats a call:
   * nothing has been written yet.
   */
  async acquire(deadline: Deadline, what: string): Promise<JrmpSocket> {
    await this.takePlace(deadline, what);
    try {
      const socket = (await this.liveIdleSocket(deadline)) ?? (await this.options.open(deadline));
      if (this.closed) {
        socket.destroy();
        throw poolClosed();
      }
      socket.setIdle(false);
      this.busy.add(socket);
      return socket;
    } catch (error) {
      this.freePlace();
      throw error;
    }
  }

  private async liveIdleSocket(deadline: Deadline): Promise<JrmpSocket | null> {
    for (let socket = this.idle.pop(); socket !== undefined; socket = this.idle.pop()) {
      socket.whenClosedByServer(() => undefined);
      const isFresh = performance.now() - socket.lastUsedAt <= this.options.pingAfterIdleMs;
      if (isFresh ? socket.isUsable : await socket.ping(Math.min(deadline.remainingMs, PING_TIMEOUT_MS))) return socket;
      socket.destroy();
    }
    return null;
  }

  /** Gives a socket back; one that is no longer usable is dropped. */
  release(socket: JrmpSocket): void {
    if (!this.busy.delete(socket)) return;
    this.keep(socket);
    this.freePlace();
  }

  /** Gives a socket back that must not be used again. */
  discard(socket: JrmpSocket): void {
    socket.destroy();
    this.release(socket);
  }

  private keep(socket: JrmpSocket): void {
    if (this.closed || !socket.isUsable) return socket.destroy();
    socket.setIdle(true);
    socket.whenClosedByServer(() => this.options.onClosedByServer());
    this.idle.push(socket);
    this.sweeper ??= setInterval(() => this.sweep(), this.options.closeAfterIdleMs / 3).unref();
  }

  private sweep(): void {
    const oldest = performance.now() - this.options.closeAfterIdleMs;
    const keep = this.idle.filter((socket) => socket.isUsable && socket.lastUsedAt >= oldest);
    this.idle.filter((socket) => !keep.includes(socket)).forEach((socket) => socket.destroy());
    this.idle.splice(0, Infinity, ...keep);
    if (keep.length === 0) this.stopSweeping();
  }

  private stopSweeping(): void {
    if (this.sweeper !== null) clearInterval(this.sweeper);
    this.sweeper = null;
  }

  private takePlace(deadline: Deadline, what: string): Promise<void> {
    deadline.throwIfAborted(what);
    if (this.closed) return Promise.reject(poolClosed());
    if (this.places > 0) {
      this.places -= 1;
      return Promise.resolve();
    }
    return this.waitForPlace(deadline, what);
  }

  private waitForPlace(deadline: Deadline, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        stopWatching();
        const at = this.waiters.indexOf(waiter);
        if (at >= 0) this.waiters.splice(at, 1);
      };
      const waiter: Waiter = {
        proceed: () => (leave(), resolve()),
        fail: (error) => (leave(), reject(error)),
      };
      const stopWatching = deadline.watch(
        () => waiter.fail(new JmxCallTimeoutError(deadline.timeoutMs, `${what} (no socket was free)`, {})),
        () => waiter.fail(new JmxAbortError(what, { cause: deadline.signal?.reason })),
      );
      this.waiters.push(waiter);
    });
  }

  private freePlace(): void {
    const next = this.waiters[0];
    if (next === undefined) this.places += 1;
    else next.proceed();
  }

  /** Destroys all sockets; calls in flight fail. */
  close(): void {
    this.closed = true;
    this.stopSweeping();
    [...this.waiters].forEach((waiter) => waiter.fail(poolClosed()));
    [...this.idle.splice(0), ...this.busy].forEach((socket) => socket.destroy());
  }
}

function poolClosed(): JmxConnectionClosedError {
  return new JmxConnectionClosedError(JmxErrorCode.ConnectionClosed, 'The JMX connection is closed');
}
