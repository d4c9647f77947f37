import type { types } from 'cassandra-driver';
import { UnreadableBodyError } from '@reaper-sidecar/repair-core';

/** Columns of a row by type. A column of another type, or null where a value must be, is an UnreadableBodyError. */
export function textOf(row: types.Row, column: string): string {
  const value: unknown = row.get(column);
  if (typeof value === 'string') return value;
  throw unreadable(column, 'text');
}

/** Text, or undefined when nothing was written. */
export function optionalTextOf(row: types.Row, column: string): string | undefined {
  return row.get(column) == null ? undefined : textOf(row, column);
}

/** An int, or a bigint that fits a number exactly. */
export function numberOf(row: types.Row, column: string): number {
  const value: unknown = row.get(column);
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (Number.isSafeInteger(number)) return number as number;
  throw unreadable(column, 'a whole number');
}

function unreadable(column: string, expected: string): UnreadableBodyError {
  return new UnreadableBodyError(`Column ${column} does not hold ${expected}`, { column });
}
