import { type UnreachableReason } from './unreachable.js';

/** State of the connection to the own node, for health checks and display. */
export type ConnectionState =
  | { readonly state: 'idle' }
  | { readonly state: 'connecting'; readonly sinceMs: number }
  | { readonly state: 'connected'; readonly sinceMs: number; readonly releaseVersion: string }
  /** Kept while it tries again, so that the reason does not flicker. */
  | {
      readonly state: 'unreachable';
      readonly sinceMs: number;
      readonly reason: UnreachableReason;
      /** What happened and what to do; free of credentials. */
      readonly message: string;
      /** Attempts to connect that failed since the last success. */
      readonly failures: number;
    }
  | { readonly state: 'closed' };
