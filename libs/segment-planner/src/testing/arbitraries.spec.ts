import fc from 'fast-check';

import { PARTITIONERS, planSegments, rangeWidth, validateRing } from '../index.js';
import { arbitraryPlanRequest, arbitraryRing, placeReplicas, seededTopology } from './index.js';

describe('arbitraryRing', () => {
  const samples = fc.sample(arbitraryRing(), { numRuns: 500, seed: 1 });

  it('names only its nodes', () => {
    for (const { nodes, ring } of samples) {
      const hostIds = new Set(nodes.map(({ hostId }) => hostId));
      expect(ring.flatMap(({ replicas }) => replicas).filter((hostId) => !hostIds.has(hostId))).toEqual([]);
    }
  });

  it.each<[string, (topology: (typeof samples)[number]) => boolean]>([
    ['Murmur3', ({ partitioner }) => partitioner === PARTITIONERS.Murmur3Partitioner],
    ['Random', ({ partitioner }) => partitioner === PARTITIONERS.RandomPartitioner],
    ['a single token', ({ ring }) => ring.length === 1],
    ['a single node', ({ nodes }) => nodes.length === 1],
    ['two datacenters', ({ nodes }) => new Set(nodes.map(({ datacenter }) => datacenter)).size === 2],
    ['one replica', ({ ring }) => ring.some(({ replicas }) => replicas.length === 1)],
    ['six replicas', ({ ring }) => ring.some(({ replicas }) => replicas.length === 6)],
    ['narrow ranges', ({ ring, partitioner }) => ring.some(({ range }) => rangeWidth(partitioner, range) < 10n)],
    ['a range that wraps', ({ ring }) => ring.some(({ range }) => range.start > range.end)],
    [
      'the beginning of the ring as a border',
      ({ ring, partitioner }) => ring.some(({ range }) => range.end === partitioner.minToken),
    ],
  ])('has rings with %s', (_, isSuch) => {
    expect(samples.filter(isSuch).length).toBeGreaterThan(5);
  });
});

describe('arbitraryPlanRequest', () => {
  const plans = fc.sample(arbitraryPlanRequest(), { numRuns: 300, seed: 1 }).map((request) => ({
    request,
    plan: planSegments(request),
  }));

  it.each<[string, (sample: (typeof plans)[number]) => boolean]>([
    ['automatic sizing', ({ request }) => request.sizing.kind === 'auto'],
    ['sizing by count', ({ request }) => request.sizing.kind === 'count'],
    ['sizing by bytes', ({ request }) => request.sizing.kind === 'bytes'],
    ['sizing by partitions', ({ request }) => request.sizing.kind === 'partitions'],
    ['a datacenter filter', ({ request }) => request.datacenters !== undefined],
    ['a node filter', ({ request }) => request.hostIds !== undefined],
    ['estimates of part of the ring', ({ plan }) => plan.estimate.coverage > 0.1 && plan.estimate.coverage < 0.9],
    ['cut ranges', ({ request, plan }) => plan.segments.length > request.ring.length],
    ['coalesced ranges', ({ plan }) => plan.segments.some(({ ranges }) => ranges.length > 1)],
    ['unreplicated ranges among others', ({ plan }) => plan.unreplicated.length > 0 && plan.segments.length > 0],
  ])('has requests with %s', (_, isSuch) => {
    expect(plans.filter(isSuch).length).toBeGreaterThan(5);
  });
});

describe('placeReplicas', () => {
  const nodes = ['a', 'b', 'c'].map((hostId) => ({ hostId, datacenter: hostId === 'c' ? 'west' : 'east' }));
  const tokens = [
    { token: 20n, hostId: 'c' },
    { token: 0n, hostId: 'a' },
    { token: 10n, hostId: 'a' },
    { token: 30n, hostId: 'b' },
  ];

  it('takes the next distinct nodes round the ring, by datacenter', () => {
    const described = (replication: Record<string, number>) =>
      placeReplicas(nodes, tokens, replication).map(
        ({ range, replicas }) => `${range.start}:${range.end} ${replicas.join('')}`,
      );
    expect(described({ east: 1, west: 1 })).toEqual(['30:0 ac', '0:10 ac', '10:20 cb', '20:30 bc']);
    expect(described({ east: 3 })).toEqual(['30:0 ab', '0:10 ab', '10:20 ba', '20:30 ba']);
  });
});

describe('seededTopology', () => {
  it.each(Object.values(PARTITIONERS))('is a valid ring of $name, the same every time', (partitioner) => {
    const options = { partitioner, nodes: 10, tokensPerNode: 16, replication: { east: 3, west: 2 }, seed: 7 };
    const topology = seededTopology(options);
    validateRing(partitioner, topology.ring);
    expect(topology.ring).toHaveLength(160);
    expect(topology.ring.filter(({ replicas }) => new Set(replicas).size !== 5)).toEqual([]);
    expect(seededTopology(options)).toEqual(topology);
    expect(seededTopology({ ...options, seed: 8 })).not.toEqual(topology);
  });
});
