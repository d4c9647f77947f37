import { raisedFactors } from './replication-check.js';
import { createKeyspace, replicationFactors } from './replication.js';

const nodes = (datacenter: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({ hostId: `${datacenter}${n}`, datacenter, schemaVersion: 'v' }));

describe('replication of the keyspace', () => {
  it('is three copies in each datacenter, or as many as it has nodes', () => {
    const factors = replicationFactors([...nodes('east', 5), ...nodes('west', 2), ...nodes('lab', 1)]);
    expect(Object.fromEntries(factors)).toEqual({ east: 3, west: 2, lab: 1 });
  });

  it('quotes names of datacenters', () => {
    expect(createKeyspace(new Map([["d'or", 3]])).cql).toContain("'NetworkTopologyStrategy', 'd''or': 3}");
  });
});

describe('raisedFactors', () => {
  it.each([
    ['as recommended', { dc1: 3 }, { dc1: 3 }, undefined],
    ['more than recommended', { dc1: 5 }, { dc1: 3 }, undefined],
    ['nodes joined', { dc1: 1 }, { dc1: 3 }, { dc1: 3 }],
    ['a datacenter was added', { dc1: 5 }, { dc1: 3, dc2: 2 }, { dc1: 5, dc2: 2 }],
    ['a datacenter is gone', { dc1: 3, old: 3 }, { dc1: 3 }, undefined],
  ])('%s', (_what, present: Record<string, number>, recommended, raised) => {
    const result = raisedFactors(present, new Map(Object.entries(recommended) as [string, number][]));
    expect(result && Object.fromEntries(result)).toEqual(raised);
  });
});
