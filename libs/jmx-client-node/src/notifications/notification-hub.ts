import { JmxRemoteError } from '../errors.js';
import { ObjectName } from '../object-name/object-name.js';
import { java } from '../serialization/java-builders.js';
import { type JmxNotification } from '../values/management.js';
import { type TargetedNotification } from './notification-result.js';
import { NotificationPump } from './notification-pump.js';
import { type NotificationSource } from './notification-source.js';
import {
  type JmxSubscription,
  LossReason,
  type NotificationListener,
  type NotificationLoss,
  serverFilter,
  type SubscribeOptions,
} from './subscription.js';

export interface NotificationHubOptions {
  /** For adding and removing listeners. */
  readonly source: NotificationSource;
  /** For the long polls, on a socket of their own. */
  readonly pollSource: NotificationSource;
  readonly pollMs: number;
  readonly batchSize: number;
  /** A listener or its `onLost` threw. */
  readonly onListenerError: (error: unknown) => void;
  readonly onServerClosing: () => void;
}

interface Entry {
  readonly id: number;
  readonly objectName: ObjectName;
  readonly listener: NotificationListener;
  readonly options: SubscribeOptions;
}

const DELEGATE = new ObjectName('JMImplementation:type=MBeanServerDelegate');
const UNREGISTERED = 'JMX.mbean.unregistered';
/** Notifications for listeners whose number has not arrived yet; more than this is not plausible. */
const MAX_EARLY = 10_000;

/** The listeners of one connection and the pump that feeds them. */
export class NotificationHub {
  private readonly entries = new Map<number, Entry>();
  private starting: Promise<NotificationPump | null> | null = null;
  private pump: NotificationPump | null = null;
  private delegateId: number | null = null;
  private adding = 0;
  private early: TargetedNotification[] = [];

  constructor(private readonly options: NotificationHubOptions) {}

  async add(
    objectName: ObjectName,
    listener: NotificationListener,
    options: SubscribeOptions,
  ): Promise<JmxSubscription> {
    const filter = serverFilter(options.filter);
    this.adding += 1;
    try {
      await this.ensureStarted();
      const id = await this.options.source.addListener(objectName, filter, options.signal);
      const entry: Entry = { id, objectName, listener, options };
      this.entries.set(id, entry);
      this.deliverEarly(id);
      return this.subscription(entry);
    } finally {
      this.adding -= 1;
      if (this.adding === 0) this.settle();
    }
  }

  private subscription(entry: Entry): JmxSubscription {
    const isActive = () => this.entries.get(entry.id) === entry;
    return {
      objectName: entry.objectName,
      get isActive() {
        return isActive();
      },
      remove: () => this.remove(entry),
    };
  }

  private async remove(entry: Entry): Promise<void> {
    if (this.entries.get(entry.id) !== entry) return;
    this.entries.delete(entry.id);
    this.settle();
    await this.options.source.removeListener(entry.objectName, entry.id).catch(() => undefined);
  }

  /** Concurrent first subscriptions share one start. */
  private async ensureStarted(): Promise<void> {
    if (this.pump !== null) return;
    this.starting ??= this.start().finally(() => (this.starting = null));
    await this.starting;
  }

  private async start(): Promise<NotificationPump | null> {
    const { pollMs, batchSize, pollSource } = this.options;
    const pump = await NotificationPump.prepare({
      source: pollSource,
      pollMs,
      batchSize,
      onItem: (item) => this.dispatch(item),
      onLoss: (loss) => this.reportLoss(loss),
      onServerClosing: () => this.options.onServerClosing(),
    });
    if (pump === null) {
      this.options.onServerClosing();
      return null;
    }
    await this.watchUnregistrations();
    this.pump = pump;
    void pump.run();
    return pump;
  }

  /** The server forgets the listeners of an MBean that is gone only for clients that fetch this notification. */
  private async watchUnregistrations(): Promise<void> {
    if (this.delegateId !== null) return;
    try {
      this.delegateId = await this.options.source.addListener(DELEGATE, java.notificationTypeFilter([UNREGISTERED]));
    } catch (error) {
      // An access rule may forbid it; then only the tidying up is missed.
      if (!(error instanceof JmxRemoteError)) throw error;
    }
  }

  private dispatch(item: TargetedNotification): void {
    const entry = this.entries.get(item.listenerId);
    if (entry !== undefined) this.deliver(entry, item.notification);
    else if (item.listenerId === this.delegateId) this.onUnregistered(item.notification);
    else if (this.adding > 0 && this.early.length < MAX_EARLY) this.early.push(item);
  }

  private deliver({ listener, options }: Entry, notification: JmxNotification): void {
    this.guard(() => {
      if (options.filter?.accept?.(notification) !== false) listener(notification);
    });
  }

  private deliverEarly(id: number): void {
    const items = this.early.filter((item) => item.listenerId === id);
    this.early = this.early.filter((item) => item.listenerId !== id);
    items.forEach((item) => this.dispatch(item));
  }

  private onUnregistered(notification: JmxNotification): void {
    const name = notification.extra['objectName'];
    if (!(name instanceof ObjectName)) return;
    const gone = [...this.entries.values()].filter((entry) => entry.objectName.equals(name));
    gone.forEach((entry) => this.entries.delete(entry.id));
    gone.forEach((entry) => this.tell(entry, { reason: LossReason.MBeanUnregistered, count: null }));
    this.settle();
  }

  private reportLoss(loss: NotificationLoss): void {
    [...this.entries.values()].forEach((entry) => this.tell(entry, loss));
  }

  private tell({ options }: Entry, loss: NotificationLoss): void {
    this.guard(() => options.onLost?.(loss));
  }

  private guard(callback: () => void): void {
    try {
      callback();
    } catch (error) {
      this.options.onListenerError(error);
    }
  }

  /** Without listeners nothing is polled. */
  private settle(): void {
    if (this.adding > 0) return;
    this.early = [];
    if (this.entries.size === 0) this.stopPump();
  }

  private stopPump(): void {
    this.pump?.stop();
    this.pump = null;
  }

  /** Ends all subscriptions; with `isLost` their `onLost` is called. */
  end(isLost: boolean): void {
    this.stopPump();
    const entries = [...this.entries.values()];
    this.entries.clear();
    if (isLost) entries.forEach((entry) => this.tell(entry, { reason: LossReason.ConnectionLost, count: null }));
  }
}
