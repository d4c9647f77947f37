import { type ObjectName } from '../object-name/object-name.js';
import {
  type JmxSubscription,
  LossReason,
  type NotificationListener,
  type NotificationLoss,
  type SubscribeOptions,
} from '../notifications/subscription.js';
import { type JmxConnection } from './jmx-connection.js';

export interface DurableSubscriptionOptions {
  readonly objectName: ObjectName;
  readonly listener: NotificationListener;
  readonly options: SubscribeOptions;
  /** The listener's `onLost` threw. */
  readonly onListenerError: (error: unknown) => void;
  readonly onEnd: (subscription: DurableSubscription) => void;
}

/** A listener that is added again to every new connection, and told once each time that it may have missed something. */
export class DurableSubscription implements JmxSubscription {
  private current: JmxSubscription | null = null;
  private isWanted = true;

  constructor(private readonly facts: DurableSubscriptionOptions) {}

  get objectName(): ObjectName {
    return this.facts.objectName;
  }

  get isActive(): boolean {
    return this.current?.isActive === true;
  }

  /** Wanted, but not listening: the connection it was made for is gone. */
  get isInterrupted(): boolean {
    return this.isWanted && !this.isActive;
  }

  async listenOn(connection: JmxConnection): Promise<void> {
    const { objectName, listener, options } = this.facts;
    const onLost = (loss: NotificationLoss) => this.onLost(loss);
    const subscription = await connection.addNotificationListener(objectName, listener, {
      filter: options.filter,
      onLost,
      ...(this.current === null ? { signal: options.signal } : {}),
    });
    this.current = subscription;
    if (!this.isWanted) await subscription.remove();
  }

  /** Listens again, then says so: looking at the real state after that leaves no gap. */
  async resumeOn(connection: JmxConnection): Promise<void> {
    await this.listenOn(connection);
    if (this.isActive) this.tell({ reason: LossReason.Reconnected, count: null });
  }

  private onLost(loss: NotificationLoss): void {
    // Told when listening again, as one event; before that there is nothing to look at.
    if (loss.reason === LossReason.ConnectionLost) return;
    this.tell(loss);
    if (loss.reason === LossReason.MBeanUnregistered) this.end();
  }

  private tell(loss: NotificationLoss): void {
    try {
      this.facts.options.onLost?.(loss);
    } catch (error) {
      this.facts.onListenerError(error);
    }
  }

  private end(): void {
    this.isWanted = false;
    this.facts.onEnd(this);
  }

  async remove(): Promise<void> {
    this.end();
    await this.current?.remove();
  }
}
