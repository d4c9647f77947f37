import { partitionerFromClassName, planSegments, type ReplicatedRange } from '@reaper-sidecar/segment-planner';
import { spreadSizes } from './spread-sizes.js';

const partitioner = partitionerFromClassName('Murmur3Partitioner');
const ring: ReplicatedRange[] = [
  { range: { start: 0n, end: 1000n }, replicas: ['a', 'b'] },
  { range: { start: 1000n, end: 4000n }, replicas: ['a', 'c'] },
  { range: { start: 4000n, end: 0n }, replicas: ['b', 'c'] },
];

describe('sizes of the own node as estimates', () => {
  it('spreads a table over the ranges the node replicates, by width, and gives nothing to others', () => {
    const estimates = spreadSizes(partitioner, ring, {
      hostId: 'a',
      tables: [{ table: 't', bytes: 400, partitions: 40 }],
    });
    expect(estimates).toEqual([
      { table: 't', range: { start: 0n, end: 1000n }, bytes: 100, partitions: 10 },
      { table: 't', range: { start: 1000n, end: 4000n }, bytes: 300, partitions: 30 },
    ]);
  });

  it('gives nothing when the node replicates nothing of the keyspace', () => {
    expect(spreadSizes(partitioner, ring, { hostId: 'x', tables: [{ table: 't', bytes: 1, partitions: 1 }] })).toEqual(
      [],
    );
  });

  it('lets a tiny new table be planned as one segment per replica set', () => {
    const nodes = ['a', 'b', 'c'].map((hostId) => ({ hostId, datacenter: 'dc1' }));
    const estimates = spreadSizes(partitioner, ring, {
      hostId: 'b',
      tables: [{ table: 't', bytes: 50_000, partitions: 10 }],
    });
    expect(planSegments({ partitioner, ring, nodes, sizing: { kind: 'auto' }, estimates }).segments).toHaveLength(3);
  });
});
