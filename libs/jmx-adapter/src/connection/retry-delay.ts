/** How long to wait before the next attempt to connect. */
export interface RetryDelays {
  /** After the first failure, ms. */
  readonly retryMinMs: number;
  /** At most, ms. */
  readonly retryMaxMs: number;
}

/** Doubles with every failure in a row. No chance in it: one process connects to a node of its own. */
export function retryDelayMs(failures: number, { retryMinMs, retryMaxMs }: RetryDelays): number {
  return Math.min(retryMaxMs, retryMinMs * 2 ** Math.min(failures - 1, 30));
}
