import { ChangeLog } from './change-log.js';
import type { ClusterState } from './cluster-state.js';

const run = (runId: string, state: string) => ({ runId, state, fingerprint: state });
const stateOf = (cluster: string, ...runs: readonly ReturnType<typeof run>[]): ClusterState => ({
  runs: new Map(runs.map((one) => [one.runId, one])),
  cluster,
});

describe('The log of changes', () => {
  it('names equal states alike, whoever looks and in whatever order', () => {
    const [one, other] = [new ChangeLog(), new ChangeLog()];
    one.advance(stateOf('c', run('a', 'RUNNING'), run('b', 'PAUSED')), []);
    other.advance(stateOf('c', run('b', 'PAUSED'), run('a', 'RUNNING')), []);
    expect(one.id).toBe(other.id);
  });

  it('knows what changed since a state, the last of each run only', () => {
    const log = new ChangeLog();
    log.advance(stateOf('c', run('a', 'NOT_STARTED')), []);
    const seen = String(log.id);
    log.advance(stateOf('c', run('a', 'RUNNING')), []);
    log.advance(stateOf('d', run('a', 'PAUSED'), run('b', 'RUNNING')), []);
    log.advance(stateOf('d', run('b', 'RUNNING')), [{ runId: 'a', state: 'ABORTED' }]);
    expect(log.since(seen)).toEqual([
      { type: 'run', runId: 'a', state: 'ABORTED' },
      { type: 'run', runId: 'b', state: 'RUNNING' },
      { type: 'cluster' },
    ]);
    expect(log.since(String(log.id))).toEqual([]);
  });

  it('does not pretend to know a state that it never saw or has forgotten', () => {
    const log = new ChangeLog(2);
    log.advance(stateOf('1'), []);
    const first = String(log.id);
    for (const cluster of ['2', '3', '4']) log.advance(stateOf(cluster), []);
    expect(log.since(first)).toBeUndefined();
    expect(log.since('never.seen')).toBeUndefined();
    const last = String(log.id);
    log.clear();
    expect(log.since(last)).toBeUndefined();
  });
});
