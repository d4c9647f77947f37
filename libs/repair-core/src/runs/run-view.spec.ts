import type { ActiveRun, RunCreation, RunResult, RunRow, RunSpec } from '../model/repair-run.js';
import { viewRun } from './run-view.js';

const spec: RunSpec = {
  desired: 'running',
  intensity: 1,
  segmentTimeoutMs: 1_000,
  maxAttempts: 3,
  priority: 50,
  rounds: {},
};

const creation: RunCreation = {
  runId: 'r',
  planId: 'p',
  unit: {
    keyspace: 'shop',
    tables: ['users'],
    mode: 'full',
    parallelism: 'parallel',
    datacenters: [],
    hostIds: [],
    jobThreads: 1,
  },
  sizing: { kind: 'auto' },
  segmentCount: 7,
  initialSpec: spec,
  createdAtMs: 1,
  createdBy: 'test',
  cause: '',
  partitioner: 'p',
};

const active = (desired: RunSpec['desired'], specVersion = 2): ActiveRun => ({
  unitKey: 'u',
  runId: 'r',
  planId: 'p',
  spec: { ...spec, desired },
  specVersion,
});

const counters = { total: 7, done: 7, skipped: 0, failed: 0, running: 0, repairMs: 1 };
const result = (specVersion: number): RunResult => ({
  state: 'DONE',
  specVersion,
  counters,
  endedAtMs: 9,
  failedSegments: [],
});
const status = { state: 'RUNNING' as const, counters, startedAtMs: 5, reasons: [], asOfMs: 6 };

describe('viewRun', () => {
  it.each<[string, RunRow, ActiveRun | undefined, string | undefined]>([
    ['never activated', { creation }, undefined, undefined],
    ['just created', { creation }, active('running'), 'NOT_STARTED'],
    ['running', { creation, status }, active('running'), 'RUNNING'],
    ['paused, whatever the leader last wrote', { creation, status }, active('paused'), 'PAUSED'],
    [
      'resumed, whatever the leader last wrote',
      { creation, status: { ...status, state: 'PAUSED' } },
      active('running'),
      'RUNNING',
    ],
    ['being aborted', { creation, status }, active('aborted'), 'ABORTING'],
    ['over', { creation, status, result: result(2) }, undefined, 'DONE'],
    ['over, its active row not yet deleted', { creation, status, result: result(2) }, active('running', 2), 'DONE'],
    ['edited after its result', { creation, status, result: result(1) }, active('running', 2), 'RUNNING'],
  ])('of a run that is %s', (_title, row, activeRow, state) => {
    expect(viewRun(row, activeRow)?.state).toBe(state);
  });

  it('counts every segment as left before the leader has looked', () => {
    expect(viewRun({ creation }, active('running'))?.counters).toEqual({
      total: 7,
      done: 0,
      skipped: 0,
      failed: 0,
      running: 0,
      repairMs: 0,
    });
  });
});
