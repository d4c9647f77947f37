import { JmxDecodeError, JmxErrorCode } from '../errors.js';
import { RawArray, RawObject, type RawValue } from '../serialization/raw-values.js';
import { type JmxNotification } from '../values/management.js';
import { type Mapping } from '../values/value-mapper.js';

/** A notification and the listener it is for. */
export interface TargetedNotification {
  readonly listenerId: number;
  readonly notification: JmxNotification;
}

/** Answer to `fetchNotifications`. Sequence numbers are those of the server's buffer, not of the notifications. */
export interface NotificationResult {
  /** Oldest number still buffered; greater than the one asked for when notifications were lost. */
  readonly earliest: bigint;
  /** Number to ask for next. */
  readonly next: bigint;
  readonly items: readonly TargetedNotification[];
}

/** Null when the server has begun to close the connection. */
export function readNotificationResult(raw: RawValue | boolean, mapping: Mapping): NotificationResult | null {
  if (raw === null) return null;
  const targeted = raw instanceof RawObject ? raw.field('targetedNotifications') : undefined;
  if (!(raw instanceof RawObject) || !(targeted instanceof RawArray)) throw invalid();
  const earliest = raw.field('earliestSequenceNumber');
  const next = raw.field('nextSequenceNumber');
  if (typeof earliest !== 'bigint' || typeof next !== 'bigint') throw invalid();
  return { earliest, next, items: targeted.elements.map((item) => readItem(item, mapping)) };
}

function readItem(item: unknown, mapping: Mapping): TargetedNotification {
  if (!(item instanceof RawObject)) throw invalid();
  const listenerId = mapping.value(item.field('id'));
  const notification = mapping.value(item.field('notif'));
  if (typeof listenerId !== 'number' || notification === null) throw invalid();
  return { listenerId, notification: notification as JmxNotification };
}

function invalid(): JmxDecodeError {
  return new JmxDecodeError(JmxErrorCode.DecodeFailed, 'The server sent an invalid answer to fetchNotifications');
}
