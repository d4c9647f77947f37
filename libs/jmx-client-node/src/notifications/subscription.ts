import { JmxOptionsError } from '../errors.js';
import { type ObjectName } from '../object-name/object-name.js';
import { java } from '../serialization/java-builders.js';
import { type JavaObject } from '../serialization/java-value.js';
import { type JmxNotification } from '../values/management.js';

/** Called for each notification, in the order sent. */
export type NotificationListener = (notification: JmxNotification) => void;

/** Why notifications may be missing. */
export const LossReason = {
  /** The server buffers 1000 notifications for all MBeans and clients; they were overwritten before we fetched them. */
  BufferOverflow: 'buffer-overflow',
  /** Notifications that the server could not serialize or we could not decode were skipped. */
  Unreadable: 'unreadable',
  /** The MBean was unregistered; the subscription has ended. */
  MBeanUnregistered: 'mbean-unregistered',
  /** The connection was lost; the subscription has ended. */
  ConnectionLost: 'connection-lost',
  /** A `JmxClient` lost its connection and has just added the listener to a new one. */
  Reconnected: 'reconnected',
} as const;
export type LossReason = (typeof LossReason)[keyof typeof LossReason];

/** Says that a listener may have missed something and should look at the real state. */
export interface NotificationLoss {
  readonly reason: LossReason;
  /** Upper bound of the notifications missed, those of other MBeans included; null when it cannot be known. */
  readonly count: number | null;
}

/** Which notifications to receive. */
export interface NotificationFilter {
  /** Only types that start with one of these; decided on the server. */
  readonly types?: readonly string[] | undefined;
  /** Only changes of these attributes (AttributeChangeNotification); decided on the server. Not with `types`. */
  readonly changedAttributes?: readonly string[] | undefined;
  /** Only those this function accepts; decided here. */
  readonly accept?: ((notification: JmxNotification) => boolean) | undefined;
}

export interface SubscribeOptions {
  readonly filter?: NotificationFilter | undefined;
  /** Called when notifications may have been missed. */
  readonly onLost?: ((loss: NotificationLoss) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A listener at work. */
export interface JmxSubscription {
  readonly objectName: ObjectName;
  /** False after `remove`, and when the MBean or the connection is gone. */
  readonly isActive: boolean;
  /** Stops the listener at once, and tells the server. Never fails: what is gone already needs no removing. */
  remove(): Promise<void>;
}

/** The filter object the server runs, or null for everything. */
export function serverFilter(filter: NotificationFilter | undefined): JavaObject | null {
  if (filter?.types !== undefined && filter.changedAttributes !== undefined) {
    throw new JmxOptionsError(['give either filter.types or filter.changedAttributes']);
  }
  if (filter?.types !== undefined) return java.notificationTypeFilter(filter.types);
  return filter?.changedAttributes === undefined ? null : java.attributeChangeFilter(filter.changedAttributes);
}
