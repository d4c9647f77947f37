import type { RunExplanation, Segment } from '@reaper-sidecar/sidecar-rig';
import { explanationFaults, waitingSets } from './explanation-check.js';

const NOW = Date.parse('2026-01-01T00:01:00Z');

function segment(state: Segment['state'], ...replicas: string[]): Segment {
  return { seq: 0, state, replicas, ranges: [], ringShare: 0.1 };
}

function told(
  reasons: readonly [code: string, ...replicas: string[]][],
  asOf = '2026-01-01T00:00:58Z',
): RunExplanation {
  return {
    state: 'RUNNING',
    summary: '',
    asOf,
    sidecars: [],
    reasons: reasons.map(([code, ...replicas]) => ({ code, replicas })),
  } as unknown as RunExplanation;
}

describe('waitingSets', () => {
  it('are those with something left and nothing running, whatever the order of their nodes', () => {
    const segments = [
      segment('PENDING', 'a', 'b'),
      segment('RUNNING', 'b', 'a'),
      segment('PENDING', 'b', 'c'),
      segment('DONE', 'c', 'd'),
    ];
    expect(waitingSets(segments)).toEqual([['b', 'c']]);
  });
});

describe('explanationFaults', () => {
  const waiting = [segment('PENDING', 'a', 'b')];

  it('finds none where each waiting set has one reason, its own or that of the run', () => {
    expect(explanationFaults(waiting, told([['REPLICA_DOWN', 'b', 'a']]), NOW)).toEqual([]);
    expect(explanationFaults(waiting, told([['RUN_PAUSED']]), NOW)).toEqual([]);
  });

  it('finds a set without a reason, with two, and reasons of long ago', () => {
    expect(explanationFaults(waiting, told([['REPLICA_DOWN', 'c']]), NOW)).toEqual(['{a, b} waits without a reason']);
    const two = told([
      ['REPLICA_DOWN', 'a', 'b'],
      ['REPLICA_BUSY', 'b', 'a'],
    ]);
    expect(explanationFaults(waiting, two, NOW)).toEqual(['{a, b} has 2 reasons: REPLICA_DOWN, REPLICA_BUSY']);
    const old = told([['REPLICA_DOWN', 'a', 'b']], '2026-01-01T00:00:00Z');
    expect(explanationFaults(waiting, old, NOW)).toEqual([expect.stringContaining('60 s old')]);
  });

  it('takes old reasons where something is said of the leader', () => {
    expect(explanationFaults(waiting, told([['NO_LEADER']], '2026-01-01T00:00:00Z'), NOW)).toEqual([]);
  });
});
