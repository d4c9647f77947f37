import { isAtLeast } from './release.js';
import { parseReplication } from './replication-map.js';

describe('parseReplication', () => {
  it.each([
    [
      { class: 'org.apache.cassandra.locator.NetworkTopologyStrategy', dc1: '3', dc2: '2' },
      { replicationClass: 'NetworkTopologyStrategy', replicationFactors: { dc1: 3, dc2: 2 } },
    ],
    [
      { class: 'org.apache.cassandra.locator.SimpleStrategy', replication_factor: '1' },
      { replicationClass: 'SimpleStrategy', replicationFactors: { '': 1 } },
    ],
    [
      { class: 'org.apache.cassandra.locator.LocalStrategy' },
      { replicationClass: 'LocalStrategy', replicationFactors: {} },
    ],
    [
      { class: 'NetworkTopologyStrategy', dc1: '3/1' },
      { replicationClass: 'NetworkTopologyStrategy', replicationFactors: { dc1: 3 } },
    ],
    [
      { class: 'Everywhere', odd: 'thing' },
      { replicationClass: 'Everywhere', replicationFactors: {} },
    ],
  ])('reads %j', (options: Record<string, string>, expected) => {
    expect(parseReplication(options)).toEqual(expected);
  });
});

describe('isAtLeast', () => {
  it.each([
    ['4.1.10', true],
    ['4.0.19', false],
    ['3.11.19', false],
    ['5.0.9', true],
    ['6.0-alpha2', true],
    ['10.0.0', true],
    ['unknown', false],
  ])('%s is 4.1 or later: %s', (release, expected) => {
    expect(isAtLeast(release, 4, 1)).toBe(expected);
  });
});
