import type { types } from 'cassandra-driver';
import {
  type ActiveRun,
  type RunRow,
  runCreationBody,
  runResultBody,
  runSpecBody,
  runStatusBody,
} from '@reaper-sidecar/repair-core';
import { numberOf, optionalTextOf, textOf } from '../connection/row-values.js';

/** Undefined for what a late write left of a run that was removed: a row without its creation. */
export function toRunRow(row: types.Row): RunRow | undefined {
  const creation = optionalTextOf(row, 'creation');
  if (creation === undefined) return undefined;
  const status = optionalTextOf(row, 'status');
  const result = optionalTextOf(row, 'result');
  return {
    creation: runCreationBody.decode(creation),
    ...(status !== undefined && { status: runStatusBody.decode(status) }),
    ...(result !== undefined && { result: runResultBody.decode(result) }),
  };
}

export function toActiveRun(row: types.Row): ActiveRun {
  return {
    unitKey: textOf(row, 'unit_key'),
    runId: textOf(row, 'run_id'),
    planId: textOf(row, 'plan_id'),
    spec: runSpecBody.decode(textOf(row, 'spec')),
    specVersion: numberOf(row, 'spec_version'),
  };
}
