import type { types } from 'cassandra-driver';
import type { RecordedCommand } from '@reaper-sidecar/repair-core';
import { textOf } from '../connection/row-values.js';
import { recordedRanges } from './recorded-ranges.js';

/** A row of `system_views.repairs`. Until Cassandra has set a command up, which may be queued, only its options are there. */
export function fromRepairsRow(row: types.Row): RecordedCommand {
  const commandNumber = optionalOf<number>(row, 'command_id');
  return {
    ...(commandNumber !== undefined && { commandNumber }),
    sessionId: String(row.get('id')),
    keyspace: textOf(row, 'keyspace_name'),
    tables: namesOf(row, 'table_names') ?? namesOf(row, 'options_column_families') ?? [],
    ...rangesOf(row, 'options_ranges'),
    state: stateOf(row.get('completed') === true, row.get('state_failure_timestamp') != null),
    ...messageOf(optionalOf<string>(row, 'failure_cause') ?? optionalOf<string>(row, 'success_message')),
    ...startOf(optionalOf<Date>(row, 'state_init_timestamp')),
  };
}

/** A row of `system_distributed.parent_repair_history`. */
export function fromParentRow(row: types.Row): RecordedCommand {
  const failure = optionalOf<string>(row, 'exception_message');
  return {
    sessionId: String(row.get('parent_id')),
    keyspace: textOf(row, 'keyspace_name'),
    tables: namesOf(row, 'columnfamily_names') ?? [],
    ...rangesOf(row, 'requested_ranges'),
    ...repairedOf(row),
    state: stateOf(row.get('finished_at') != null, failure !== undefined),
    ...messageOf(failure),
    ...startOf(optionalOf<Date>(row, 'started_at')),
  };
}

function stateOf(over: boolean, failed: boolean): RecordedCommand['state'] {
  if (failed) return 'failed';
  return over ? 'completed' : 'running';
}

function optionalOf<T>(row: types.Row, column: string): T | undefined {
  return (row.get(column) as T | null) ?? undefined;
}

function messageOf(message: string | undefined): { readonly message?: string } {
  return message === undefined || message === '' ? {} : { message };
}

function startOf(at: Date | undefined): { readonly startedAtMs?: number } {
  return at === undefined ? {} : { startedAtMs: at.getTime() };
}

/** A set or list of names, sorted. */
function namesOf(row: types.Row, column: string): readonly string[] | undefined {
  const names = optionalOf<Iterable<string>>(row, column);
  return names && [...names].sort();
}

/** Until the end, none are recorded. */
function repairedOf(row: types.Row): { readonly repairedRanges?: readonly string[] } {
  if (row.get('finished_at') == null) return {};
  const { ranges } = rangesOf(row, 'successful_ranges');
  return ranges === undefined ? {} : { repairedRanges: ranges };
}

/** The ranges that were asked for, or nothing when one of them is not a range of decimal tokens. */
function rangesOf(row: types.Row, column: string): { readonly ranges?: readonly string[] } {
  const ranges = recordedRanges(optionalOf<Iterable<string>>(row, column) ?? []);
  return ranges === undefined ? {} : { ranges };
}
