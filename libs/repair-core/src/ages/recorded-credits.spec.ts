import { PARTITIONERS } from '@reaper-sidecar/segment-planner';
import { creditsOfRecorded, type RecordedCreditsInput } from './recorded-credits.js';
import type { RecordedRepair, RecordedSession } from './repair-history.js';

const { Murmur3Partitioner: partitioner } = PARTITIONERS;

const ring = [
  { range: { start: 0n, end: 100n }, replicas: ['a', 'b', 'c'] },
  { range: { start: 100n, end: 200n }, replicas: ['b', 'c', 'd'] },
  { range: { start: 200n, end: 0n }, replicas: ['a', 'c', 'd'] },
];

const repair = (part: Partial<RecordedRepair> = {}): RecordedRepair => ({
  parentId: 'p',
  tables: ['carts'],
  successfulRanges: ['0:100'],
  state: 'completed',
  startedAtMs: 5,
  pullOnly: false,
  ...part,
});

const session = (part: Partial<RecordedSession> = {}): RecordedSession => ({
  table: 'carts',
  parentId: 'p',
  endpoints: ['10.0.0.a:7000', '10.0.0.b:7000', '10.0.0.c:7000'],
  state: 'completed',
  startedAtMs: 5,
  ...part,
});

const credits = (
  repairs: readonly RecordedRepair[],
  sessions: readonly RecordedSession[],
  more: Partial<RecordedCreditsInput> = {},
) => creditsOfRecorded({ partitioner, ring, addressOf: (id) => `10.0.0.${id}:7000`, repairs, sessions, ...more });

describe('repairs that other tools did', () => {
  it('count where all replicas took part', () => {
    expect(credits([repair()], [session()])).toEqual([{ table: 'carts', range: '0:100', startedAtMs: 5 }]);
  });

  it('count for the tables whose sessions ended well', () => {
    const sessions = [session(), session({ table: 'orders', state: 'failed' })];
    expect(credits([repair({ tables: ['carts', 'orders', 'users'] })], sessions)).toEqual([
      { table: 'carts', range: '0:100', startedAtMs: 5 },
    ]);
  });

  it('count only in those of their ranges whose present replicas took part', () => {
    const wide = repair({ successfulRanges: ['0:100', '100:200', '200:0'] });
    const other = session({ endpoints: ['10.0.0.b:7000', '10.0.0.c:7000', '10.0.0.d:7000'] });
    expect(credits([wide], [session(), other])).toEqual([{ table: 'carts', range: '0:200', startedAtMs: 5 }]);
  });

  it('are cut where a range has become two', () => {
    expect(credits([repair({ successfulRanges: ['50:150'] })], [session()])).toEqual([
      { table: 'carts', range: '50:100', startedAtMs: 5 },
    ]);
  });

  it.each([
    ['failed', repair({ state: 'failed' }), session()],
    ['is running', repair({ state: 'running' }), session()],
    ['only pulled', repair({ pullOnly: true }), session()],
    ['left a replica out', repair(), session({ endpoints: ['10.0.0.a:7000', '10.0.0.b:7000'] })],
    ['has no session', repair(), session({ parentId: 'other' })],
    ['had its session with other ports', repair(), session({ endpoints: ['10.0.0.a:1', '10.0.0.b:1', '10.0.0.c:1'] })],
  ])('count nothing when it %s', (_what, one, its) => {
    expect(credits([one], [its])).toEqual([]);
  });

  it('are recognised without ports, as Cassandra before 4.0 records them', () => {
    const old = session({ endpoints: ['10.0.0.a', '10.0.0.b', '10.0.0.c'] });
    expect(credits([repair()], [old])).toHaveLength(1);
    expect(credits([repair()], [old], { addressOf: (id) => `10.0.0.${id}` })).toHaveLength(1);
  });
});
