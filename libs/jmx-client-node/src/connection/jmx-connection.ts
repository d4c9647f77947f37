import { EventEmitter } from 'node:events';
import { JmxConnectionClosedError, type JmxError, JmxErrorCode } from '../errors.js';
import { ObjectName } from '../object-name/object-name.js';
import { NotificationHub } from '../notifications/notification-hub.js';
import { NotificationSource } from '../notifications/notification-source.js';
import {
  type JmxSubscription,
  type NotificationListener,
  type SubscribeOptions,
} from '../notifications/subscription.js';
import { DgcLease } from '../rmi/dgc-lease.js';
import { JrmpSocket } from '../rmi/jrmp-socket.js';
import { ObjectId } from '../rmi/object-id.js';
import { RMI_CONNECTION } from '../rmi/rmi-methods.js';
import { SocketPool } from '../rmi/socket-pool.js';
import { type ConnectSettings, type JmxConnectOptions, toConnectSettings } from './connect-options.js';
import { ConnectionMonitor } from './connection-monitor.js';
import { type CallLane, MBeanServerClient, type ObjectNameLike } from './mbean-server-client.js';
import { type OpenConnector, openConnector } from './open-connector.js';
import { RemoteConnection, type ReservedCall } from './remote-connection.js';

/** How a connection ended. */
export interface CloseReason {
  /** True when it was lost, false after `close()`. */
  readonly lost: boolean;
  /** What showed that it was lost. */
  readonly error: JmxError | null;
}

/** Events of a connection and what their listeners get. */
export interface JmxConnectionEvents {
  /** The connection has ended; comes exactly once. It never comes back: connect anew and subscribe again. */
  close: [reason: CloseReason];
  /** A notification listener or an `onLost` threw. Without a listener for it a process warning is issued. */
  listenerError: [error: unknown];
}

const INSPECT = Symbol.for('nodejs.util.inspect.custom');
const PING_AFTER_IDLE_MS = 50;
/** As the JDK does; the server spends a thread on every open socket. */
const CLOSE_AFTER_IDLE_MS = 15_000;
/** The long poll and the heartbeat must get through however many calls are waiting. */
const BACKGROUND_SOCKETS = 3;
/** Saying goodbye is a courtesy: without it the server notices after 120 s. */
const GOODBYE_TIMEOUT_MS = 2_000;

/** Known to every RMI runtime. */
const DGC_OBJECT_NUMBER = 2;

/** A connection to the MBean server of a JVM. */
export class JmxConnection extends MBeanServerClient {
  /** Without what is secret in them: a connection may end up in a log. */
  private readonly settings: ConnectSettings;
  private readonly events = new EventEmitter<JmxConnectionEvents>();
  private readonly calls: RemoteConnection;
  private readonly background: RemoteConnection;
  private readonly lease: DgcLease | null;
  private readonly monitor: ConnectionMonitor;
  private readonly hub: NotificationHub;
  private closing: Promise<void> | null = null;
  private isOver = false;

  private constructor(settings: ConnectSettings, connector: OpenConnector) {
    super();
    this.settings = { ...settings, credentials: null, tls: null };
    const callPool = this.pool(connector, settings.maxSockets);
    this.calls = this.remote(connector, callPool);
    const backgroundPool = this.pool(connector, BACKGROUND_SOCKETS);
    this.background = this.remote(connector, backgroundPool);
    this.lease = settings.dgcLease ? this.dgcLease(connector, backgroundPool) : null;
    this.monitor = new ConnectionMonitor({
      probe: () => this.probe(),
      intervalMs: settings.heartbeatIntervalMs,
      lastAnswerAt: () => Math.max(this.calls.lastAnswerAt, this.background.lastAnswerAt),
      onLost: (error) => this.lose(error),
    });
    this.hub = this.notificationHub();
    callPool.adopt(connector.socket);
    this.monitor.start();
  }

  /**
   * Connects and logs in.
   *
   * @throws JmxOptionsError, JmxConnectError, JmxAuthenticationError, JmxAbortError
   */
  static async connect(options: JmxConnectOptions | string): Promise<JmxConnection> {
    const settings = toConnectSettings(typeof options === 'string' ? { url: options } : options);
    const connection = new JmxConnection(settings, await openConnector(settings));
    await connection.acquireLease();
    return connection;
  }

  private dgcLease({ objectId }: OpenConnector, pool: SocketPool): DgcLease {
    const collector = this.remote({ objectId: ObjectId.wellKnown(DGC_OBJECT_NUMBER) }, pool);
    return new DgcLease(objectId, (method, write) =>
      collector.call(method, write, { timeoutMs: this.settings.callTimeoutMs }),
    );
  }

