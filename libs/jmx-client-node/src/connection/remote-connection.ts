import { JmxConnectionClosedError, JmxError, JmxErrorCode } from '../errors.js';
import { encodeCall } from '../rmi/call-encoder.js';
import { Deadline } from '../rmi/deadline.js';
import { type JrmpSocket } from '../rmi/jrmp-socket.js';
import { type ObjectId } from '../rmi/object-id.js';
import { type Reply } from '../rmi/reply-decoder.js';
import { type RmiMethod } from '../rmi/rmi-methods.js';
import { type SocketPool } from '../rmi/socket-pool.js';
import { type RawValue } from '../serialization/raw-values.js';
import { type StreamWriter } from '../serialization/stream-writer.js';
import { leavesSocketUsable, replyValue } from './reply-value.js';

/** Limits of one call. */
export interface CallLimits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** A call that has its socket and its bytes and only needs to be sent. */
export interface ReservedCall {
  /** Writes the request before it returns. @throws JmxConnectionClosedError, JmxAbortError when nothing was written */
  send(limits: CallLimits): Promise<RawValue | boolean>;
  /** Gives the socket back. Without effect once sent. */
  release(): void;
}

export interface RemoteConnectionOptions {
  readonly objectId: ObjectId;
  readonly pool: SocketPool;
  /** A call failed in a way that makes it doubtful whether the connection still exists. */
  readonly onDoubt: (error: JmxError) => void;
}

/** Calls methods of one remote `RMIConnection`. A request is written at most once, to one socket. */
export class RemoteConnection {
  private endedBy: JmxError | null = null;
  /** `performance.now()` of the last answer: what resets the idle timer of the server. */
  lastAnswerAt = performance.now();

  constructor(private readonly options: RemoteConnectionOptions) {}

  get isEnded(): boolean {
    return this.endedBy !== null;
  }

  async call(
    method: RmiMethod,
    writeArguments: (out: StreamWriter) => void,
    limits: CallLimits,
  ): Promise<RawValue | boolean> {
    const reserved = await this.reserve(method, writeArguments, limits);
    return await reserved.send(limits);
  }

  /** Encodes the call and takes a socket for it. The socket stays taken until the call is sent or released. */
  async reserve(
    method: RmiMethod,
    writeArguments: (out: StreamWriter) => void,
    limits: CallLimits,
  ): Promise<ReservedCall> {
    this.throwIfEnded();
    const request = encodeCall(this.options.objectId, method, writeArguments);
    const socket = await this.acquire(method.name, limits);
    let isTaken = true;
    return {
      send: (sendLimits) => {
        if (!isTaken) throw notSendable(method.name);
        isTaken = false;
        return this.exchange(socket, request, method, sendLimits);
      },
      release: () => {
        if (isTaken) this.options.pool.release(socket);
        isTaken = false;
      },
    };
  }

  private async acquire(what: string, { timeoutMs, signal }: CallLimits): Promise<JrmpSocket> {
    try {
      const socket = await this.options.pool.acquire(new Deadline(timeoutMs, signal), what);
      if (this.endedBy !== null) this.options.pool.discard(socket);
      this.throwIfEnded();
      return socket;
    } catch (error) {
      this.noteFailure(error);
      this.throwIfEnded();
      throw error;
    }
  }

  /** Everything before the first `await` of a caller is synchronous: checks, the write, the bookkeeping. */
  private exchange(
    socket: JrmpSocket,
    request: Buffer,
    method: RmiMethod,
    { timeoutMs, signal }: CallLimits,
  ): Promise<RawValue | boolean> {
    let reply: Promise<Reply>;
    try {
      this.throwIfEnded();
      reply = socket.call(request, method.result, method.name, new Deadline(timeoutMs, signal));
    } catch (error) {
      this.options.pool.release(socket);
      throw error;
    }
    return this.settle(socket, reply);
  }

  private async settle(socket: JrmpSocket, pending: Promise<Reply>): Promise<RawValue | boolean> {
    try {
      const reply = await pending;
      this.lastAnswerAt = performance.now();
      if (leavesSocketUsable(reply)) this.options.pool.release(socket);
      else this.options.pool.discard(socket);
      return replyValue(reply);
    } catch (error) {
      if (!socket.isUsable) this.options.pool.discard(socket);
      this.noteFailure(error);
      throw error;
    }
  }

  private noteFailure(error: unknown): void {
    if (this.endedBy === null && error instanceof JmxError && DOUBTFUL.has(error.code)) this.options.onDoubt(error);
  }

  private throwIfEnded(): void {
    if (this.endedBy === null) return;
    const code = this.endedBy.code === JmxErrorCode.ConnectorGone ? this.endedBy.code : JmxErrorCode.ConnectionClosed;
    throw new JmxConnectionClosedError(code, this.endedBy.message, { cause: this.endedBy });
  }

  /** From now on every call fails with this error; sockets are closed. */
  end(error: JmxError): void {
    if (this.endedBy !== null) return;
    this.endedBy = error;
    this.options.pool.close();
  }
}

const DOUBTFUL: ReadonlySet<JmxErrorCode> = new Set([
  JmxErrorCode.ConnectorGone,
  JmxErrorCode.ConnectionClosed,
  JmxErrorCode.ConnectRefused,
  JmxErrorCode.ConnectFailed,
  JmxErrorCode.ConnectTimeout,
  JmxErrorCode.WrongProtocol,
  JmxErrorCode.CallTimeout,
]);

function notSendable(what: string): JmxConnectionClosedError {
  return new JmxConnectionClosedError(
    JmxErrorCode.ConnectionClosed,
    `This call of ${what} was already sent or released; prepare a new one`,
  );
}
