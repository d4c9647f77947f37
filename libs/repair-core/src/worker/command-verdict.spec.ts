import { FailureCode } from '../model/segment.js';
import type { CommandDigest } from './command-ledger.js';
import { afterCancel, nodeRestarted, verdict, withFinding, type Ending, type Witnesses } from './command-verdict.js';

const digest = (changes: Partial<CommandDigest> = {}): CommandDigest => ({
  commandNumber: 1,
  errors: [],
  success: true,
  complete: true,
  firstAtMs: 0,
  lastAtMs: 0,
  ...changes,
});
const recorded = (state: 'running' | 'completed' | 'failed') => ({
  sessionId: 's',
  keyspace: 'ks',
  tables: ['t'],
  state,
});
const asked = { ranges: ['0:1', '1:2'], tables: ['t'] };
const unknown = { state: 'unknown' } as const;
const told = (state: 'running' | 'completed' | 'failed', ...messages: string[]) => ({ state, messages });

describe('The verdict on a command', () => {
  it.each<[string, Partial<Witnesses>, string | undefined]>([
    ['status running', { status: told('running') }, undefined],
    ['COMPLETE, but status still running', { status: told('running'), digest: digest() }, undefined],
    ['status completed', { status: told('completed') }, 'done'],
    ['status completed, an ERROR seen', { status: told('completed'), digest: digest({ errors: ['x'] }) }, 'failed'],
    ['status completed, skipped', { status: told('completed'), digest: digest({ skipped: 'no tables' }) }, 'skipped'],
    ['status failed', { status: told('failed', 'x') }, 'failed'],
    ['no status, no COMPLETE', { status: unknown }, undefined],
    [
      'no status, ERROR but no COMPLETE',
      { status: unknown, digest: digest({ complete: false, errors: ['x'] }) },
      undefined,
    ],
    ['no status, COMPLETE, all events seen', { status: unknown, digest: digest() }, 'done'],
    ['no status, COMPLETE and ERROR', { status: unknown, digest: digest({ errors: ['x'] }) }, 'failed'],
    [
      'no status, COMPLETE, events lost, no record',
      { status: unknown, digest: digest(), eventsMissed: true, settled: true },
      'failed',
    ],
    [
      'the same with a record',
      { status: unknown, digest: digest(), eventsMissed: true, recorded: recorded('completed') },
      'done',
    ],
    ['no status, record running', { status: unknown, recorded: recorded('running') }, undefined],
    ['no status, record completed', { status: unknown, recorded: recorded('completed') }, 'done'],
    ['no status, record failed', { status: unknown, recorded: recorded('failed') }, 'failed'],
    [
      'record failed although all events look good',
      { status: unknown, digest: digest(), recorded: recorded('failed') },
      'failed',
    ],
    ['COMPLETE without SUCCESS or ERROR, just now', { status: unknown, digest: digest({ success: false }) }, undefined],
    ['the same a while ago', { status: unknown, digest: digest({ success: false }), settled: true }, 'failed'],
    ['the same, status completed', { status: told('completed'), digest: digest({ success: false }) }, 'done'],
    ['status completed with the text of a skip', { status: told('completed', 'Nothing in common') }, 'skipped'],
    [
      'status completed with the texts of a repair',
      { status: told('completed', 'Repair completed successfully', 'Repair command #1 finished in 1 second') },
      'done',
    ],
    [
      'record completed for all that was asked',
      { status: unknown, asked, recorded: { ...recorded('completed'), ranges: ['1:2', '0:1'] } },
      'done',
    ],
    [
      'record completed, a range left out',
      { status: unknown, asked, recorded: { ...recorded('completed'), ranges: ['0:1'] } },
      'failed',
    ],
    [
      'record completed, a range asked for and not repaired',
      {
        status: unknown,
        asked,
        recorded: { ...recorded('completed'), ranges: ['0:1', '1:2'], repairedRanges: ['0:1'] },
      },
      'failed',
    ],
    [
      'record completed, a table left out',
      { status: unknown, asked: { ...asked, tables: ['t', 'u'] }, recorded: recorded('completed') },
      'failed',
    ],
    ['another life of the node, whatever else is said', { sameJvm: false, status: told('completed') }, 'failed'],
  ])('%s', (_what, witnesses, kind) => {
    expect(verdict({ sameJvm: true, eventsMissed: false, ...witnesses })?.kind).toBe(kind);
  });

  it.each([
    [{ code: FailureCode.SegmentTimeout, timeoutMs: 5 } as const, /^Cancelled after its timeout of 5 ms \(Terminate/],
    [{ code: FailureCode.Aborted } as const, /^Cancelled because its run was aborted \(Terminate/],
  ])('after a cancel keeps a success and a restart, and gives every other failure its cause, %j', (why, message) => {
    const failed: Ending = { kind: 'failed', code: FailureCode.RepairFailed, message: 'Terminate session is called' };
    expect(afterCancel({ kind: 'done' }, why)).toEqual({ kind: 'done' });
    expect(afterCancel(nodeRestarted(), why)).toEqual(nodeRestarted());
    expect(afterCancel(failed, why)).toMatchObject({ code: why.code, message: expect.stringMatching(message) });
  });
});

describe('The verdict on a preview', () => {
  const preview = { ranges: 3, bytes: 1_024, tables: [{ table: 't', ranges: 3, bytes: 1_024 }] };
  const base = { sameJvm: true, eventsMissed: false };

  it('carries what a notification told', () => {
    const witnesses = { ...base, status: told('completed'), digest: digest({ preview }) };
    expect(verdict(witnesses)).toEqual({ kind: 'done', preview });
  });

  it('carries what the status told when the notification was lost', () => {
    const witnesses = { ...base, eventsMissed: true, status: { ...told('completed'), preview } };
    expect(verdict(witnesses)).toEqual({ kind: 'done', preview });
  });

  it('is no success without a finding, so that it is tried again', () => {
    const ending = withFinding({ kind: 'done' }, { preview: 'all' });
    expect(ending).toMatchObject({ kind: 'failed', code: FailureCode.UnknownOutcome });
    expect(withFinding({ kind: 'done', preview }, { preview: 'all' })).toEqual({ kind: 'done', preview });
  });

  it.each<Ending>([{ kind: 'skipped', why: 'no tables' }, nodeRestarted()])('stays %j', (ending) => {
    expect(withFinding(ending, { preview: 'all' })).toBe(ending);
  });

  it('asks no finding of a repair', () => {
    expect(withFinding({ kind: 'done' }, {})).toEqual({ kind: 'done' });
  });
});
