import { JmxOptionsError } from '../errors.js';
import { MAX_TIMEOUT_MS } from './connect-options.js';

/** Pauses between attempts to connect again. */
export interface ReconnectOptions {
  /** Pause before the first attempt. @default 500 */
  readonly initialDelayMs?: number | undefined;
  /** The pause doubles with every failed attempt up to this. @default 30_000 */
  readonly maxDelayMs?: number | undefined;
}

/** Part of the pause that is random, so that many clients do not come back to a server in one moment. */
const JITTER = 0.2;

/** Doubling pauses with a random part. */
export class BackOff {
  private readonly initialDelayMs: number;
  private readonly maxDelayMs: number;
  private failures = 0;

  /** @throws JmxOptionsError */
  constructor(
    { initialDelayMs = 500, maxDelayMs = 30_000 }: ReconnectOptions,
    private readonly random: () => number = Math.random,
  ) {
    const isDelay = (value: number) => Number.isInteger(value) && value >= 1 && value <= MAX_TIMEOUT_MS;
    if (!isDelay(initialDelayMs) || !isDelay(maxDelayMs) || initialDelayMs > maxDelayMs) {
      throw new JmxOptionsError([
        `reconnect.initialDelayMs and maxDelayMs must be integers from 1 to ${MAX_TIMEOUT_MS}, the first not the greater`,
      ]);
    }
    this.initialDelayMs = initialDelayMs;
    this.maxDelayMs = maxDelayMs;
  }

  /** The pause before the next attempt. */
  nextDelayMs(): number {
    const delay = Math.min(this.initialDelayMs * 2 ** this.failures, this.maxDelayMs);
    this.failures += 1;
    return Math.round(delay * (1 - JITTER * this.random()));
  }

  get attempts(): number {
    return this.failures;
  }

  reset(): void {
    this.failures = 0;
  }
}
