import type { Stamp } from './stamp.js';

/** The row `leader_lease`: who leads. It gives progress, never safety. Written by LWT only. */
export interface Lease {
  readonly epoch: Stamp;
  /** Counts renewals; a candidate watches (epoch, beat) for change instead of trusting a TTL. */
  readonly beat: number;
  /** Fresh for every acquisition, so that an unknown outcome can be told apart. Empty when released. */
  readonly token: string;
  /** Host id of the leader; empty when released. */
  readonly holder: string;
  /** When the holder acquired, by its clock, epoch ms; display only. */
  readonly acquiredAtMs: number;
  /** Why the holder took over; display only. */
  readonly cause: string;
}
