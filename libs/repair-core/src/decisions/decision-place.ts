import { InvalidCursorError } from '../errors/domain-error.js';
import type { Decision } from './decision.js';
import type { DecisionQuery } from './decision-log.js';

/** A place in the log: everything before it is older. */
export type DecisionPlace = Pick<Decision, 'atMs' | 'id'>;

const HOURS_PER_SHARD = 6;
const SHARD_MS = HOURS_PER_SHARD * 3_600_000;

/** Partition of a moment: the UTC day and its quarter. */
export function decisionPartition(atMs: number): { readonly day: string; readonly shard: number } {
  const at = new Date(atMs);
  return { day: at.toISOString().slice(0, 10), shard: Math.floor(at.getUTCHours() / HOURS_PER_SHARD) };
}

/** Last moment of the partition before. */
export function endOfPartitionBefore(atMs: number): number {
  return Math.floor(atMs / SHARD_MS) * SHARD_MS - 1;
}

/** Where a page begins. @throws InvalidCursorError */
export function placeOf({ cursor, untilMs }: Pick<DecisionQuery, 'cursor' | 'untilMs'>): DecisionPlace {
  if (cursor === undefined) return { atMs: untilMs + 1, id: '' };
  const [, atMs, id] = /^(\d{1,15})~([\w-]{0,40})$/.exec(cursor) ?? [];
  if (atMs === undefined || id === undefined) {
    throw new InvalidCursorError('The cursor is not one that this listing returned', { cursor });
  }
  return { atMs: Number(atMs), id };
}

export function cursorOf({ atMs, id }: DecisionPlace): string {
  return `${atMs}~${id}`;
}
