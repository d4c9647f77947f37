import { JmxError, JmxErrorCode, JmxRemoteError } from '../errors.js';

export interface ConnectionMonitorOptions {
  /** Makes a call that resets the idle timer of the server. */
  readonly probe: () => Promise<unknown>;
  /** Longest time without an answer before a probe; 0 for no regular probes. */
  readonly intervalMs: number;
  /** `performance.now()` of the last answer to any call. */
  readonly lastAnswerAt: () => number;
  readonly onLost: (error: JmxError) => void;
}

/** A check that failed for a local reason must not be repeated in a busy loop. */
const SHORTEST_PAUSE_MS = 20;

/**
 * Keeps the connection from being dropped as idle, and finds out whether it still exists: at regular times, and at once
 * when something happened that makes it doubtful.
 */
export class ConnectionMonitor {
  private timer: NodeJS.Timeout | null = null;
  private isProbing = false;
  private isStopped = false;

  constructor(private readonly options: ConnectionMonitorOptions) {}

  start(): void {
    if (this.options.intervalMs > 0) this.schedule();
  }

  stop(): void {
    this.isStopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }

  /** Call when a socket broke or a call failed for no reason of its own. */
  doubt(error: JmxError): void {
    if (error.code === JmxErrorCode.ConnectorGone) this.lose(error);
    else void this.check();
  }

  private schedule(): void {
    const dueAt = this.options.lastAnswerAt() + this.options.intervalMs;
    const delay = Math.max(dueAt - performance.now(), SHORTEST_PAUSE_MS);
    this.timer = setTimeout(() => void this.onTimer(), delay).unref();
  }

  private async onTimer(): Promise<void> {
    if (performance.now() - this.options.lastAnswerAt() >= this.options.intervalMs) await this.check();
    if (!this.isStopped) this.schedule();
  }

  private async check(): Promise<void> {
    if (this.isProbing || this.isStopped) return;
    this.isProbing = true;
    const failure = (await this.probe()) && (await this.probe());
    this.isProbing = false;
    if (failure !== null) this.lose(failure);
  }

  /** Null when the server answered, be it with an exception: also a denied call counts as a sign of life. */
  private async probe(): Promise<JmxError | null> {
    try {
      await this.options.probe();
      return null;
    } catch (error) {
      return error instanceof JmxRemoteError || !(error instanceof JmxError) ? null : error;
    }
  }

  private lose(error: JmxError): void {
    if (this.isStopped) return;
    this.stop();
    this.options.onLost(error);
  }
}
