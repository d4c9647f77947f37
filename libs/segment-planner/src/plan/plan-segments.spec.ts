import { estimatesOf, seededTopology } from '../testing/index.js';
import { PARTITIONERS } from '../tokens/partitioner.js';
import { formatRange, type TokenRange } from '../tokens/token-range.js';
import { DEFAULT_BYTES_PER_SEGMENT, type PlanRequest } from './plan-request.js';
import { planSegments } from './plan-segments.js';

const { Murmur3Partitioner: murmur3, RandomPartitioner: random } = PARTITIONERS;
const { minToken, maxToken } = murmur3;

const nodes = ['a', 'b', 'c', 'd'].map((hostId) => ({ hostId, datacenter: hostId < 'c' ? 'east' : 'west' }));

/** Ranges around the ring, each from the end of the one before. */
function request(ends: [end: bigint, replicas: string][], more: Partial<PlanRequest> = {}): PlanRequest {
  const ring = ends.map(([end, replicas], index) => ({
    range: { start: ends.at(index - 1)?.[0] ?? end, end },
    replicas: replicas.split(''),
  }));
  return { partitioner: murmur3, nodes, ring, sizing: { kind: 'count', segments: 1 }, ...more };
}

function rangesOf(plan: { segments: readonly { ranges: readonly TokenRange[] }[] }): string[] {
  return plan.segments.map(({ ranges }) => ranges.map(formatRange).join(' '));
}

