import type { types } from 'cassandra-driver';
import type { RecordedRepair, RecordedSession } from '@reaper-sidecar/repair-core';
import { recordedRanges } from '../cluster/recorded-ranges.js';
import { textOf } from '../connection/row-values.js';

const SESSION_STATES: Readonly<Record<string, RecordedSession['state']>> = { SUCCESS: 'completed', FAILED: 'failed' };

/** A row of `system_distributed.repair_history`. */
export function sessionOf(row: types.Row): RecordedSession {
  return {
    table: textOf(row, 'columnfamily_name'),
    parentId: String(row.get('parent_id')),
    endpoints: endpointsOf(row),
    state: SESSION_STATES[String(row.get('status'))] ?? 'running',
    startedAtMs: timeOf(row, 'started_at'),
  };
}

/** A row of `system_distributed.parent_repair_history`. */
export function repairOf(row: types.Row): RecordedRepair {
  const ranges = recordedRanges(setOf(row, 'successful_ranges'));
  const options = (row.get('options') as Readonly<Record<string, string>> | null) ?? {};
  return {
    parentId: String(row.get('parent_id')),
    tables: [...setOf(row, 'columnfamily_names')].sort(),
    successfulRanges: ranges ?? [],
    state: stateOf(row),
    startedAtMs: timeOf(row, 'started_at'),
    pullOnly: options['pullRepair'] === 'true',
  };
}

function stateOf(row: types.Row): RecordedRepair['state'] {
  if (row.get('exception_message') != null) return 'failed';
  return row.get('finished_at') != null ? 'completed' : 'running';
}

/** From 4.0 with ports, and without the coordinator among the participants. */
function endpointsOf(row: types.Row): readonly string[] {
  const withPorts = row.keys().includes('participants_v2') ? [...setOf(row, 'participants_v2')] : [];
  const coordinator = String(row.get('coordinator'));
  if (withPorts.length === 0) return [...[...setOf(row, 'participants')].map(String), coordinator];
  const address = coordinator.includes(':') ? `[${coordinator}]` : coordinator;
  return [...withPorts, `${address}:${String(row.get('coordinator_port'))}`];
}

function setOf(row: types.Row, column: string): Iterable<string> {
  return (row.get(column) as Iterable<string> | null) ?? [];
}

function timeOf(row: types.Row, column: string): number {
  return (row.get(column) as Date | null)?.getTime() ?? 0;
}
