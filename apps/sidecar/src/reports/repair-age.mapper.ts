import { REASONS } from '@reaper-sidecar/repair-core';
import type { HeldBack } from '../ages/repair-ages.js';
import type { TableAge } from '../ages/table-age.js';
import { toTime } from '../http/time.js';
import type { HeldBackDto, RepairAgeDto } from './repair-age.dto.js';

const MOST_REASONS = 20;

export function toRepairAge(age: TableAge, heldBack: readonly HeldBack[], nowMs: number): RepairAgeDto {
  const { keyspace, table, state, oldestMs, neverRepairedShare, gcGraceSeconds, deadlineMs } = age;
  return {
    keyspace,
    table,
    state,
    ...(oldestMs !== undefined && {
      lastRepairedAt: toTime(oldestMs),
      ageSeconds: Math.max(0, Math.round((nowMs - oldestMs) / 1_000)),
    }),
    neverRepairedShare,
    gcGraceSeconds,
    ...(deadlineMs !== undefined && { deadline: toTime(deadlineMs) }),
    heldBackBy: heldBackOf(age, heldBack).slice(0, MOST_REASONS).map(toHeldBack),
  };
}

export function heldBackOf({ keyspace, table }: TableAge, heldBack: readonly HeldBack[]): readonly HeldBack[] {
  return heldBack.filter((one) => one.keyspace === keyspace && one.tables.includes(table));
}

export function toHeldBack({ runId, code, evidence, replicas, sinceMs }: HeldBack): HeldBackDto {
  return { runId, code, title: REASONS[code].title, evidence, replicas, since: toTime(sinceMs) };
}
