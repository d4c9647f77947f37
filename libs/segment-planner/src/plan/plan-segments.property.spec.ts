import fc from 'fast-check';

import { validateRing } from '../ring/validate-ring.js';
import { arbitraryOrder, arbitraryPlanRequest, arbitraryRing, estimatesOf, seededTopology } from '../testing/index.js';
import { MIN_COVERAGE } from '../sizes/estimate-ranges.js';
import { PARTITIONERS } from '../tokens/partitioner.js';
import { formatRange, isWholeRing, rangeEncloses, rangeWidth, type TokenRange } from '../tokens/token-range.js';
import { DEFAULT_MAX_RANGES_PER_SEGMENT, type PlanRequest } from './plan-request.js';
import { planSegments } from './plan-segments.js';
import { type SegmentPlan } from './segment-plan.js';

function checkPlans(check: (request: PlanRequest, plan: SegmentPlan) => void, requests = arbitraryPlanRequest()): void {
  fc.assert(
    fc.property(requests, (request) => check(request, planSegments(request))),
    { numRuns: 150 },
  );
}

function participants({ nodes, datacenters, hostIds }: PlanRequest, replicas: readonly string[] = []): string[] {
  const takesPart = (hostId: string) => {
    const node = nodes.find((one) => one.hostId === hostId);
    const inDatacenter = datacenters?.includes(node?.datacenter ?? '') ?? true;
    return inDatacenter && (hostIds?.includes(hostId) ?? true);
  };
  return replicas.filter(takesPart).sort();
}