  private async acquireLease(): Promise<void> {
    try {
      await this.lease?.acquire();
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  private pool(connector: OpenConnector, maxSockets: number): SocketPool {
    return new SocketPool({
      open: (deadline) => JrmpSocket.open(connector.endpoint, deadline, this.settings.limits),
      maxSockets,
      pingAfterIdleMs: PING_AFTER_IDLE_MS,
      closeAfterIdleMs: CLOSE_AFTER_IDLE_MS,
      onClosedByServer: () => this.monitor.doubt(closedError('The server closed an idle socket')),
    });
  }

  private remote({ objectId }: Pick<OpenConnector, 'objectId'>, pool: SocketPool): RemoteConnection {
    return new RemoteConnection({ objectId, pool, onDoubt: (error) => this.monitor.doubt(error) });
  }

  private notificationHub(): NotificationHub {
    const { longs, callTimeoutMs, notificationPollMs, notificationBatchSize } = this.settings;
    return new NotificationHub({
      source: new NotificationSource({ remote: this.calls, longs, callTimeoutMs }),
      pollSource: new NotificationSource({ remote: this.background, longs, callTimeoutMs }),
      pollMs: notificationPollMs,
      batchSize: notificationBatchSize,
      onListenerError: (error) => this.reportListenerError(error),
      onServerClosing: () => this.lose(closedError('The server is closing the connection')),
    });
  }

  /** `getConnectionId` would not do: it does not reset the idle timer of the server. */
  private async probe(): Promise<void> {
    const limits = { timeoutMs: this.settings.callTimeoutMs };
    await this.background.call(RMI_CONNECTION.getDefaultDomain, (out) => out.value(null), limits);
  }

  /** @internal */
  override get lane(): CallLane {
    const { longs, callTimeoutMs } = this.settings;
    return {
      longs,
      callTimeoutMs,
      call: (method, write, limits) => {
        this.throwIfClosing();
        return this.calls.call(method, write, limits);
      },
      reserve: async (method, write, limits) => {
        this.throwIfClosing();
        return this.refusingWhenClosing(await this.calls.reserve(method, write, limits));
      },
    };
  }

  private refusingWhenClosing(call: ReservedCall): ReservedCall {
    return {
      ...call,
      send: (limits) => {
        if (this.closing !== null) call.release();
        this.throwIfClosing();
        return call.send(limits);
      },
    };
  }

  private throwIfClosing(): void {
    if (this.closing !== null) throw closedError('The JMX connection is closed');
  }

  /** False once closed or lost. */
  get isOpen(): boolean {
    return !this.isOver && this.closing === null;
  }

  /**
   * Listens to an MBean. When the promise resolves the server knows the listener: nothing it sends from then on is
   * missed, short of what `onLost` reports.
   *
   * @throws JmxRemoteError InstanceNotFoundException, or IllegalArgumentException when the MBean sends no notifications
   */
  async addNotificationListener(
    objectName: ObjectNameLike,
    listener: NotificationListener,
    options: SubscribeOptions = {},
  ): Promise<JmxSubscription> {
    return await this.hub.add(ObjectName.of(objectName), listener, options);
  }

  on<K extends keyof JmxConnectionEvents>(event: K, listener: (...args: JmxConnectionEvents[K]) => void): this {
    this.events.on(event, listener as never);
    return this;
  }

  off<K extends keyof JmxConnectionEvents>(event: K, listener: (...args: JmxConnectionEvents[K]) => void): this {
    this.events.off(event, listener as never);
    return this;
  }

  /** Tells the server and frees everything. Calls in flight fail. Never rejects; may be called again. */
  close(): Promise<void> {
    this.closing ??= this.sayGoodbye();
    return this.closing;
  }

  private async sayGoodbye(): Promise<void> {
    if (this.isOver) return;
    this.monitor.stop();
    this.hub.end(false);
    const error = closedError('The JMX connection is closed');
    const goodbye = this.calls.call(RMI_CONNECTION.close, () => undefined, { timeoutMs: GOODBYE_TIMEOUT_MS });
    await goodbye.catch(() => undefined);
    await this.releaseLease();
    this.finish(error, { lost: false, error: null });
  }

  private async releaseLease(): Promise<void> {
    if (this.lease === null) return;
    const goodbye = AbortSignal.timeout(GOODBYE_TIMEOUT_MS);
    const tooLate = new Promise((resolve) => goodbye.addEventListener('abort', resolve, { once: true }));
    await Promise.race([this.lease.release().catch(() => undefined), tooLate]);
  }

  private lose(error: JmxError): void {
    if (this.isOver || this.closing !== null) return;
    this.monitor.stop();
    this.finish(error, { lost: true, error });
    this.hub.end(true);
  }

  private finish(error: JmxError, reason: CloseReason): void {
    this.isOver = true;
    this.lease?.stopRenewing();
    this.calls.end(error);
    this.background.end(error);
    this.events.emit('close', reason);
  }

  [INSPECT](): string {
    const { host, port } = this.settings.registry;
    return `JmxConnection(${host}:${port}, ${this.isOpen ? 'open' : 'closed'})`;
  }

  toJSON(): string {
    return this[INSPECT]();
  }

  private reportListenerError(error: unknown): void {
    if (this.events.listenerCount('listenerError') > 0) this.events.emit('listenerError', error);
    else process.emitWarning(error instanceof Error ? error : String(error), { code: 'JMX_LISTENER_ERROR' });
  }
}

function closedError(message: string): JmxConnectionClosedError {
  return new JmxConnectionClosedError(JmxErrorCode.ConnectionClosed, message);
}
