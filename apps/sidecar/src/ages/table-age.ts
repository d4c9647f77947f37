import { ageIntervals, type AgeInterval, type Credit, oldestOf } from '@reaper-sidecar/repair-core';
import { type Partitioner, rangeShare } from '@reaper-sidecar/segment-planner';

/** A deadline is near when less than this share of gc_grace is left. */
const NEAR_SHARE = 0.25;

export const AGE_STATES = ['ok', 'warning', 'overdue', 'never'] as const;
/** `never`: of some range no repair is known. */
export type AgeState = (typeof AGE_STATES)[number];

/** How old the repairs of a table are, measured against its gc_grace. */
export interface TableAge {
  readonly keyspace: string;
  readonly table: string;
  readonly gcGraceSeconds: number;
  readonly state: AgeState;
  /** Start of the last repair of its oldest range, epoch ms; undefined when part of it was never repaired. */
  readonly oldestMs?: number;
  /** Share of the ring of which no repair is known, 0 to 1. */
  readonly neverRepairedShare: number;
  /** Until when the oldest range must be repaired again, epoch ms. */
  readonly deadlineMs?: number;
  /** The whole ring. */
  readonly intervals: readonly AgeInterval[];
}

/** @param nowMs epoch ms */
export function tableAge(
  table: Pick<TableAge, 'keyspace' | 'table' | 'gcGraceSeconds'>,
  credits: readonly Credit[],
  partitioner: Partitioner,
  nowMs: number,
): TableAge {
  const intervals = ageIntervals(partitioner, credits);
  const oldestMs = oldestOf(intervals.map(({ startedAtMs }) => startedAtMs));
  const never = intervals.filter(({ startedAtMs }) => startedAtMs === undefined);
  const gcGraceMs = table.gcGraceSeconds * 1_000;
  // With gc_grace 0 tombstones go at once: no repair is in time, and none is expected.
  const deadlineMs = oldestMs === undefined || gcGraceMs === 0 ? undefined : oldestMs + gcGraceMs;
  return {
    ...table,
    state: stateOf(oldestMs, deadlineMs, gcGraceMs, nowMs),
    ...(oldestMs !== undefined && { oldestMs }),
    neverRepairedShare: never.reduce((sum, { range }) => sum + rangeShare(partitioner, range), 0),
    ...(deadlineMs !== undefined && { deadlineMs }),
    intervals,
  };
}

function stateOf(oldestMs: number | undefined, deadlineMs: number | undefined, gcGraceMs: number, nowMs: number) {
  if (oldestMs === undefined) return 'never';
  if (deadlineMs === undefined) return 'ok';
  if (nowMs > deadlineMs) return 'overdue';
  return deadlineMs - nowMs < gcGraceMs * NEAR_SHARE ? 'warning' : 'ok';
}

/** Most urgent first: never repaired, then by deadline. */
export function byUrgency(a: TableAge, b: TableAge): number {
  const byState = Number(b.state === 'never') - Number(a.state === 'never');
  const byDeadline = (a.deadlineMs ?? Number.MAX_VALUE) - (b.deadlineMs ?? Number.MAX_VALUE);
  return byState || byDeadline || (`${a.keyspace}.${a.table}` < `${b.keyspace}.${b.table}` ? -1 : 1);
}
