/** Periods of the lease. `actForMs` < `stealAfterMs`, so that a leader stops before it is replaced. */
export interface LeaseTimings {
  /** A leader renews this often. @default 10_000 */
  readonly renewEveryMs: number;
  /** A leader acts only while its last successful renewal began at most this long ago. @default 20_000 */
  readonly actForMs: number;
  /** A lease that did not change for this long is taken over. @default 30_000 */
  readonly stealAfterMs: number;
  /** A watcher reads the lease this often. @default 10_000 */
  readonly watchEveryMs: number;
  /** Every other candidate reads the lease this often. @default 60_000 */
  readonly idleWatchEveryMs: number;
  /** Pause after a renewal or read of unknown outcome. @default 1_000 */
  readonly retryMs: number;
}

export const DEFAULT_LEASE_TIMINGS: LeaseTimings = {
  renewEveryMs: 10_000,
  actForMs: 20_000,
  stealAfterMs: 30_000,
  watchEveryMs: 10_000,
  idleWatchEveryMs: 60_000,
  retryMs: 1_000,
};
