import fc from 'fast-check';

import { arbitraryEstimates, arbitraryOrder, arbitraryRing, estimatesOf, seededTopology } from '../testing/index.js';
import { PARTITIONERS } from '../tokens/partitioner.js';
import { estimateRanges } from './estimate-ranges.js';

const { Murmur3Partitioner: murmur3, RandomPartitioner: random } = PARTITIONERS;
const quarter = murmur3.ringSize / 4n;
const { minToken } = murmur3;

describe('estimateRanges', () => {
  it('gives back what every range was reported with', () => {
    fc.assert(
      fc.property(arbitraryRing(), fc.integer({ min: 0, max: 2 ** 40 }), (topology, bytes) => {
        const ranges = topology.ring.map(({ range }) => range);
        const rows = [...estimatesOf(topology, 'orders', bytes, 7), ...estimatesOf(topology, 'users', bytes, 3)];
        const sizes = estimateRanges(topology.partitioner, ranges, rows);
        expect([...sizes.bytes].map((size) => size / Math.max(1, 2 * bytes))).toEqual(
          ranges.map(() => expect.closeTo(bytes === 0 ? 0 : 1, 6)),
        );
        expect([...sizes.partitions]).toEqual(ranges.map(() => expect.closeTo(10, 6)));
        expect(sizes.coverage).toBeCloseTo(1, 10);
      }),
    );
  });

  it('gives sizes that are numbers, not negative, and the same for any order of the rows', () => {
    const cases = arbitraryRing().chain(({ partitioner, ring }) =>
      arbitraryEstimates(ring).chain((estimates) =>
        arbitraryOrder(estimates).map((shuffled) => ({ partitioner, ring, estimates, shuffled })),
      ),
    );
    fc.assert(
      fc.property(cases, ({ partitioner, ring, estimates, shuffled }) => {
        const ranges = ring.map(({ range }) => range);
        const sizes = estimateRanges(partitioner, ranges, estimates);
        expect(estimateRanges(partitioner, ranges, shuffled)).toEqual(sizes);
        for (const size of [...sizes.bytes, ...sizes.partitions]) expect(size).toBeGreaterThanOrEqual(0);
        expect(sizes.coverage).toBeGreaterThanOrEqual(0);
        expect(sizes.coverage).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  const first = { start: minToken, end: minToken + quarter };
  const half = { start: minToken, end: minToken + 2n * quarter };
  const rest = { start: minToken + quarter, end: minToken };
  const last = { start: minToken + 3n * quarter, end: minToken };
  const around = { start: minToken + 3n * quarter, end: minToken + quarter };
  const row = (table: string, range: typeof first, bytes: number) => ({ table, range, bytes, partitions: bytes / 10 });

  it.each([
    ['extrapolates by density', [row('t', first, 100)], [100, 300], 0.25],
    ['extrapolates each table by itself', [row('t', half, 100), row('u', last, 100)], [50 + 100, 150 + 300], 0.25],
    ['takes data inside a row as evenly spread', [row('t', half, 100), row('t', last, 0)], [50, 50 + 100 / 3], 0.75],
    ['knows rows that go past the end of the ring', [row('t', around, 100)], [50, 150], 0.5],
    ['counts what two rows both cover once', [row('t', first, 100), row('t', first, 100)], [100, 300], 0.25],
    ['lets the row count that begins first', [row('t', half, 100), row('t', rest, 0)], [50, 50], 1],
    ['knows empty tables', [row('t', first, 0)], [0, 0], 0.25],
    ['knows nothing without rows', [], [0, 0], 0],
  ])('%s', (_, rows, bytes, coverage) => {
    const sizes = estimateRanges(murmur3, [first, rest], rows);
    expect([...sizes.bytes]).toEqual(bytes.map((size) => expect.closeTo(size, 6)));
    expect([...sizes.partitions]).toEqual(bytes.map((size) => expect.closeTo(size / 10, 6)));
    expect(sizes.coverage).toBeCloseTo(coverage, 10);
  });

  it.each([
    [100, 0],
    [0, 100],
  ])('lets the largest of two rows for one range count, in any order (%s, %s)', (bytes, others) => {
    const rows = [bytes, others].map((size) => ({ table: 't', range: first, bytes: size, partitions: 7 }));
    expect(estimateRanges(murmur3, [first], rows).bytes[0]).toBeCloseTo(100);
  });

  it('is exact for ranges of a few tokens, too narrow for a share of the ring', () => {
    const narrow = { start: 10n, end: 12n };
    const sizes = estimateRanges(
      random,
      [narrow],
      [{ table: 't', range: { start: 10n, end: 14n }, bytes: 100, partitions: 4 }],
    );
    expect(sizes.bytes[0]).toBeCloseTo(50);
    expect(sizes.partitions[0]).toBeCloseTo(2);
  });

  it('extrapolates from the primary ranges of one node to about the size of the whole', () => {
    const topology = seededTopology({ nodes: 6, tokensPerNode: 256, replication: { dc1: 3 } });
    const ranges = topology.ring.map(({ range }) => range);
    const share = ({ start, end }: typeof first) => Number(BigInt.asUintN(64, end - start)) / 2 ** 64;
    const own = topology.ring.filter(({ replicas }) => replicas[0] === topology.nodes[0]?.hostId);
    const rows = own.map(({ range }) => row('t', range, share(range) * 1e12));
    const sizes = estimateRanges(topology.partitioner, ranges, rows);
    expect(sizes.bytes.reduce((sum, size) => sum + size, 0) / 1e12).toBeCloseTo(1, 6);
    expect(sizes.coverage).toBeGreaterThan(0.1);
    expect(sizes.coverage).toBeLessThan(0.25);
  });
});
