import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { IncrementalDecoder } from '../serialization/incremental-decoder.js';
import { type JavaValue } from '../serialization/java-value.js';
import { type Decoding, type StreamReader } from '../serialization/stream-reader.js';
import { REGISTRY, RMI_CONNECTION, RMI_SERVER } from '../rmi/rmi-methods.js';
import { ValueMapper } from '../values/value-mapper.js';
import {
  acknowledgement,
  booleanReply,
  exceptionReply,
  notificationResult,
  objectReply,
  stub,
  voidReply,
} from './fake-messages.js';

/** A call the fake received. */
export interface FakeCall {
  readonly method: string;
  readonly args: readonly unknown[];
  /** Primitive arguments of `fetchNotifications`. */
  readonly fetch: { readonly from: bigint; readonly most: number; readonly timeoutMs: number } | null;
}

/** What the fake does with a call. */
export type FakeAnswer =
  | { readonly value: JavaValue }
  | { readonly boolean: boolean }
  | { readonly exception: string; readonly message?: string }
  | { readonly raw: Buffer }
  | 'void'
  | 'silence'
  | 'hang-up';

export interface FakeServerOptions {
  /** Answers calls; undefined falls back to what a healthy, empty server would say. */
  readonly answer?: (call: FakeCall, server: FakeJmxServer) => FakeAnswer | undefined | Promise<FakeAnswer | undefined>;
  /** Bytes to send instead of acknowledging the handshake; empty to hang up. */
  readonly greeting?: Buffer;
  /** Never answer pings. */
  readonly ignorePings?: boolean;
  /** Hang up after having sent so many bytes, over all sockets. */
  readonly cutAfterBytes?: number;
}

const HANDSHAKE_LENGTH = 13;

/** A scriptable RMI server that holds a registry and a JMX connector on one loopback port. */
export class FakeJmxServer {
  readonly calls: FakeCall[] = [];
  readonly sockets = new Set<Socket>();
  bytesSent = 0;
  pings = 0;
  acceptedSockets = 0;
  /** Also known after `stop`, for a successor at the same place. */
  port = 0;

  private constructor(
    private readonly listener: Server,
    readonly options: FakeServerOptions,
  ) {
    listener.on('connection', (socket) => this.accept(socket));
  }

  static async start(options: FakeServerOptions = {}, port = 0): Promise<FakeJmxServer> {
    const listener = createServer({ noDelay: true });
    const server = new FakeJmxServer(listener, options);
    listener.listen(port, '127.0.0.1');
    await once(listener, 'listening');
    server.port = (listener.address() as { port: number }).port;
    return server;
  }

  callsOf(method: string): FakeCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** Hangs up on all sockets, and stays there for new ones. */
  dropSockets(): void {
    this.sockets.forEach((socket) => socket.destroy());
  }

  async stop(): Promise<void> {
    this.dropSockets();
    if (!this.listener.listening) return;
    this.listener.close();
    await once(this.listener, 'close');
  }

  private accept(socket: Socket): void {
    this.acceptedSockets += 1;
    this.sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    let received = Buffer.alloc(0);
    const onGreeting = (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < HANDSHAKE_LENGTH) return;
      socket.off('data', onGreeting);
      this.greet(socket);
      const session = new FakeSession(this, socket);
      socket.on('data', (data: Buffer) => session.receive(data));
      if (received.length > HANDSHAKE_LENGTH) session.receive(received.subarray(HANDSHAKE_LENGTH));
    };
    socket.on('data', onGreeting);
  }

  private greet(socket: Socket): void {
    const { greeting } = this.options;
    if (greeting === undefined) this.send(socket, acknowledgement());
    else if (greeting.length === 0) socket.destroy();
    else this.send(socket, greeting);
  }

  send(socket: Socket, bytes: Buffer): void {
    const { cutAfterBytes = Infinity } = this.options;
    const rest = cutAfterBytes - this.bytesSent;
    const sendable = bytes.subarray(0, Math.max(0, rest));
    this.bytesSent += sendable.length;
    if (sendable.length > 0) socket.write(sendable);
    if (sendable.length < bytes.length) this.sockets.forEach((open) => open.end());
  }

  async respond(socket: Socket, call: FakeCall): Promise<void> {
    this.calls.push(call);
    const answer = (await this.options.answer?.(call, this)) ?? this.healthyAnswer(call);
    if (answer === 'silence') return;
    if (answer === 'hang-up') socket.destroy();
    else this.send(socket, toBytes(answer));
  }

  private healthyAnswer({ method, fetch }: FakeCall): FakeAnswer {
    switch (method) {
      case 'lookup':
        return { value: stub('javax.management.remote.rmi.RMIServerImpl_Stub', this.port, 11n) };
      case 'newClient':
        return { value: stub('javax.management.remote.rmi.RMIConnectionImpl_Stub', this.port, 12n) };
      case 'isRegistered':
        return { boolean: true };
      case 'fetchNotifications':
        return fetch?.timeoutMs === 0 ? emptyFetch(fetch.from) : 'silence';
      default:
        return METHODS_WITHOUT_RESULT.has(method) ? 'void' : { value: null };
    }
  }
}

