import { MAX_ASSIGNMENT_BYTES, MAX_ASSIGNMENT_ITEMS } from '../model/assignment.js';
import type { PreviewKind } from '../model/preview.js';
import type { ActiveRun, RunCreation } from '../model/repair-run.js';
import { buildItems } from './build-items.js';
import { Pace } from './pace.js';
import { RunBook } from './run-book.js';
import { SegmentBook } from './segment-book.js';
import type { SetWork } from './work.js';

const PARTICIPANTS = ['a', 'b', 'c'];
const unit = {
  ...{
    keyspace: 'ks',
    tables: ['t'],
    mode: 'full',
    parallelism: 'parallel',
    datacenters: ['dc1'],
    hostIds: ['a', 'b'],
  },
  jobThreads: 2,
} as const;

function aRun(hostIds: readonly string[] = [], preview?: PreviewKind): RunBook {
  const spec = {
    desired: 'running',
    intensity: 0.5,
    segmentTimeoutMs: 9,
    maxAttempts: 3,
    priority: 1,
    rounds: { 1: 2 },
  } as const;
  const active: ActiveRun = { unitKey: 'u', runId: 'r', planId: 'p', spec, specVersion: 1 };
  const creation = {
    runId: 'r',
    planId: 'p',
    unit: { ...unit, hostIds, preview },
    segmentCount: 9,
    partitioner: 'org.apache.cassandra.dht.Murmur3Partitioner',
  } as unknown as RunCreation;
  return new RunBook(active, creation, { retryMinMs: 1, retryMaxMs: 1 });
}

function work(count: number, rangesEach: number): SetWork {
  const ranges = Array.from({ length: rangesEach }, (_, index) => ({ start: BigInt(index) * 10n ** 17n, end: 5n }));
  const segments = Array.from({ length: count }, (_, seq) => ({
    segment: new SegmentBook({ seq, ranges: [], replicas: PARTICIPANTS, ringShare: 0 }),
    place: { ranges, participants: PARTICIPANTS },
  }));
  return { key: 'a,b,c', participants: PARTICIPANTS, ready: count, segments };
}

function options(maxItems: number) {
  let stamp = 100;
  return {
    coordinator: 'a',
    present: [],
    maxItems,
    nextStamp: () => ++stamp,
    addressOf: (hostId: string) => `${hostId}:7000`,
  };
}

describe('building a list', () => {
  it('gives each item its own rising stamp and all that the worker needs', () => {
    const items = buildItems(aRun(), work(3, 1), options(2));
    expect(items).toMatchObject([
      {
        stamp: 101,
        runId: 'r',
        planId: 'p',
        seq: 0,
        round: 0,
        attempt: 1,
        keyspace: 'ks',
        tables: ['t'],
        ranges: ['0:5'],
      },
      {
        stamp: 102,
        seq: 1,
        round: 2,
        participants: PARTICIPANTS,
        jobThreads: 2,
        timeoutMs: 9,
        intensity: 0.5,
        hosts: [],
      },
    ]);
  });

  it('names the participants by address when the unit filters nodes', () => {
    const [item] = buildItems(aRun(['a', 'b']), work(1, 1), options(1));
    expect(item?.hosts).toEqual(['a:7000', 'b:7000', 'c:7000']);
    // Cassandra refuses both filters in one command.
    expect(item?.datacenters).toEqual([]);
  });

  it('names the datacenters when the unit filters nothing else', () => {
    expect(buildItems(aRun(), work(1, 1), options(1))[0]).toMatchObject({ datacenters: ['dc1'], hosts: [] });
  });

  it('says that it is a preview, and only then', () => {
    expect(buildItems(aRun([], 'repaired'), work(1, 1), options(1))[0]?.preview).toBe('repaired');
    expect(buildItems(aRun(), work(1, 1), options(1))[0]).not.toHaveProperty('preview');
  });

  it('holds only what its host may coordinate', () => {
    const { segments, ...set } = work(3, 1);
    const owned = segments.map((one, n) => ({ ...one, place: { ...one.place, coordinator: PARTICIPANTS[n]! } }));
    const items = buildItems(aRun(), { ...set, segments: owned }, { ...options(9), coordinator: 'b' });
    expect(items.map(({ seq }) => seq)).toEqual([1]);
  });

  it('stays below the limits of a version', () => {
    const many = buildItems(aRun(), work(2_000, 1), options(2_000));
    expect(many.length).toBeLessThanOrEqual(MAX_ASSIGNMENT_ITEMS);
    expect(JSON.stringify(many).length).toBeLessThan(MAX_ASSIGNMENT_BYTES);
    const wide = buildItems(aRun(), work(100, 100), options(100));
    expect(JSON.stringify(wide).length).toBeLessThan(MAX_ASSIGNMENT_BYTES);
    expect(wide.length).toBeGreaterThan(5);
    expect(buildItems(aRun(), work(9, 1), { ...options(9), present: many })).toEqual([]);
  });

  it('gives a segment that is too large for a version alone', () => {
    expect(buildItems(aRun(), work(3, 5_000), options(3))).toHaveLength(1);
  });
});

describe('the pace of a run', () => {
  it('begins small, grows with what it learned, and ends at the wanted work', () => {
    const pace = new Pace();
    expect(pace.itemsFor('s', 90_000)).toBe(2);
    pace.learn('s', 100);
    expect(pace.itemsFor('s', 90_000)).toBe(4);
    for (let i = 0; i < 999; i++) pace.learn('s', 100);
    expect(pace.itemsFor('s', 90_000)).toBe(900);
  });

  it('gives at least one segment, however long they take', () => {
    const pace = new Pace();
    pace.learn('s', 3_600_000);
    expect(pace.itemsFor('s', 90_000)).toBe(1);
  });

  it('knows sets apart, and guesses a new one by the others', () => {
    const pace = new Pace();
    for (let i = 0; i < 20; i++) pace.learn('slow', 10_000);
    expect(pace.predictMs('new')).toBe(10_000);
    for (let i = 0; i < 20; i++) pace.learn('quick', 10);
    expect(pace.predictMs('slow')).toBe(10_000);
    expect(pace.predictMs('quick')).toBe(10);
  });
});