function widthOf({ partitioner }: PlanRequest, ranges: readonly TokenRange[]): bigint {
  return ranges.reduce((sum, range) => sum + rangeWidth(partitioner, range), 0n);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe('every plan', () => {
  it('covers the ring exactly once with its segments and the unreplicated ranges', () => {
    checkPlans((request, plan) => {
      const planned = plan.segments.flatMap(({ ranges }) => ranges.map((range) => ({ range, replicas: [] })));
      validateRing(request.partitioner, [...planned, ...plan.unreplicated]);
    });
  });

  it('keeps each planned range inside one range of the ring, with exactly its participants', () => {
    checkPlans((request, plan) => {
      for (const { ranges, replicas } of plan.segments) {
        for (const range of ranges) {
          const owner = request.ring.find((entry) => rangeEncloses(request.partitioner, entry.range, range));
          expect(participants(request, owner?.replicas)).toEqual(replicas);
          expect(isWholeRing(range)).toBe(false);
        }
        expect(replicas.length).toBeGreaterThanOrEqual(2);
      }
    });
  });

  it('lists as unreplicated exactly the ranges with fewer than two participants', () => {
    checkPlans((request, plan) => {
      const expected = request.ring.filter(({ replicas }) => participants(request, replicas).length < 2);
      const described = expected.map(
        ({ range, replicas }) => `${formatRange(range)} ${participants(request, replicas).join()}`,
      );
      expect(plan.unreplicated.map(({ range, replicas }) => `${formatRange(range)} ${replicas.join()}`).sort()).toEqual(
        described.sort(),
      );
    });
  });

  it('is the same for the same ring, nodes, replicas, filters and estimates in another order', () => {
    const twins = arbitraryPlanRequest().chain((request) =>
      fc
        .record({
          ring: arbitraryOrder(request.ring).chain((ring) =>
            fc.tuple(
              ...ring.map(({ range, replicas }) => arbitraryOrder(replicas).map((one) => ({ range, replicas: one }))),
            ),
          ),
          nodes: arbitraryOrder(request.nodes),
          estimates: arbitraryOrder(request.estimates ?? []),
          hostIds: arbitraryOrder(request.hostIds ?? []),
        })
        .map(({ hostIds, ...others }) => ({
          request,
          twin: { ...request, ...others, ...(request.hostIds && { hostIds }) },
        })),
    );
    fc.assert(
      fc.property(twins, ({ request, twin }) => {
        expect(planSegments(twin)).toEqual(planSegments(request));
      }),
      { numRuns: 150 },
    );
  });

  it('gives every replica set a segment and every segment a range, numbered from 0', () => {
    checkPlans((_, plan) => {
      const counted = new Map<string, number>();
      plan.segments.forEach(({ seq, ranges, replicas }, index) => {
        expect(seq).toBe(index);
        expect(ranges.length).toBeGreaterThan(0);
        counted.set(replicas.join(), (counted.get(replicas.join()) ?? 0) + 1);
      });
      expect(new Map(plan.replicaSets.map((set) => [set.replicas.join(), set.segments]))).toEqual(counted);
      expect(plan.replicaSets).toHaveLength(counted.size);
    });
  });

  it('holds no more ranges in a segment than allowed', () => {
    checkPlans((request, plan) => {
      const most = Math.max(0, ...plan.segments.map(({ ranges }) => ranges.length));
      expect(most).toBeLessThanOrEqual(request.maxRangesPerSegment ?? DEFAULT_MAX_RANGES_PER_SEGMENT);
    });
  });

  it('cuts the ranges of a replica set no more often than it has borders between segments', () => {
    checkPlans((request, plan) => {
      const pieces = sum(plan.segments.map(({ ranges }) => ranges.length));
      const borders = plan.segments.length - plan.replicaSets.length;
      const whole = request.ring.filter(({ range }) => isWholeRing(range)).length;
      expect(pieces).toBeLessThanOrEqual(request.ring.length - plan.unreplicated.length + borders + whole);
    });
  });

  it('has shares of the ring that add up to the whole', () => {
    checkPlans((request, plan) => {
      const skipped = widthOf(
        request,
        plan.unreplicated.map(({ range }) => range),
      );
      const share = 1 - Number(skipped) / Number(request.partitioner.ringSize);
      expect(sum(plan.segments.map(({ ringShare }) => ringShare))).toBeCloseTo(share, 9);
      expect(sum(plan.replicaSets.map(({ ringShare }) => ringShare))).toBeCloseTo(share, 9);
    });
  });

  it('has sizes exactly when there are estimates, and they add up', () => {
    checkPlans((request, plan) => {
      const { bytes, partitions, coverage } = plan.estimate;
      if (coverage < MIN_COVERAGE) {
        expect(plan.estimate).toEqual({ coverage: request.estimates === undefined ? 0 : coverage });
        expect(plan.segments.filter((segment) => 'estimatedBytes' in segment)).toEqual([]);
        return;
      }
      const rounding = plan.segments.length + (bytes ?? 0) * 1e-9;
      expect(Math.abs(sum(plan.segments.map((one) => one.estimatedBytes ?? NaN)) - (bytes ?? NaN))).toBeLessThanOrEqual(
        rounding,
      );
      expect(
        Math.abs(sum(plan.segments.map((one) => one.estimatedPartitions ?? NaN)) - (partitions ?? NaN)),
      ).toBeLessThanOrEqual(rounding);
    });
  });

  it('begins with as many disjoint segments as fit', () => {
    checkPlans((_, { segments }) => {
      const busy = new Set<string>();
      const firstConflict = segments.findIndex(({ replicas }) => {
        if (replicas.some((hostId) => busy.has(hostId))) return true;
        replicas.forEach((hostId) => busy.add(hostId));
        return false;
      });
      const rest = firstConflict < 0 ? [] : segments.slice(firstConflict);
      expect(rest.filter(({ replicas }) => replicas.every((hostId) => !busy.has(hostId)))).toEqual([]);
    });
  });
});

describe('a plan by count', () => {
  it('has the wanted number of segments, at least one per replica set and at most one per token', () => {
    const requests = arbitraryPlanRequest().chain((request) =>
      fc.integer({ min: 1, max: 150 }).map((segments): PlanRequest => ({
        ...request,
        maxRangesPerSegment: DEFAULT_MAX_RANGES_PER_SEGMENT,
        sizing: { kind: 'count', segments },
      })),
    );
    checkPlans((request, plan) => {
      const wanted = request.sizing.kind === 'count' ? request.sizing.segments : NaN;
      const tokens = widthOf(
        request,
        plan.segments.flatMap(({ ranges }) => ranges),
      );
      const possible = tokens < 150n ? Number(tokens) : 150;
      expect(plan.segments).toHaveLength(Math.min(possible, Math.max(wanted, plan.replicaSets.length)));
    }, requests);
  });

  it('makes the segments of a replica set equal, up to a fifth, whatever its ranges', () => {
    const requests = arbitraryRing({ minNodes: 2, minReplicas: 2 }).chain((topology) =>
      fc.integer({ min: 1, max: 100 }).map((segments): PlanRequest => ({
        ...topology,
        sizing: { kind: 'count', segments },
      })),
    );
    checkPlans((request, plan) => {
      for (const { replicas, segments, ringShare } of plan.replicaSets) {
        if (ringShare * Number(request.partitioner.ringSize) < 100 * segments) continue;
        const own = plan.segments.filter((segment) => segment.replicas === replicas);
        const shares = own.map((segment) => (segment.ringShare / ringShare) * segments);
        expect(Math.max(...shares)).toBeLessThanOrEqual(1.22);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.78);
      }
    }, requests);
  });
});

describe('a plan by size', () => {
  it.each(Object.values(PARTITIONERS))('has segments of about the wanted size on $name', (partitioner) => {
    const topology = seededTopology({ partitioner, nodes: 9, tokensPerNode: 8, replication: { dc1: 3 } });
    const estimates = estimatesOf(topology, 'orders', 1e9, 1e6);
    const { segments, replicaSets, estimate } = planSegments({
      ...topology,
      estimates,
      sizing: { kind: 'bytes', bytesPerSegment: 1e8 },
    });
    expect(estimate).toEqual({ bytes: 72e9, partitions: 72e6, coverage: expect.closeTo(1, 9) });
    expect(segments).toHaveLength(720);
    expect(replicaSets.length).toBeGreaterThan(9);
    expect(Math.max(...segments.map(({ estimatedBytes = NaN }) => estimatedBytes))).toBeLessThanOrEqual(1.2e8);

    const byPartitions = planSegments({
      ...topology,
      estimates,
      sizing: { kind: 'partitions', partitionsPerSegment: 5e5 },
    });
    expect(byPartitions.segments).toHaveLength(144);
  });
});
