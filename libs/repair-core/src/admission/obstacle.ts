import type { ReasonCode } from '../reasons/reason.js';

/** Something that keeps a replica set waiting. */
export interface Obstacle {
  readonly code: ObstacleCode;
  readonly evidence: string;
  /** Earliest time from now at which it can go by itself, where known. */
  readonly forMs?: number;
}

/**
 * Of several obstacles the first of this list is told: those that need a person before those that pass,
 * and those that pass only by waiting for work of our own last.
 */
const ORDER = [
  'SCHEMA_DISAGREEMENT',
  'REPLICA_DOWN',
  'FENCE_UNWRITABLE',
  'STORAGE_UNREACHABLE',
  'PROTOCOL_UNSUPPORTED',
  'NO_LIVE_SIDECAR',
  'NODE_UNREACHABLE',
  'MIXED_VERSIONS',
  'NODE_NOT_NORMAL',
  'FOREIGN_REPAIR',
  'IN_DOUBT',
  'DISK_HEADROOM',
  'PENDING_COMPACTIONS',
  'OTHER_STREAMS',
  'HINTS_PENDING',
  'PRESSURE_UNKNOWN',
  'RETRY_LATER',
  'HOST_NOT_OPEN',
  'CANCEL_WAITS',
  'REPLICA_BUSY',
  'INCREMENTAL_ELSEWHERE',
  'NODE_RESTING',
] as const satisfies readonly ReasonCode[];

export type ObstacleCode = (typeof ORDER)[number];

const RANKS: ReadonlyMap<ObstacleCode, number> = new Map(ORDER.map((code, rank) => [code, rank]));

/** Whether it goes as soon as work of our own ends. */
export function isOurOwnWork(code: ReasonCode | undefined): boolean {
  return code === 'REPLICA_BUSY' || code === 'INCREMENTAL_ELSEWHERE';
}

/** The one to tell: of two alike the first. */
export function worseObstacle(one: Obstacle | undefined, other: Obstacle | undefined): Obstacle | undefined {
  if (!one || !other) return one ?? other;
  return rankOf(other) < rankOf(one) ? other : one;
}

/** The one to tell of many. */
export function worstObstacle(obstacles: readonly (Obstacle | undefined)[]): Obstacle | undefined {
  let worst: Obstacle | undefined;
  for (const obstacle of obstacles) worst = worseObstacle(worst, obstacle);
  return worst;
}

function rankOf({ code }: Obstacle): number {
  return RANKS.get(code) ?? ORDER.length;
}