describe('planSegments', () => {
  it('puts all small ranges of a replica set into one segment and keeps neighbours apart', () => {
    const plan = planSegments(
      request([
        [0n, 'ab'],
        [10n, 'ba'],
        [20n, 'cd'],
        [30n, 'ab'],
      ]),
    );
    expect(plan.replicaSets.map(({ replicas, segments }) => [replicas.join(''), segments])).toEqual([
      ['ab', 1],
      ['cd', 1],
    ]);
    expect(rangesOf(plan)).toEqual(['0:10 20:30 30:0', '10:20']);
    expect(plan.unreplicated).toEqual([]);
    expect(plan.estimate).toEqual({ coverage: 0 });
  });

  it('leaves a narrow range that goes past the end of the ring whole', () => {
    const plan = planSegments(
      request(
        [
          [minToken + 100n, 'ab'],
          [maxToken - 99n, 'cd'],
        ],
        { sizing: { kind: 'count', segments: 12 } },
      ),
    );
    const wrapping = plan.segments.filter(({ replicas }) => replicas.includes('a'));
    expect(rangesOf({ segments: wrapping })).toEqual([`${maxToken - 99n}:${minToken + 100n}`]);
  });

  it('cuts a range that goes past the end of the ring', () => {
    const half = 2n ** 62n;
    const plan = planSegments(
      request(
        [
          [half, 'cd'],
          [-half, 'ab'],
        ].reverse() as [bigint, string][],
        { sizing: { kind: 'count', segments: 4 } },
      ),
    );
    const wrapping = plan.segments.filter(({ replicas }) => replicas.includes('a'));
    expect(rangesOf({ segments: wrapping })).toEqual([`${half}:${minToken}`, `${minToken}:${-half}`]);
  });

  it('sends the one range of a ring with one token as two, because Cassandra refuses start = end', () => {
    const plan = planSegments(request([[7n, 'ab']]));
    expect(rangesOf(plan)).toEqual([`7:${7n - 2n ** 63n} ${7n - 2n ** 63n}:7`]);
  });

  it.each([
    [minToken, 3],
    [maxToken, 5],
    [0n, 1],
  ])('plans a ring with the one token %s in %s segments', (token, segments) => {
    const plan = planSegments(request([[token, 'ab']], { sizing: { kind: 'count', segments } }));
    expect(plan.segments).toHaveLength(segments);
    expect(plan.segments.map(({ ringShare }) => ringShare)).toEqual(
      plan.segments.map(() => expect.closeTo(1 / segments, 1)),
    );
  });

  it('plans nothing for a single node', () => {
    const plan = planSegments(request([[7n, 'a']]));
    expect(plan).toEqual({
      segments: [],
      replicaSets: [],
      unreplicated: [{ range: { start: 7n, end: 7n }, replicas: ['a'] }],
      estimate: { coverage: 0 },
    });
  });

  it('plans nothing for a replication factor of one, and says so', () => {
    const plan = planSegments(
      request(
        [
          [0n, 'a'],
          [10n, 'b'],
          [20n, 'c'],
        ],
        { sizing: { kind: 'auto' } },
      ),
    );
    expect(plan.segments).toEqual([]);
    expect(plan.unreplicated.map(({ range, replicas }) => `${formatRange(range)} ${replicas.join()}`)).toEqual([
      '0:10 b',
      '10:20 c',
      '20:0 a',
    ]);
  });

  it('makes no more segments of a range than it has tokens', () => {
    const plan = planSegments(
      request(
        [
          [0n, 'ab'],
          [3n, 'cd'],
        ],
        { sizing: { kind: 'count', segments: 100 } },
      ),
    );
    expect(plan.replicaSets.map(({ segments }) => segments)).toEqual([99, 1]);

    const narrow = planSegments(
      request(
        [
          [0n, 'ab'],
          [3n, 'cd'],
        ],
        {
          sizing: { kind: 'bytes', bytesPerSegment: 10 },
          estimates: [
            { table: 't', range: { start: 0n, end: 3n }, bytes: 1000, partitions: 3 },
            { table: 't', range: { start: 3n, end: 0n }, bytes: 10, partitions: 3 },
          ],
        },
      ),
    );
    expect(rangesOf(narrow).sort()).toEqual(['0:1', '1:2', '2:3', '3:0']);
  });

  it('does not cut what is light because a token of the same replica set is heavy', () => {
    const plan = planSegments(
      request(
        [
          [0n, 'ab'],
          [1n, 'ab'],
        ],
        {
          sizing: { kind: 'bytes', bytesPerSegment: 10 },
          estimates: [
            { table: 't', range: { start: 0n, end: 1n }, bytes: 1000, partitions: 1 },
            { table: 't', range: { start: 1n, end: 0n }, bytes: 10, partitions: 3 },
          ],
        },
      ),
    );
    expect(rangesOf(plan)).toEqual(['0:1', '1:0']);
  });

  it('spreads a count by size where sizes are known', () => {
    const east = { start: 0n, end: minToken };
    const west = { start: minToken, end: 0n };
    const estimates = [
      { table: 't', range: east, bytes: 900, partitions: 9 },
      { table: 't', range: west, bytes: 100, partitions: 1 },
    ];
    const sizing = { kind: 'count', segments: 10 } as const;
    const counts = (more: Partial<PlanRequest>) =>
      planSegments(
        request(
          [
            [minToken, 'ab'],
            [0n, 'cd'],
          ],
          { sizing, ...more },
        ),
      ).replicaSets.map((set) => set.segments);
    expect(counts({})).toEqual([5, 5]);
    expect(counts({ estimates })).toEqual([9, 1]);
    expect(counts({ estimates: estimates.map((row) => ({ ...row, bytes: 0, partitions: 0 })) })).toEqual([5, 5]);
  });

  it('reports the size of each segment', () => {
    const { segments } = planSegments(
      request(
        [
          [minToken, 'ab'],
          [0n, 'cd'],
        ],
        {
          sizing: { kind: 'count', segments: 2 },
          estimates: [{ table: 't', range: { start: 0n, end: minToken }, bytes: 900, partitions: 9 }],
        },
      ),
    );
    expect(segments).toEqual([
      expect.objectContaining({ replicas: ['a', 'b'], ringShare: 0.5, estimatedBytes: 900, estimatedPartitions: 9 }),
      expect.objectContaining({ replicas: ['c', 'd'], ringShare: 0.5, estimatedBytes: 900, estimatedPartitions: 9 }),
    ]);
  });

  it('reports how little of the ring the estimates cover', () => {
    const { estimate } = planSegments(
      request(
        [
          [minToken, 'ab'],
          [0n, 'cd'],
        ],
        {
          estimates: [{ table: 't', range: { start: 0n, end: minToken }, bytes: 900, partitions: 9 }],
        },
      ),
    );
    expect(estimate).toEqual({ bytes: 1800, partitions: 18, coverage: 0.5 });
  });
});

