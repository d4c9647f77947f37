import fc from 'fast-check';
import {
  formatRange,
  planByNodes,
  planSegments,
  rangeWidth,
  type PlanRequest,
  type ReplicatedRange,
} from '@reaper-sidecar/segment-planner';
import { arbitraryPlanRequest, seededTopology } from '@reaper-sidecar/segment-planner/testing';
import { admit } from '../admission/admit.js';
import type { HostFacts } from '../admission/admission-input.js';
import { DEFAULT_ADMISSION_LIMITS } from '../admission/limits.js';
import type { RepairUnit } from '../model/repair-unit.js';
import type { ClusterNode } from '../ports/cluster-view.js';
import { createPlacer, setKeyOf, type Placement } from './placement.js';

const UNIT: RepairUnit = {
  ...{ keyspace: 'shop', tables: ['t'], mode: 'full', parallelism: 'parallel' },
  ...{ datacenters: [], hostIds: [], jobThreads: 1 },
};

const TOPOLOGY = seededTopology({ nodes: 6, tokensPerNode: 4, replication: { dc1: 3 } });
const OF_NODES = planByNodes({ ...TOPOLOGY, sizing: { kind: 'auto' } });

describe('a segment of a whole node', () => {
  it('stays whole on the ring it was planned on, with its node as the only coordinator', () => {
    const place = createPlacer(UNIT, TOPOLOGY.ring, nodesOf(TOPOLOGY));
    for (const segment of OF_NODES.segments) {
      const { coordinator, replicas } = segment;
      const [only, ...more] = place(segment);
      expect(more).toEqual([]);
      expect(only).toMatchObject({ coordinator, participants: replicas });
      expect(widthOf([only!])).toBe(widthOf([segment]));
    }
  });

  it('goes to others, as a whole, when its node left', () => {
    const [segment] = OF_NODES.segments;
    const gone = segment!.coordinator!;
    const ring = TOPOLOGY.ring.map(({ range, replicas }) => ({ range, replicas: replaced(replicas, gone) }));
    const placement = createPlacer(UNIT, ring, nodesOf(TOPOLOGY))(segment!);
    expectCover(placement, segment!.ranges, ring);
    expect(placement.map(({ coordinator }) => coordinator)).not.toContain(gone);
  });

  it('leaves its node only the ranges that it still replicates', () => {
    const [segment] = OF_NODES.segments;
    const owner = segment!.coordinator!;
    const lost = formatRange(segment!.ranges[0]!);
    const ring = TOPOLOGY.ring.map(({ range, replicas }) =>
      formatRange(range) === lost ? { range, replicas: replaced(replicas, owner) } : { range, replicas },
    );
    const placement = createPlacer(UNIT, ring, nodesOf(TOPOLOGY))(segment!);
    expect(placement).toHaveLength(2);
    expect(placement[0]).toMatchObject({ coordinator: owner });
    expect(placement[1]!.ranges.map(formatRange)).toEqual([lost]);
    expectCover(placement, segment!.ranges, ring);
  });
});

describe('ranges with fewer than two participants', () => {
  it('are left out, because there is nothing to compare', () => {
    const [first, second] = TOPOLOGY.ring;
    const ring = [{ ...first!, replicas: first!.replicas.slice(0, 1) }, ...TOPOLOGY.ring.slice(1)];
    const placement = createPlacer(UNIT, ring, nodesOf(TOPOLOGY))({ ranges: [first!.range, second!.range] });
    expect(placement.flatMap(({ ranges }) => ranges.map(formatRange))).toEqual([formatRange(second!.range)]);
  });
});

describe('filters of a unit', () => {
  it('keep every sidecar outside them from coordinating, and every node outside them from taking part', () => {
    fc.assert(
      fc.property(arbitraryPlanRequest({ minReplicas: 2 }), (request) => {
        const { datacenters = [], hostIds = [] } = request;
        const place = createPlacer({ ...UNIT, datacenters, hostIds }, request.ring, nodesOf(request));
        const plan = planSegments(request);
        const sets = plan.segments.flatMap(place).map(({ participants }) => participants);
        const wanted = new Set(request.nodes.filter(isWanted(request)).map(({ hostId }) => hostId));
        for (const participants of sets) for (const hostId of participants) expect(wanted).toContain(hostId);
        const { grants } = admitAll(request, sets);
        expect(grants.length).toBeGreaterThanOrEqual(Math.min(1, sets.length));
        for (const { coordinator } of grants) expect(wanted).toContain(coordinator);
      }),
      { numRuns: 40 },
    );
  });
});

function admitAll({ nodes }: PlanRequest, sets: readonly (readonly string[])[]) {
  const hosts = nodes.map(({ hostId }): [string, HostFacts] => [
    hostId,
    {
      ...{ hostId, name: hostId, node: { up: true, state: 'NORMAL', datacenter: 'dc1', releaseVersion: '5.0.9' } },
      ...{ sidecar: 'live', silentForMs: 0, gate: { open: true }, tasks: [], coordinates: false, restsForMs: 0 },
      ...{ lastCoordinated: 0, pressure: { pendingCompactions: 0, operationMode: 'NORMAL' } },
    },
  ]);
  const waiting = new Map(sets.map((participants) => [setKeyOf(participants), participants]));
  return admit({
    ...{ nowMs: 0, limits: DEFAULT_ADMISSION_LIMITS, schemaVersions: [], hungry: [], previous: new Map() },
    ...{ hosts: new Map(hosts), neighbours: () => [], passedOver: new Map() },
    runs: [
      {
        ...{ runId: 'r', priority: 50, createdAtMs: 0, lastGranted: 0 },
        sets: [...waiting].map(([key, participants]) => ({ key, participants, ready: 1 })),
      },
    ],
  });
}

function isWanted({ datacenters, hostIds }: PlanRequest) {
  return (node: PlanRequest['nodes'][number]) =>
    (datacenters?.includes(node.datacenter) ?? true) && (hostIds?.includes(node.hostId) ?? true);
}

function nodesOf({ nodes }: Pick<PlanRequest, 'nodes'>): ClusterNode[] {
  return nodes.map(({ hostId, datacenter }) => ({
    ...{ hostId, datacenter, address: hostId, rack: 'r1', up: true, state: 'NORMAL', tokens: 4 },
  }));
}

function replaced(replicas: readonly string[], gone: string): string[] {
  const others = TOPOLOGY.nodes.map(({ hostId }) => hostId).filter((hostId) => !replicas.includes(hostId));
  return replicas.map((hostId) => (hostId === gone ? (others[0] ?? '') : hostId));
}

function expectCover(
  placement: Placement,
  ranges: readonly ReplicatedRange['range'][],
  ring: readonly ReplicatedRange[],
): void {
  expect(widthOf(placement)).toBe(widthOf([{ ranges }]));
  const replicasOf = new Map(ring.map(({ range, replicas }) => [formatRange(range), replicas]));
  for (const { coordinator, participants, ranges: own } of placement) {
    for (const range of own) {
      const replicas = replicasOf.get(formatRange(range)) ?? [];
      expect(replicas).toContain(coordinator);
      for (const hostId of replicas) expect(participants).toContain(hostId);
    }
  }
}

function widthOf(parts: readonly { readonly ranges: readonly ReplicatedRange['range'][] }[]): bigint {
  const ranges = parts.flatMap((part) => part.ranges);
  return ranges.reduce((sum, range) => sum + rangeWidth(TOPOLOGY.partitioner, range), 0n);
}
