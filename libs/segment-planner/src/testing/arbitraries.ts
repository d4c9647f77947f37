import fc from 'fast-check';

import {
  DEFAULT_BYTES_PER_SEGMENT,
  MIN_COVERAGE,
  PARTITIONERS,
  type Partitioner,
  type PlanRequest,
  type ReplicatedRange,
  type SizeEstimate,
  type Sizing,
  type Token,
  type TokenRange,
} from '../index.js';
import { estimateRanges } from '../sizes/estimate-ranges.js';
import { placeReplicas } from './place-replicas.js';
import { type Topology } from './seeded-topology.js';

export function arbitraryPartitioner(): fc.Arbitrary<Partitioner> {
  return fc.constantFrom(...Object.values(PARTITIONERS));
}

/** Any token; often at one end of the ring or close to others, so that narrow and wrapping ranges are common. */
export function arbitraryToken({ minToken, maxToken }: Partitioner): fc.Arbitrary<Token> {
  const middle = (minToken + maxToken) / 2n;
  return fc.oneof(
    { weight: 4, arbitrary: fc.bigInt({ min: minToken, max: maxToken }) },
    { weight: 1, arbitrary: fc.bigInt({ min: minToken, max: minToken + 20n }) },
    { weight: 1, arbitrary: fc.bigInt({ min: maxToken - 20n, max: maxToken }) },
    { weight: 1, arbitrary: fc.bigInt({ min: middle - 20n, max: middle + 20n }) },
  );
}

/** Any range: wrapping, one token wide, the whole ring. */
export function arbitraryTokenRange(partitioner: Partitioner): fc.Arbitrary<TokenRange> {
  return fc.record({ start: arbitraryToken(partitioner), end: arbitraryToken(partitioner) });
}

export interface ArbitraryRingOptions {
  /** @default either */
  readonly partitioner?: Partitioner;
  /** @default 1 */
  readonly minNodes?: number;
  /** @default 9 */
  readonly maxNodes?: number;
  /** @default 4 */
  readonly maxTokensPerNode?: number;
  /** Replicas in each of the one or two datacenters. @default 1 */
  readonly minReplicas?: number;
  /** @default 3 */
  readonly maxReplicas?: number;
}

/** A valid cluster: distinct tokens, ring and nodes in any order, replicas in Cassandra's order. */
export function arbitraryRing(options: ArbitraryRingOptions = {}): fc.Arbitrary<Topology> {
  const { minNodes = 1, maxNodes = 9, maxTokensPerNode = 4, minReplicas = 1, maxReplicas = 3 } = options;
  return fc
    .record({
      partitioner: options.partitioner === undefined ? arbitraryPartitioner() : fc.constant(options.partitioner),
      nodeCount: fc.integer({ min: minNodes, max: maxNodes }),
      tokensPerNode: fc.integer({ min: 1, max: maxTokensPerNode }),
      factors: fc.array(fc.integer({ min: minReplicas, max: maxReplicas }), { minLength: 1, maxLength: 2 }),
    })
    .chain(({ partitioner, nodeCount, tokensPerNode, factors }) => {
      const length = nodeCount * tokensPerNode;
      const nodes = Array.from({ length: nodeCount }, (_, index) => ({
        hostId: `host-${String(index).padStart(2, '0')}`,
        datacenter: `dc${(index % factors.length) + 1}`,
      }));
      const replication = Object.fromEntries(factors.map((factor, index) => [`dc${index + 1}`, factor]));
      return fc
        .uniqueArray(arbitraryToken(partitioner), { minLength: length, maxLength: length })
        .map((tokens) => tokens.map((token, index) => ({ token, hostId: nodes[index % nodeCount]?.hostId ?? '' })))
        .chain((owned) =>
          fc.record({
            partitioner: fc.constant(partitioner),
            nodes: arbitraryOrder(nodes),
            ring: arbitraryOrder(placeReplicas(nodes, owned, replication)),
          }),
        );
    });
}

/** The same elements in any order. */
export function arbitraryOrder<T>(values: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...values], { minLength: values.length });
}

/** Estimates of up to three tables for some of the ring's ranges, some twice; empty and heavy ranges are common. */
export function arbitraryEstimates(ring: readonly ReplicatedRange[]): fc.Arbitrary<SizeEstimate[]> {
  const size = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 2 ** 42 }));
  return fc.array(
    fc.record({
      table: fc.constantFrom('orders', 'users', 'events'),
      range: fc.constantFrom(...ring.map(({ range }) => range)),
      bytes: size,
      partitions: fc.integer({ min: 0, max: 1_000_000 }),
    }),
    { maxLength: 3 * ring.length },
  );
}

/** Any sizing that makes a small plan of the given data. Sizes only where they are known. */
export function arbitrarySizing(known?: { readonly bytes: number; readonly partitions: number }): fc.Arbitrary<Sizing> {
  const segments = fc.integer({ min: 1, max: 100 });
  const part = (total: number, count: number) => Math.ceil(Math.max(1, total) / count);
  const sizings: fc.Arbitrary<Sizing>[] = [segments.map((count) => ({ kind: 'count', segments: count }))];
  if (known === undefined || known.bytes < 200 * DEFAULT_BYTES_PER_SEGMENT) sizings.push(fc.constant({ kind: 'auto' }));
  if (known !== undefined) {
    const { bytes, partitions } = known;
    sizings.push(
      segments.map((count) => ({ kind: 'bytes', bytesPerSegment: part(bytes, count) })),
      segments.map((count) => ({ kind: 'partitions', partitionsPerSegment: part(partitions, count) })),
    );
  }
  return fc.oneof(...sizings);
}

/** A request that can be planned, of any kind: filters, estimates, sizings. */
export function arbitraryPlanRequest(options: ArbitraryRingOptions = {}): fc.Arbitrary<PlanRequest> {
  return arbitraryRing(options)
    .chain((topology) => fc.tuple(fc.constant(topology), fc.option(arbitraryEstimates(topology.ring), { nil: [] })))
    .chain(([topology, estimates]) =>
      fc
        .record(
          {
            datacenters: someOf(topology.nodes.map(({ datacenter }) => datacenter)),
            hostIds: someOf(topology.nodes.map(({ hostId }) => hostId)),
            maxRangesPerSegment: fc.integer({ min: 1, max: 6 }),
            sizing: arbitrarySizing(totalSize(topology, estimates)),
          },
          { requiredKeys: ['sizing'] },
        )
        .map((request) => ({ ...topology, ...request, ...(estimates.length > 0 && { estimates }) })),
    );
}

/** What the planner makes of the estimates; undefined when they cover too little to be used. */
function totalSize({ partitioner, ring }: Topology, estimates: readonly SizeEstimate[]) {
  const sizes = estimateRanges(
    partitioner,
    ring.map(({ range }) => range),
    estimates,
  );
  const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  if (sizes.coverage < MIN_COVERAGE) return undefined;
  return { bytes: total(sizes.bytes), partitions: total(sizes.partitions) };
}

function someOf(names: readonly string[]): fc.Arbitrary<string[]> {
  return fc.subarray([...new Set(names)], { minLength: 1 });
}