function emptyFetch(from: bigint): FakeAnswer {
  return { raw: objectReply(notificationResult(from < 0n ? 100n : from, from < 0n ? 100n : from, [])) };
}

function toBytes(answer: Exclude<FakeAnswer, string> | 'void'): Buffer {
  if (answer === 'void') return voidReply();
  if ('raw' in answer) return answer.raw;
  if ('boolean' in answer) return booleanReply(answer.boolean);
  return 'value' in answer ? objectReply(answer.value) : exceptionReply(answer.exception, answer.message ?? null);
}

const METHODS = new Map(
  [...Object.values(RMI_CONNECTION), ...Object.values(RMI_SERVER), ...Object.values(REGISTRY)].map((method) => [
    method.hash,
    method,
  ]),
);

const METHODS_WITHOUT_RESULT = new Set([...METHODS.values()].filter((m) => m.result === 'void').map((m) => m.name));

const ARGUMENT_COUNT: Readonly<Record<string, number>> = {
  lookup: 1,
  newClient: 1,
  close: 0,
  fetchNotifications: 0,
  getConnectionId: 0,
  getDefaultDomain: 1,
  getDomains: 1,
  getMBeanCount: 1,
  getMBeanInfo: 2,
  getObjectInstance: 2,
  isRegistered: 2,
  unregisterMBean: 2,
  invoke: 5,
  createMBean: 5,
};
const USUAL_ARGUMENT_COUNT = 3;

/** Reads the calls that come in on one socket. */
class FakeSession {
  private decoder: IncrementalDecoder<FakeCall> | null = null;

  constructor(
    private readonly server: FakeJmxServer,
    private readonly socket: Socket,
  ) {}

  receive(chunk: Buffer): void {
    if (this.decoder === null && chunk.length === 1 && chunk[0] === 0x52) return this.pong();
    this.decoder ??= new IncrementalDecoder(readCall);
    const done = this.decoder.push(chunk);
    if (done === null) return;
    this.decoder = null;
    void this.server.respond(this.socket, done.value);
  }

  private pong(): void {
    this.server.pings += 1;
    if (this.server.options.ignorePings !== true) this.server.send(this.socket, Buffer.from([0x53]));
  }
}

function* readCall(stream: StreamReader): Decoding<FakeCall> {
  yield* stream.need(1);
  stream.bytes.uint8();
  yield* stream.header();
  const head = yield* stream.blockBytes(34);
  const method = METHODS.get(head.readBigInt64BE(26))?.name ?? 'unknown';
  const fetch = method === 'fetchNotifications' ? yield* stream.blockBytes(20) : null;
  const args: unknown[] = [];
  for (let left = ARGUMENT_COUNT[method] ?? USUAL_ARGUMENT_COUNT; left > 0; left--) {
    args.push(new ValueMapper().value(yield* stream.value()));
  }
  return {
    method,
    args,
    fetch: fetch && {
      from: fetch.readBigInt64BE(0),
      most: fetch.readInt32BE(8),
      timeoutMs: Number(fetch.readBigInt64BE(12)),
    },
  };
}
