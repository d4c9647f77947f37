import type { FailureCode } from './segment.js';

/**
 * What a failure says of the next attempt.
 *
 * - `retry`: it may succeed; counted, after a pause that doubles.
 * - `condition`: something outside the segment was in the way, which the leader waits for before it gives the segment
 *   again. Not counted, up to {@link MAX_EXCUSED}.
 * - `never`: it cannot succeed; the segment is given up at once and the run goes on.
 */
export type FailureClass = 'retry' | 'condition' | 'never';

/** Class of every failure; docs/operations/failed-segments.md tells the same in words. */
export const FAILURE_CLASSES = {
  REPAIR_FAILED: 'retry',
  /** Split from the second time on. */
  SEGMENT_TIMEOUT: 'retry',
  NODE_RESTARTED: 'retry',
  UNKNOWN_OUTCOME: 'retry',
  RELEASED_WITHOUT_PROOF: 'retry',
  NOT_COVERED: 'retry',
  START_REFUSED: 'retry',
  ABORTED: 'retry',
  /** The set waits until gossip calls all its nodes up. */
  REPLICA_DOWN: 'condition',
  /** The ranges are mapped to the ring of now. */
  RANGE_MOVED: 'condition',
  /** The schema is read again: dropped tables are left out, a dropped keyspace ends the run. */
  TABLE_GONE: 'condition',
  KEYSPACE_GONE: 'condition',
  NOT_POSSIBLE: 'never',
} as const satisfies Record<FailureCode, FailureClass>;

/** So many failures by conditions do not count; more say that the condition is not the cause. */
export const MAX_EXCUSED = 10;
