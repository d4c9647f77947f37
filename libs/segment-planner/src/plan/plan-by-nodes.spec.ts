import fc from 'fast-check';

import { validateRing } from '../ring/validate-ring.js';
import { arbitraryOrder, arbitraryPlanRequest, seededTopology } from '../testing/index.js';
import { formatRange, rangeEncloses } from '../tokens/token-range.js';
import { planByNodes } from './plan-by-nodes.js';
import { DEFAULT_MAX_RANGES_PER_SEGMENT, type PlanRequest } from './plan-request.js';
import { type SegmentPlan } from './segment-plan.js';

function checkPlans(check: (request: PlanRequest, plan: SegmentPlan) => void): void {
  fc.assert(
    fc.property(arbitraryPlanRequest(), (request) => check(request, planByNodes(request))),
    { numRuns: 150 },
  );
}

describe('a plan by nodes', () => {
  it('covers the ring exactly once with its segments and the unreplicated ranges', () => {
    checkPlans((request, plan) => {
      const planned = plan.segments.flatMap(({ ranges }) => ranges.map((range) => ({ range, replicas: [] })));
      validateRing(request.partitioner, [...planned, ...plan.unreplicated]);
    });
  });

  it('gives every node the ranges it owns: those it is the first participant of', () => {
    checkPlans((request, plan) => {
      const participates = filterOf(request);
      for (const { coordinator, ranges, replicas } of plan.segments) {
        const entries = ranges.map((range) =>
          request.ring.find((entry) => rangeEncloses(request.partitioner, entry.range, range)),
        );
        const participants = entries.map((entry) => (entry?.replicas ?? []).filter(participates));
        expect(participants.map(([owner]) => owner)).toEqual(ranges.map(() => coordinator));
        expect(replicas).toEqual([...new Set(participants.flat())].sort());
      }
    });
  });

  it('has one segment for every node, unless a node owns too many ranges for one', () => {
    checkPlans((request, plan) => {
      const { maxRangesPerSegment = DEFAULT_MAX_RANGES_PER_SEGMENT } = request;
      const byNode = new Map<string, number[]>();
      for (const { coordinator = '', ranges } of plan.segments) {
        byNode.set(coordinator, [...(byNode.get(coordinator) ?? []), ranges.length]);
      }
      for (const counts of byNode.values()) {
        // The one range of a ring with one token goes as two halves.
        const total = counts.reduce((sum, count) => sum + count, 0);
        expect(counts.length).toBeLessThanOrEqual(Math.max(1, Math.ceil(total / maxRangesPerSegment)));
      }
    });
  });

  it('is the same whatever the order of ring and nodes', () => {
    fc.assert(
      fc.property(
        arbitraryPlanRequest().chain((request) =>
          fc.tuple(fc.constant(request), arbitraryOrder(request.ring), arbitraryOrder(request.nodes)),
        ),
        ([request, ring, nodes]) => {
          expect(shown(planByNodes({ ...request, ring, nodes }))).toEqual(shown(planByNodes(request)));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('has as many segments as nodes in a usual cluster', () => {
    const topology = seededTopology({ nodes: 12, tokensPerNode: 16, replication: { dc1: 3 } });
    const plan = planByNodes({ ...topology, sizing: { kind: 'auto' } });
    expect(plan.segments).toHaveLength(12);
    expect(new Set(plan.segments.map(({ coordinator }) => coordinator)).size).toBe(12);
    expect(plan.segments.every(({ ranges }) => ranges.length === 16)).toBe(true);
  });

  it('refuses a ring that is none', () => {
    const topology = seededTopology({ nodes: 3, tokensPerNode: 2, replication: { dc1: 3 } });
    const broken = { ...topology, ring: topology.ring.slice(1), sizing: { kind: 'auto' } as const };
    expect(() => planByNodes(broken)).toThrow(expect.objectContaining({ code: 'RING_GAP' }));
  });
});

function filterOf({ nodes, datacenters, hostIds }: PlanRequest): (hostId: string) => boolean {
  const datacenterOf = new Map(nodes.map(({ hostId, datacenter }) => [hostId, datacenter]));
  return (hostId) =>
    (datacenters?.includes(datacenterOf.get(hostId) ?? '') ?? true) && (hostIds?.includes(hostId) ?? true);
}

function shown({ segments }: SegmentPlan) {
  return segments.map(({ ranges, ...rest }) => ({ ...rest, ranges: ranges.map(formatRange) }));
}
