import type { CurrentCommand } from '../model/node-state.js';
import type { RecordedCommand } from '../ports/repair-node.js';
import { repairItem } from '../testing/worker-rig.js';
import { isOurs, searchStep, type Trace } from './command-search.js';

const current: CurrentCommand = {
  item: repairItem(1, { tables: ['t', 'u'], ranges: ['1:2', '5:6'] }),
  state: 'starting',
  jvmStartMs: 1,
  commandBefore: 4,
  sinceMs: 100_000,
};
const record: RecordedCommand = {
  commandNumber: 5,
  sessionId: 's',
  keyspace: 'ks',
  tables: ['u', 't'],
  ranges: ['5:6', '1:2'],
  state: 'running',
  startedAtMs: 100_005,
};
const without = (key: keyof RecordedCommand) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key)) as unknown as RecordedCommand;

describe('A recorded command', () => {
  it.each<[string, RecordedCommand, boolean]>([
    ['with the same tables and ranges after the intent is ours', record, true],
    ['without a number, too', without('commandNumber'), true],
    ['with a number known before the intent is not', { ...record, commandNumber: 4 }, false],
    ['of another keyspace is not', { ...record, keyspace: 'other' }, false],
    ['of fewer tables is not', { ...record, tables: ['t'] }, false],
    ['of more ranges is not', { ...record, ranges: ['1:2', '5:6', '7:8'] }, false],
    ['whose ranges are not told is not', without('ranges'), false],
    ['from before the intent is not', { ...record, startedAtMs: 98_000 }, false],
    ['of unknown age is not', without('startedAtMs'), false],
  ])('%s', (_what, recorded, ours) => {
    expect(isOurs(current, recorded)).toBe(ours);
  });

  it('with the session we know is ours, another one is not', () => {
    expect(isOurs({ ...current, sessionId: 's' }, { ...without('startedAtMs'), keyspace: 'ks' })).toBe(true);
    expect(isOurs({ ...current, sessionId: 'r' }, record)).toBe(false);
  });
});

describe('The search for a lost command', () => {
  const limits = { searchMs: 10_000, orphanHoldMs: 600_000 };
  const trace: Trace = { running: [], sessions: 0, searchedMs: 10_000, sinceIntentMs: 10_000 };

  it.each<[string, Partial<Trace>, string]>([
    ['ends when the record holds it', { match: record, running: [5] }, 'found'],
    ['waits while a command runs that may be it', { running: [5], sinceIntentMs: 1e9 }, 'wait'],
    ['waits 10 s for a trace', { searchedMs: 9_999 }, 'wait'],
    ['ends without a trace and without sessions', {}, 'UNKNOWN_OUTCOME'],
    ['waits while there are sessions', { sessions: 1, sinceIntentMs: 659_000 }, 'wait'],
    [
      'ends when the sessions outlast timeout and hold',
      { sessions: 1, sinceIntentMs: 660_000 },
      'RELEASED_WITHOUT_PROOF',
    ],
    ['waits for the timeout where sessions are not counted', { sessions: undefined, sinceIntentMs: 59_000 }, 'wait'],
    ['ends then', { sessions: undefined, sinceIntentMs: 60_000 }, 'RELEASED_WITHOUT_PROOF'],
  ])('%s', (_what, changes, expected) => {
    const step = searchStep({ ...trace, ...changes }, 60_000, limits);
    expect(step.kind === 'ended' && step.ending.kind === 'failed' ? step.ending.code : step.kind).toBe(expected);
  });
});
