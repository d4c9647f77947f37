import { type Socket } from 'node:net';
import {
  JmxAbortError,
  JmxCallTimeoutError,
  JmxConnectionClosedError,
  type JmxError,
  JmxErrorCode,
} from '../errors.js';
import { IncrementalDecoder } from '../serialization/incremental-decoder.js';
import { type DecodeLimits } from '../serialization/limits.js';
import { MESSAGE } from './call-encoder.js';
import { type Deadline } from './deadline.js';
import { type Endpoint } from './endpoint.js';
import { openSocket } from './open-socket.js';
import { type Reply, readReply } from './reply-decoder.js';
import { type ResultKind } from './rmi-methods.js';

/** The exchange a socket is busy with; one at a time, because replies carry no number. */
interface Exchange {
  onData(chunk: Buffer): void;
  onDead(error: Error | null): void;
}

/** One RMI socket after its handshake. Any socket may address any object of its server. */
export class JrmpSocket {
  private exchange: Exchange | null = null;
  private deadBecause: Error | null = null;
  private onDeadWhileIdle: () => void = () => undefined;
  /** `performance.now()` when the last reply was complete. */
  lastUsedAt = performance.now();

  private constructor(
    private readonly socket: Socket,
    private readonly limits: DecodeLimits,
  ) {
    socket.on('data', (chunk: Buffer) => this.receive(chunk));
    socket.on('end', () => this.die(new Error('The server closed the socket')));
    socket.on('error', (error) => this.die(error));
    socket.on('close', () => this.die(new Error('The socket is closed')));
  }

  /** @throws JmxConnectError, JmxAbortError */
  static async open(endpoint: Endpoint, deadline: Deadline, limits: DecodeLimits): Promise<JrmpSocket> {
    return new JrmpSocket(await openSocket(endpoint, deadline, limits), limits);
  }

  /** False once the socket is closed, or while it is busy. */
  get isUsable(): boolean {
    return this.deadBecause === null && this.exchange === null && this.socket.writable;
  }

  /** Called when the server closes the socket while nobody uses it. */
  whenClosedByServer(callback: () => void): void {
    this.onDeadWhileIdle = callback;
  }

  /** An idle socket should not keep the process alive. */
  setIdle(isIdle: boolean): void {
    if (isIdle) this.socket.unref();
    else this.socket.ref();
  }

  destroy(): void {
    this.onDeadWhileIdle = () => undefined;
    this.die(new Error('The connection was closed'));
  }

  private receive(chunk: Buffer): void {
    if (this.exchange === null) this.die(new Error('The server sent bytes nobody asked for'));
    else this.exchange.onData(chunk);
  }

  private die(error: Error): void {
    if (this.deadBecause !== null) return;
    this.deadBecause = error;
    const exchange = this.exchange;
    this.exchange = null;
    this.socket.destroy();
    if (exchange === null) this.onDeadWhileIdle();
    else exchange.onDead(error);
  }

  /** Whether the server still answers on this socket; if not, the socket is gone. */
  ping(timeoutMs: number): Promise<boolean> {
    if (!this.isUsable) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.die(new Error('No answer to a ping')), timeoutMs);
      const settle = (alive: boolean) => {
        clearTimeout(timer);
        resolve(alive);
      };
      this.exchange = {
        onDead: () => settle(false),
        onData: (chunk) => {
          if (chunk.length !== 1 || chunk[0] !== MESSAGE.PING_ACK) return this.die(new Error('No valid ping answer'));
          this.exchange = null;
          this.lastUsedAt = performance.now();
          settle(true);
        },
      };
      this.socket.write(Buffer.from([MESSAGE.PING]));
    });
  }

  /**
   * Writes a call, before it returns, and waits for the reply. Whatever goes wrong after that destroys the socket: a
   * late reply would be taken for the next one's.
   *
   * @throws JmxConnectionClosedError, JmxAbortError at once, when nothing was written
   */
  call(request: Buffer, result: ResultKind, what: string, deadline: Deadline): Promise<Reply> {
    deadline.throwIfAborted(what);
    if (!this.isUsable) {
      throw new JmxConnectionClosedError(JmxErrorCode.ConnectionClosed, `The socket for ${what} is closed`, {
        cause: this.deadBecause ?? undefined,
      });
    }
    return new Promise((resolve, reject) => {
      this.exchange = this.callExchange(result, what, deadline, resolve, reject);
      this.socket.write(request);
    });
  }

  private callExchange(
    result: ResultKind,
    what: string,
    deadline: Deadline,
    resolve: (reply: Reply) => void,
    reject: (error: Error) => void,
  ): Exchange {
    const decoder = new IncrementalDecoder((stream) => readReply(stream, result), this.limits);
    const fail = (error: Error) => {
      stopWatching();
      reject(error);
      this.exchange = null;
      this.die(error);
    };
    const stopWatching = deadline.watch(
      () => fail(new JmxCallTimeoutError(deadline.timeoutMs, what, { requestSent: true })),
      () => fail(new JmxAbortError(what, { cause: deadline.signal?.reason, requestSent: true })),
    );
    return {
      onDead: (error) => fail(lostInCall(what, error)),
      onData: (chunk) => {
        try {
          const done = decoder.push(chunk);
          if (done === null) return;
          stopWatching();
          this.exchange = null;
          this.lastUsedAt = performance.now();
          resolve(done.value);
        } catch (error) {
          fail(error as Error);
        }
      },
    };
  }
}

function lostInCall(what: string, cause: Error | null): JmxError {
  return new JmxConnectionClosedError(
    JmxErrorCode.ConnectionClosed,
    `The connection broke before ${what} was answered; whether it ran is unknown`,
    { cause: cause ?? undefined, requestSent: true },
  );
}
