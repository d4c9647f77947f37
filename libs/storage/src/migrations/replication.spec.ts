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
