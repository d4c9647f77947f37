import { NodeUnreachableError, type Clock, type Log, type Timers } from '@reaper-sidecar/repair-core';
import { CassandraMBeans } from '../mbeans/cassandra-mbeans.js';
import { type ConnectionState } from './connection-state.js';
import { type MBeanAccess, type MBeanNotification, type OpenMBeanAccess } from './mbean-access.js';
import { retryDelayMs, type RetryDelays } from './retry-delay.js';
import { asNodeError, nodeUnreachable, UnreachableReason, type Endpoint } from './unreachable.js';

/** Hears the notifications of StorageService over all connections. */
export interface NotificationListener {
  notification(notification: MBeanNotification): void;
  /** Notifications may have been missed: dropped by the server, or sent while there was no connection. */
  missed(): void;
}

export interface NodeConnectionOptions extends RetryDelays {
  readonly endpoint: Endpoint;
  readonly open: OpenMBeanAccess;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

/** An open connection. Only itself tells that it has ended: one call may fail for a reason of its own. */
interface Link {
  readonly access: MBeanAccess;
  readonly mbeans: CassandraMBeans;
}

/**
 * The connection to the own node. Opens with the first use and again after it was lost: at once, then with growing
 * delays; by itself while somebody listens, else with the next use. Within a delay a use fails at once.
 */
export class NodeConnection {
  readonly #options: NodeConnectionOptions;
  readonly #listeners = new Set<NotificationListener>();
  readonly #closing = new AbortController();
  #state: ConnectionState = { state: 'idle' };
  #link: Link | undefined;
  #opening: Promise<Link> | undefined;
  #keeping = false;
  #everConnected = false;
  #failures = 0;
  #retryAtMs = -Infinity;
  #lastError: NodeUnreachableError | undefined;

  constructor(options: NodeConnectionOptions) {
    this.#options = options;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /**
   * Runs work on the MBeans of the node. The listeners hear the notifications of the connection it gets.
   *
   * @throws NodeUnreachableError when the node cannot be reached or answers nonsense
   */
  async use<T>(work: (mbeans: CassandraMBeans) => Promise<T>): Promise<T> {
    const { mbeans } = await this.#connected();
    try {
      return await work(mbeans);
    } catch (error) {
      throw this.nodeError(error);
    }
  }

  /** See {@link asNodeError}. */
  nodeError(error: unknown): unknown {
    return asNodeError(error, this.#options.endpoint);
  }

  /** Keeps the connection open from now on. Returns a function that ends it. */
  listen(listener: NotificationListener): () => void {
    // A fresh object, so that one listener given twice is two.
    const entry: NotificationListener = {
      notification: (notification) => listener.notification(notification),
      missed: () => listener.missed(),
    };
    this.#listeners.add(entry);
    void this.#keepConnected();
    return () => void this.#listeners.delete(entry);
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    this.#state = { state: 'closed' };
    this.#listeners.clear();
    const opening = this.#opening?.catch(() => undefined);
    await this.#link?.access.close().catch(() => undefined);
    this.#link = undefined;
    await opening;
  }

  async #connected(): Promise<Link> {
    const { endpoint, clock } = this.#options;
    if (this.#closing.signal.aborted) throw nodeUnreachable(endpoint, UnreachableReason.Closed, 'it was closed');
    if (this.#link !== undefined) return this.#link;
    if (this.#lastError !== undefined && clock.monotonicMs() < this.#retryAtMs) throw this.#lastError;
    this.#opening ??= this.#open().finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  async #open(): Promise<Link> {
    if (this.#state.state === 'idle') this.#state = { state: 'connecting', sinceMs: this.#options.clock.wallMs() };
    try {
      const access = await this.#options.open(this.#closing.signal);
      try {
        return await this.#establish(access);
      } catch (error) {
        await access.close().catch(() => undefined);
        throw error;
      }
    } catch (error) {
      const failure = this.#asUnreachable(error, UnreachableReason.UnexpectedAnswer);
      this.#failed(failure);
      throw failure;
    }
  }

  async #establish(access: MBeanAccess): Promise<Link> {
    const mbeans = await CassandraMBeans.of(access);
    const link: Link = { access, mbeans };
    await mbeans.storageService.listen({
      notification: (notification) => this.#tell((listener) => listener.notification(notification)),
      lost: () => this.#tell((listener) => listener.missed()),
    });
    if (this.#closing.signal.aborted) {
      throw nodeUnreachable(this.#options.endpoint, UnreachableReason.Closed, 'it was closed');
    }
    this.#link = link;
    this.#succeeded(mbeans.release.text);
    access.onGone((cause) => this.#lost(link, cause));
    return link;
  }

  #succeeded(releaseVersion: string): void {
    const { clock, log, endpoint, retryMinMs } = this.#options;
    this.#failures = 0;
    // A node that drops every new connection is not hammered.
    this.#retryAtMs = clock.monotonicMs() + retryMinMs;
    this.#lastError = undefined;
    this.#state = { state: 'connected', sinceMs: clock.wallMs(), releaseVersion };
    log.info('JMX connected', { ...endpoint, releaseVersion });
    if (this.#everConnected) this.#tell((listener) => listener.missed());
    this.#everConnected = true;
  }

  #failed(error: NodeUnreachableError): void {
    if (this.#closing.signal.aborted) return;
    this.#failures += 1;
    this.#retryAtMs = this.#options.clock.monotonicMs() + retryDelayMs(this.#failures, this.#options);
    this.#unreachable(error);
  }

  #lost(link: Link, cause: unknown): void {
    if (this.#link !== link || this.#closing.signal.aborted) return;
    this.#link = undefined;
    void link.access.close().catch(() => undefined);
    this.#unreachable(this.#asUnreachable(cause, UnreachableReason.ConnectionLost));
    void this.#keepConnected();
  }

  #asUnreachable(error: unknown, otherwise: UnreachableReason): NodeUnreachableError {
    const known = this.nodeError(error);
    return known instanceof NodeUnreachableError
      ? known
      : nodeUnreachable(this.#options.endpoint, otherwise, String(error), error);
  }

  #unreachable(error: NodeUnreachableError): void {
    const { clock, log, endpoint } = this.#options;
    const reason = error.details['reason'] as UnreachableReason;
    const before = this.#state.state === 'unreachable' ? this.#state : undefined;
    if (before?.reason !== reason) log.warn('JMX unreachable', { ...endpoint, reason, message: error.message });
    this.#lastError = error;
    const sinceMs = before?.sinceMs ?? clock.wallMs();
    this.#state = { state: 'unreachable', sinceMs, reason, message: error.message, failures: this.#failures };
  }

  /** One loop at a time, as long as somebody listens. */
  async #keepConnected(): Promise<void> {
    if (this.#keeping) return;
    this.#keeping = true;
    const { clock, timers } = this.#options;
    const { signal } = this.#closing;
    while (this.#listeners.size > 0 && this.#link === undefined && !signal.aborted) {
      const waitMs = this.#retryAtMs - clock.monotonicMs();
      if (waitMs > 0) await timers.sleep(waitMs, signal);
      else await this.#connected().catch(() => undefined);
    }
    this.#keeping = false;
  }

  #tell(message: (listener: NotificationListener) => void): void {
    for (const listener of [...this.#listeners]) {
      try {
        message(listener);
      } catch (error) {
        this.#options.log.error('JMX listener failed', { error });
      }
    }
  }
}
