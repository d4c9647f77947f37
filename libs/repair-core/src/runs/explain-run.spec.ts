import { type ActingLeader, explainRun } from './explain-run.js';
import type { RunView } from './run-view.js';

const NOW = 1_767_225_600_000;

const leader: ActingLeader = {
  ...{ epoch: 7, holder: 'host-a', sinceMs: NOW - 600_000, silentForMs: 2_000, wasSeenActing: true },
};

/** A run that waits, as its leader told it some time ago. */
function toldBefore(ageMs: number): RunView {
  const reasons = [{ code: 'REPLICA_DOWN', replicas: ['a', 'b'], evidence: 'b is down', sinceMs: NOW - 60_000 }];
  const counters = { total: 3, done: 1, skipped: 0, failed: 0, running: 0, repairMs: 0 };
  const view = { state: 'RUNNING', counters, reasons, asOfMs: NOW - ageMs, epoch: 7, creation: { createdAtMs: 0 } };
  return view as unknown as RunView;
}

const codes = (ageMs: number, changes: Partial<ActingLeader>) =>
  explainRun(toldBefore(ageMs), { leader: { ...leader, ...changes }, running: 0, nowMs: NOW }).reasons.map(
    ({ code }) => code,
  );

describe('The reasons of a run that waits', () => {
  it.each<[string, number, Partial<ActingLeader>, string]>([
    ['are those of the last look of a leader that renews', 8_000, {}, 'REPLICA_DOWN'],
    ['are so whatever the clocks of the two say', 3_600_000, {}, 'REPLICA_DOWN'],
    ['are replaced when the leader falls silent', 8_000, { silentForMs: 14_000 }, 'LEADER_LOOKS_SOON'],
    ['are those of a new leader as soon as it has looked', 8_000, { epoch: 8 }, 'LEADER_TAKING_OVER'],
    [
      'are replaced when they are old and no renewal was seen yet',
      21_000,
      { wasSeenActing: false },
      'LEADER_LOOKS_SOON',
    ],
    ['are believed when they are young', 8_000, { wasSeenActing: false }, 'REPLICA_DOWN'],
  ])('%s', (_what, ageMs, changes, code) => {
    expect(codes(ageMs, changes)).toEqual([code]);
  });
});
