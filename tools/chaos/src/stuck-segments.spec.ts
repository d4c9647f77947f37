import type { LoggedCommand } from '@reaper-sidecar/cassandra-rig';
import type { RunRecord } from './run-record.js';
import { longestAfterEnd } from './stuck-segments.js';

const command = (more: Partial<LoggedCommand>): LoggedCommand => ({
  sessionId: 's',
  keyspace: 'k',
  ranges: [],
  participants: [],
  startedMs: 100,
  succeeded: true,
  ...more,
});

function recordOf(lastSeenMs: number): RunRecord {
  const spell = { seq: 1, attempt: 1, coordinator: 'host', sessionId: 's', lastSeenMs };
  return { last: { id: 'r' }, spells: new Map([['1/1', spell]]) } as unknown as RunRecord;
}

describe('longestAfterEnd', () => {
  it('is measured from the end that Cassandra recorded', () => {
    expect(longestAfterEnd([recordOf(5_000)], [command({ endedMs: 2_000 })], []).ms).toBe(3_000);
    expect(longestAfterEnd([recordOf(1_000)], [command({ endedMs: 2_000 })], []).ms).toBe(0);
  });

  it('is measured from the death of the node where no end was recorded', () => {
    const deaths = [
      { hostId: 'host', atMs: 50 },
      { hostId: 'other', atMs: 150 },
      { hostId: 'host', atMs: 1_000 },
    ];
    expect(longestAfterEnd([recordOf(5_000)], [command({})], deaths).ms).toBe(4_000);
    expect(longestAfterEnd([recordOf(5_000)], [], deaths).ms).toBe(0);
  });
});
