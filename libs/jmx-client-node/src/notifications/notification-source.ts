import { type RemoteConnection } from '../connection/remote-connection.js';
import { type ObjectName } from '../object-name/object-name.js';
import { RMI_CONNECTION } from '../rmi/rmi-methods.js';
import { java } from '../serialization/java-builders.js';
import { type JavaObject } from '../serialization/java-value.js';
import { marshalled } from '../serialization/marshalled-object.js';
import { ValueMapper, type LongsAs } from '../values/value-mapper.js';
import { type NotificationResult, readNotificationResult } from './notification-result.js';

export interface NotificationSourceOptions {
  readonly remote: RemoteConnection;
  readonly longs: LongsAs;
  readonly callTimeoutMs: number;
}

/** The three notification methods of the server. */
export class NotificationSource {
  constructor(private readonly options: NotificationSourceOptions) {}

  /** The connection is closed or lost: nothing will ever come again. */
  get isOver(): boolean {
    return this.options.remote.isEnded;
  }

  /** The server holds the call for up to `pollMs` when there is nothing to send. */
  async fetch(from: bigint, most: number, pollMs: number, signal?: AbortSignal): Promise<NotificationResult | null> {
    const { remote, callTimeoutMs, longs } = this.options;
    const bytes = Buffer.allocUnsafe(20);
    bytes.writeBigInt64BE(from, 0);
    bytes.writeInt32BE(most, 8);
    bytes.writeBigInt64BE(BigInt(pollMs), 12);
    const limits = { timeoutMs: pollMs + callTimeoutMs, signal };
    const raw = await remote.call(RMI_CONNECTION.fetchNotifications, (out) => out.blockBytes(bytes), limits);
    return readNotificationResult(raw, new ValueMapper(longs));
  }

  /** Returns the number the server gave the listener. */
  async addListener(name: ObjectName, filter: JavaObject | null, signal?: AbortSignal): Promise<number> {
    const { remote, callTimeoutMs } = this.options;
    const raw = await remote.call(
      RMI_CONNECTION.addNotificationListeners,
      (out) => {
        out.value(java.array('javax.management.ObjectName', [java.objectName(name)]));
        out.value(java.array('java.rmi.MarshalledObject', [marshalled(filter)]));
        out.value(null);
      },
      { timeoutMs: callTimeoutMs, signal },
    );
    return (new ValueMapper().value(raw as never) as number[])[0] as number;
  }

  async removeListener(name: ObjectName, listenerId: number): Promise<void> {
    const { remote, callTimeoutMs } = this.options;
    await remote.call(
      RMI_CONNECTION.removeNotificationListeners,
      (out) => {
        out.value(java.objectName(name));
        out.value(java.array('java.lang.Integer', [java.int(listenerId)]));
        out.value(null);
      },
      { timeoutMs: callTimeoutMs },
    );
  }
}
