import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type JmxSubscription,
  type NotificationListener,
  type SubscribeOptions,
} from '../notifications/subscription.js';
import { ObjectName } from '../object-name/object-name.js';
import { BackOff, type ReconnectOptions } from './back-off.js';
import { type JmxConnectOptions } from './connect-options.js';
import { DurableSubscription } from './durable-subscription.js';
import { type CloseReason, JmxConnection } from './jmx-connection.js';
import { type CallLane, MBeanServerClient, type ObjectNameLike } from './mbean-server-client.js';

/** Options of a client that connects again by itself. */
export interface JmxClientOptions extends JmxConnectOptions {
  readonly reconnect?: ReconnectOptions | undefined;
}

/** Events of a client and what their listeners get. */
export interface JmxClientEvents {
  /** The connection was lost; calls fail until `reconnected`. */
  disconnected: [error: Error | null];
  /** An attempt failed; the next one comes after `delayMs`. */
  reconnectFailed: [failure: { readonly attempt: number; readonly delayMs: number; readonly error: unknown }];
  /** Connected again. Listeners follow; each is told by its `onLost` with reason `reconnected`. */
  reconnected: [];
  /** A notification listener or an `onLost` threw. Without a listener for it a process warning is issued. */
  listenerError: [error: unknown];
}

/**
 * A connection that comes back: when it is lost, the client connects again with growing pauses and adds its listeners
 * again. Calls are never repeated or kept for later: while disconnected they fail at once with a retryable error.
 */
export class JmxClient extends MBeanServerClient {
  private readonly events = new EventEmitter<JmxClientEvents>();
  private readonly subscriptions = new Set<DurableSubscription>();
  private readonly closing = new AbortController();
  private connection: JmxConnection;
  private reconnecting: Promise<void> | null = null;

  private constructor(
    /** A closure, so that no credential is a property of the client. */
    private readonly connectAgain: (signal: AbortSignal) => Promise<JmxConnection>,
    private readonly backOff: BackOff,
    first: JmxConnection,
  ) {
    super();
    this.connection = first;
    this.watch(first);
  }

  /**
   * Connects for the first time; a failure of that is final.
   *
   * @throws JmxOptionsError, JmxConnectError, JmxAuthenticationError, JmxAbortError
   */
  static async connect({ reconnect = {}, ...options }: JmxClientOptions): Promise<JmxClient> {
    const backOff = new BackOff(reconnect);
    const connectAgain = (signal: AbortSignal) => JmxConnection.connect({ ...options, signal });
    return new JmxClient(connectAgain, backOff, await JmxConnection.connect(options));
  }

  /** @internal */
  override get lane(): CallLane {
    return this.connection.lane;
  }

  /** Whether calls can be made right now. */
  get isConnected(): boolean {
    return this.connection.isOpen;
  }

  /** Like `JmxConnection.addNotificationListener`, and lasting beyond the connection. */
  async addNotificationListener(
    objectName: ObjectNameLike,
    listener: NotificationListener,
    options: SubscribeOptions = {},
  ): Promise<JmxSubscription> {
    const subscription = new DurableSubscription({
      objectName: ObjectName.of(objectName),
      listener,
      options,
      onListenerError: (error) => this.reportListenerError(error),
      onEnd: (ended) => this.subscriptions.delete(ended),
    });
    await subscription.listenOn(this.connection);
    this.subscriptions.add(subscription);
    if (subscription.isInterrupted) this.recover();
    return subscription;
  }

  on<K extends keyof JmxClientEvents>(event: K, listener: (...args: JmxClientEvents[K]) => void): this {
    this.events.on(event, listener as never);
    return this;
  }

  off<K extends keyof JmxClientEvents>(event: K, listener: (...args: JmxClientEvents[K]) => void): this {
    this.events.off(event, listener as never);
    return this;
  }

  /** Closes for good. Never rejects; may be called again. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.reconnecting;
    this.subscriptions.clear();
    await this.connection.close();
  }

  private watch(connection: JmxConnection): void {
    connection.on('listenerError', (error) => this.reportListenerError(error));
    connection.on('close', (reason) => this.onClose(reason));
  }

  private onClose({ lost, error }: CloseReason): void {
    if (!lost) return;
    this.events.emit('disconnected', error);
    this.recover();
  }

  /** One recovery at a time; it goes on until connected and all listeners are back. */
  private recover(): void {
    if (this.closing.signal.aborted) return;
    this.reconnecting ??= this.untilRecovered().then(() => {
      this.reconnecting = null;
      // The new connection may have been lost while this one recovery was still in charge.
      if (!this.isWhole) this.recover();
    });
  }

  private async untilRecovered(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted && !this.isWhole) {
      const delayMs = this.backOff.nextDelayMs();
      await sleep(delayMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        await this.recoverOnce();
      } catch (error) {
        if (signal.aborted) return;
        this.events.emit('reconnectFailed', { attempt: this.backOff.attempts, delayMs, error });
      }
    }
    this.backOff.reset();
  }

  private get isWhole(): boolean {
    return this.isConnected && ![...this.subscriptions].some((subscription) => subscription.isInterrupted);
  }

  private async recoverOnce(): Promise<void> {
    if (!this.isConnected) {
      const next = await this.connectAgain(this.closing.signal);
      this.connection = next;
      this.watch(next);
      this.events.emit('reconnected');
    }
    for (const subscription of this.subscriptions) {
      if (subscription.isInterrupted) await subscription.resumeOn(this.connection);
    }
  }

  private reportListenerError(error: unknown): void {
    if (this.events.listenerCount('listenerError') > 0) this.events.emit('listenerError', error);
    else process.emitWarning(error instanceof Error ? error : String(error), { code: 'JMX_LISTENER_ERROR' });
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `JmxClient(${this.isConnected ? 'connected' : 'disconnected'})`;
  }
}
