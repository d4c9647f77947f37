import { failureCodeOf, failureMessageOf } from './failure-classification.js';

describe('The code of a failure', () => {
  it.each([
    ['Endpoint not alive: /10.0.0.2:7000', 'REPLICA_DOWN'],
    ['Cannot proceed on repair because a neighbor (/10.0.0.2:7000) is dead: session failed', 'REPLICA_DOWN'],
    ['Endpoint /10.0.0.2:7000 died', 'REPLICA_DOWN'],
    ['Did not get replies from all endpoints.', 'REPLICA_DOWN'],
    [
      'Requested range (1,2] intersects a local range ((0,5]) but is not fully contained in one; this would lead to imprecise repair. keyspace: ks',
      'RANGE_MOVED',
    ],
    ['Nothing to repair for (1,2] in ks - aborting', 'RANGE_MOVED'],
    ['Unknown keyspace/cf pair (ks.gone)', 'TABLE_GONE'],
    ['Unknown keyspace ks', 'KEYSPACE_GONE'],
    ["Keyspace 'ks' does not exist", 'KEYSPACE_GONE'],
    ['Stream failed', 'REPAIR_FAILED'],
  ])('of "%s" is %s', (message, code) => {
    expect(failureCodeOf(['Repair command #1 finished with error', message], 'REPAIR_FAILED')).toBe(code);
  });

  it('comes with one short line without repetitions', () => {
    expect(failureMessageOf(['a', ' a ', '', 'b'], 'none')).toBe('a; b');
    expect(failureMessageOf(['  '], 'none')).toBe('none');
    expect(failureMessageOf(['x'.repeat(5_000)], 'none')).toHaveLength(1_000);
  });
});