describe('automatic sizing', () => {
  const topology = seededTopology({ nodes: 6, tokensPerNode: 16, replication: { dc1: 3 } });
  const plan = (bytesPerRange: number | undefined) =>
    planSegments({
      ...topology,
      sizing: { kind: 'auto' },
      ...(bytesPerRange !== undefined && { estimates: estimatesOf(topology, 'orders', bytesPerRange, 10) }),
    });

  it.each([0, 1, 10_000])('makes one segment per replica set of a tiny keyspace (%s bytes per range)', (bytes) => {
    const { segments, replicaSets } = plan(bytes);
    expect(segments).toHaveLength(replicaSets.length);
  });

  it('makes segments of the default size of a large keyspace', () => {
    const bytesPerRange = 10 * DEFAULT_BYTES_PER_SEGMENT;
    expect(plan(bytesPerRange).segments).toHaveLength(6 * 16 * 10);
  });

  it('makes 16 segments per node when sizes are not known', () => {
    expect(plan(undefined).segments).toHaveLength(96);
  });

  it('plans a cluster of three nodes with 16 tokens each as one segment when it is tiny', () => {
    const three = seededTopology({ nodes: 3, tokensPerNode: 16, replication: { dc1: 3 } });
    const { segments } = planSegments({
      ...three,
      sizing: { kind: 'auto' },
      estimates: estimatesOf(three, 'users', 1000, 10),
    });
    expect(segments.map(({ ranges }) => ranges.length)).toEqual([48]);
  });
});

describe('estimates that cover too little of the ring', () => {
  const plan = (sizing: PlanRequest['sizing']) =>
    planSegments(
      request(
        [
          [0n, 'ab'],
          [3n, 'cd'],
        ],
        {
          sizing,
          estimates: [{ table: 't', range: { start: 0n, end: 3n }, bytes: 1000, partitions: 3 }],
        },
      ),
    );

  it('are not extrapolated: three full tokens say nothing about the others', () => {
    const { segments, estimate } = plan({ kind: 'auto' });
    expect(segments).toHaveLength(64);
    expect(estimate).toEqual({ coverage: expect.closeTo(0, 9) });
    expect(segments[0]).not.toHaveProperty('estimatedBytes');
  });

  it('are not enough to plan by size', () => {
    expect(() => plan({ kind: 'bytes', bytesPerSegment: 100 })).toThrow(
      expect.objectContaining({ code: 'ESTIMATES_MISSING', retryable: true }),
    );
  });
});

describe('the limit of ranges per segment', () => {
  it('is met by more segments, evenly', () => {
    const three = seededTopology({ nodes: 3, tokensPerNode: 256, replication: { dc1: 3 } });
    const { segments } = planSegments({ ...three, sizing: { kind: 'count', segments: 1 } });
    expect(segments.map(({ ranges }) => ranges.length)).toEqual([256, 256, 256]);
  });

  it.each([1, 2, 7])('can be as low as %s', (maxRangesPerSegment) => {
    const three = seededTopology({ partitioner: random, nodes: 3, tokensPerNode: 16, replication: { dc1: 3 } });
    const { segments } = planSegments({ ...three, sizing: { kind: 'count', segments: 1 }, maxRangesPerSegment });
    expect(segments).toHaveLength(Math.ceil(48 / maxRangesPerSegment));
  });
});

describe('filters', () => {
  const ring: [bigint, string][] = [
    [0n, 'abcd'],
    [10n, 'abc'],
    [20n, 'acd'],
  ];

  it('keep only the replicas of the datacenters and group by them', () => {
    const plan = planSegments(request(ring, { datacenters: ['east'] }));
    expect(plan.replicaSets.map(({ replicas }) => replicas)).toEqual([['a', 'b']]);
    expect(rangesOf(plan)).toEqual(['0:10 20:0']);
    expect(plan.unreplicated).toEqual([{ range: { start: 10n, end: 20n }, replicas: ['a'] }]);
  });

  it('keep only the named nodes', () => {
    const plan = planSegments(request(ring, { hostIds: ['c', 'd'] }));
    expect(plan.replicaSets.map(({ replicas }) => replicas)).toEqual([['c', 'd']]);
    expect(plan.unreplicated).toEqual([{ range: { start: 0n, end: 10n }, replicas: ['c'] }]);
  });

  it('work together', () => {
    const plan = planSegments(request(ring, { datacenters: ['west'], hostIds: ['a', 'c'] }));
    expect(plan.segments).toEqual([]);
    expect(plan.unreplicated.map(({ replicas }) => replicas.join())).toEqual(['c', 'c', 'c']);
  });
});
