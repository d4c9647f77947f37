import { setTimeout as sleep } from 'node:timers/promises';
import { JmxDecodeError, JmxNotSerializableError, JmxRemoteError } from '../errors.js';
import { type NotificationResult, type TargetedNotification } from './notification-result.js';
import { type NotificationSource } from './notification-source.js';
import { LossReason, type NotificationLoss } from './subscription.js';

export interface NotificationPumpOptions {
  readonly source: Pick<NotificationSource, 'fetch' | 'isOver'>;
  readonly pollMs: number;
  readonly batchSize: number;
  readonly onItem: (item: TargetedNotification) => void;
  readonly onLoss: (loss: NotificationLoss) => void;
  /** The server has begun to close the connection. */
  readonly onServerClosing: () => void;
}

/** Pause after a failed poll; the monitor meanwhile finds out whether the connection is lost. */
const RETRY_PAUSE_MS = 250;

/**
 * Fetches notifications, one long poll after the other. The server consumes nothing: a poll that failed is repeated
 * from the same number, so a broken socket loses no notification.
 */
export class NotificationPump {
  private readonly stopping = new AbortController();
  private next: bigint;

  private constructor(
    private readonly options: NotificationPumpOptions,
    start: bigint,
  ) {
    this.next = start;
  }

  /**
   * Learns where "now" is. Listeners added after this and before `run` miss nothing, because polling starts at this
   * point and not at the moment of the first poll.
   */
  static async prepare(options: NotificationPumpOptions): Promise<NotificationPump | null> {
    const now = await options.source.fetch(-1n, 0, 0);
    return now === null ? null : new NotificationPump(options, now.next);
  }

  stop(): void {
    this.stopping.abort();
  }

  private get isStopped(): boolean {
    return this.stopping.signal.aborted;
  }

  /** Polls until stopped. Never rejects. */
  async run(): Promise<void> {
    while (!this.isStopped) {
      try {
        if (!this.take(await this.poll(this.next, this.options.batchSize, this.options.pollMs))) return;
      } catch (error) {
        if (this.isStopped || !(await this.recover(error))) return;
      }
    }
  }

  private poll(from: bigint, most: number, pollMs: number): Promise<NotificationResult | null> {
    return this.options.source.fetch(from, most, pollMs, this.stopping.signal);
  }

  /** False when the server is closing the connection. */
  private take(result: NotificationResult | null): boolean {
    if (this.isStopped) return false;
    if (result === null) {
      this.options.onServerClosing();
      return false;
    }
    const missed = result.earliest - this.next;
    if (missed > 0n) this.options.onLoss({ reason: LossReason.BufferOverflow, count: Number(missed) });
    this.next = result.next;
    result.items.forEach((item) => this.options.onItem(item));
    return true;
  }

  /** False when there is no point in going on. */
  private async recover(error: unknown): Promise<boolean> {
    try {
      if (isUnreadable(error)) return await this.skipUnreadable();
      if (error instanceof JmxRemoteError && error.is('java.lang.IllegalArgumentException'))
        return await this.startOver();
    } catch {
      // The recovery failed like the poll before it; the next poll decides what to do about that.
    }
    if (!this.options.source.isOver) await this.pause();
    return !this.options.source.isOver;
  }

  /**
   * Somewhere in the batch is a notification nobody can read. Goes on one by one to the first such, steps over it and
   * returns to batches.
   */
  private async skipUnreadable(): Promise<boolean> {
    while (!this.isStopped) {
      let position = this.next;
      try {
        position = (await this.poll(this.next, 0, 0))?.next ?? this.next;
        const result = await this.poll(position, 1, 0);
        const isCaughtUp = result?.items.length === 0;
        if (!this.take(result)) return false;
        if (isCaughtUp) return true;
      } catch (error) {
        if (!isUnreadable(error)) throw error;
        this.next = position + 1n;
        this.options.onLoss({ reason: LossReason.Unreadable, count: 1 });
        return true;
      }
    }
    return false;
  }

  /** The server knows no such number: it was replaced by another one behind the same address. */
  private async startOver(): Promise<boolean> {
    const now = await this.poll(-1n, 0, 0);
    if (now === null) return this.take(now);
    this.next = now.next;
    this.options.onLoss({ reason: LossReason.BufferOverflow, count: null });
    return true;
  }

  private async pause(): Promise<void> {
    await sleep(RETRY_PAUSE_MS, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined);
  }
}

function isUnreadable(error: unknown): boolean {
  return error instanceof JmxNotSerializableError || error instanceof JmxDecodeError;
}
