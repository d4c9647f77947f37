import * as fc from 'fast-check';
import type { Assignment } from '../model/assignment.js';
import { repairItem } from '../testing/worker-rig.js';
import { intake, nextItem, runsLow } from './assignment-intake.js';
import { backoffMs } from './backoff.js';
import { restMs } from './duty-cycle.js';
import { ageMs, runningMs } from './elapsed.js';
import { firstStamp } from './registration.js';
import { permission, type StartFacts } from './start-permission.js';

const list = (changes: Partial<Assignment> = {}): Assignment => ({
  protocol: 1,
  epoch: 10,
  stamp: 100,
  leader: 'leader',
  incarnation: 'me',
  items: [],
  ...changes,
});

describe('A read of the own assignment', () => {
  it.each([
    ['no row', undefined, 'nothing'],
    ['an older epoch than was seen', list({ epoch: 9, stamp: 200 }), 'nothing'],
    ['a newer protocol', list({ protocol: 3, stamp: 200 }), 'unsupported'],
    ['the known version', list(), 'known'],
    ['an older version of the epoch', list({ stamp: 99 }), 'known'],
    ['a newer version', list({ stamp: 101 }), 'newer'],
    ['a newer epoch', list({ epoch: 11, stamp: 200 }), 'newer'],
  ])('%s', (_what, read, kind) => {
    expect(intake(read, 10, list()).kind).toBe(kind);
  });

  it('offers every item at most once, in rising order, whatever lists come', () => {
    const stamps = fc.uniqueArray(fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(fc.array(stamps), (lists) => {
        const started: number[] = [];
        for (const each of lists) {
          const latest = list({ items: each.map((stamp) => repairItem(stamp)) });
          const next = nextItem(latest, 'me', started.at(-1) ?? 0);
          if (next) started.push(next.stamp);
        }
        expect(started).toEqual([...new Set(started)].sort((a, b) => a - b));
      }),
    );
  });

  it.each([
    [10, 7, false],
    [10, 8, true],
    [3, 2, false],
    [3, 3, true],
    [1, 1, true],
  ])('a list of %i runs low after the start of item %i: %s', (size, stamp, low) => {
    const items = Array.from({ length: size }, (_, at) => repairItem(at + 1));
    expect(runsLow(list({ items }), 'me', stamp)).toBe(low);
  });
});

describe('The permission to start', () => {
  const item = repairItem(1, { intensity: 0.5 });
  const facts: StartFacts = {
    latest: list({ items: [item] }),
    incarnation: 'me',
    readAgeMs: 5_000,
    freshnessMs: 5_000,
    problem: undefined,
    node: { clear: true, certain: true, alone: true },
    last: undefined,
    stopping: false,
  };

  it.each<[string, Partial<StartFacts>, string | undefined]>([
    ['is given when nothing speaks against it', {}, undefined],
    ['is refused on an old list', { readAgeMs: 5_001 }, 'STORAGE_UNREACHABLE'],
    ['is refused on a list that was never read', { readAgeMs: Infinity }, 'STORAGE_UNREACHABLE'],
    ['is refused when clocks make no sense', { readAgeMs: NaN }, 'STORAGE_UNREACHABLE'],
    ['is refused for another incarnation', { incarnation: 'other' }, 'REVOKED'],
    ['is refused when the newest list lacks the item', { latest: list() }, 'REVOKED'],
    ['is refused without any list', { latest: undefined }, 'REVOKED'],
    [
      'is refused while the node is away',
      { node: { unreachable: 'x', clear: true, certain: true, alone: true } },
      'NODE_UNREACHABLE',
    ],
    [
      'is refused beside a foreign repair',
      { node: { foreign: { kind: 'command', detail: 'x', sinceMs: 0 }, clear: false, certain: false, alone: false } },
      'FOREIGN_REPAIR',
    ],
    [
      'is refused until the node was looked at',
      { node: { clear: false, certain: false, alone: false } },
      'FOREIGN_REPAIR',
    ],
    ['is refused while the node rests', { last: { durationMs: 1_000, endedAgoMs: 999 } }, 'NODE_RESTING'],
    ['is given after the rest', { last: { durationMs: 1_000, endedAgoMs: 1_000 } }, undefined],
    ['is refused while the sidecar stops', { stopping: true }, 'SHUTTING_DOWN'],
  ])('%s', (_what, changes, code) => {
    const answer = permission(item, { ...facts, ...changes });
    expect(answer.may ? undefined : answer.code).toBe(code);
  });
});

describe('Times of a worker', () => {
  const clockAt = (monotonicMs: number, wallMs: number) => ({ monotonicMs: () => monotonicMs, wallMs: () => wallMs });

  it('count the sleep of a suspended machine and survive a clock set back', () => {
    const began = { monotonicMs: 100, wallMs: 1_000_000 };
    expect(ageMs(clockAt(101, 1_060_000), began)).toBe(60_000);
    expect(ageMs(clockAt(5_100, 900_000), began)).toBe(5_000);
    expect(runningMs(clockAt(101, 1_060_000), began)).toBe(1);
  });

  it.each([
    [1, 10_000, 0, 0],
    [0.5, 10_000, 0, 10_000],
    [0.5, 10_000, 4_000, 6_000],
    [0.1, 1_000, 0, 9_000],
    [0.1, 1_000, 20_000, 0],
    [0.5, 0, 0, 0],
  ])(
    'at intensity %d after %d ms, ended %d ms ago, %d ms of rest are due',
    (intensity, durationMs, endedAgoMs, rest) => {
      expect(restMs({ durationMs, endedAgoMs }, intensity)).toBeCloseTo(rest);
    },
  );

  it('write stamps begin above the last visible one and above the clock', () => {
    expect(firstStamp(5, undefined)).toBe(60_000_000);
    expect(firstStamp(1_000_000_000_000.7, 5)).toBe(1_000_000_000_000_700);
    expect(firstStamp(1_000, 9_000_000_000_000_000)).toBe(9_000_000_060_000_000);
  });

  it('pauses between tries grow to their limit and vary by half', () => {
    const limits = { minMs: 500, maxMs: 10_000 };
    expect([1, 2, 3, 6, 1_000].map((attempt) => backoffMs(attempt, limits, 1))).toEqual([
      500, 1_000, 2_000, 10_000, 10_000,
    ]);
    expect(backoffMs(2, limits, 0)).toBe(500);
  });
});
