import {
  inOneGo,
  inTurns,
  partitionerFromClassName,
  planByNodesInSteps,
  planSegmentsInSteps,
  type PlanRequest,
  type SegmentPlan,
  type SizeEstimate,
} from '@reaper-sidecar/segment-planner';
import { UnknownKeyspaceError } from '../errors/unknown-keyspace-error.js';
import type { RepairUnit } from '../model/repair-unit.js';
import type { ClusterView, SchemaReader, Topology } from '../ports/cluster-view.js';
import { requireReleases } from './mode-rules.js';
import { resolveUnit } from './resolve-unit.js';
import { spreadSizes } from './spread-sizes.js';
import { NothingToRepairError, TooManySegmentsError } from './run-errors.js';
import { RUN_LIMITS, type RunRequest } from './run-request.js';

/** Where a plan takes its facts from. */
export interface PlanPorts {
  readonly cluster: ClusterView;
  readonly schema: SchemaReader;
  /** Awaited between the steps of a large plan, so that others have their turn. Absent: planned in one go. */
  readonly turn?: () => Promise<unknown>;
}

/** What a run of this request would do now. Nothing is written. */
export interface RunPlan {
  readonly unit: RepairUnit;
  readonly partitioner: string;
  readonly topology: Topology;
  readonly plan: SegmentPlan;
}

/**
 * Plans a request against the present ring and sizes.
 *
 * @throws UnknownKeyspaceError, UnknownTableError, LocalKeyspaceError, NothingToRepairError, UnsupportedModeError,
 *   TooManySegmentsError; PlannerError for datacenters and nodes that do not exist and for a ring that cannot be planned
 */
export async function planRun({ cluster, schema, turn }: PlanPorts, request: RunRequest): Promise<RunPlan> {
  const keyspace = await schema.keyspace(request.keyspace);
  if (!keyspace) throw new UnknownKeyspaceError(request.keyspace);
  const unit = resolveUnit(request, keyspace);
  const topology = await cluster.topology();
  requireReleases(unit, topology.nodes);
  const [ring, recorded] = await Promise.all([
    cluster.ring(unit.keyspace),
    schema.sizeEstimates(unit.keyspace, unit.tables, topology.partitioner),
  ]);
  const estimates = [...recorded, ...(await unrecorded(cluster, unit, topology, ring, recorded))];
  const wanted = planRequest(unit, request, topology, ring, estimates);
  const steps = unit.mode === 'incremental' ? planByNodesInSteps(wanted) : planSegmentsInSteps(wanted);
  const plan = turn ? await inTurns(steps, turn) : inOneGo(steps);
  requireSegments(unit, plan);
  return { unit, partitioner: topology.partitioner, topology, plan };
}

/** Stand-ins for the tables of which Cassandra has made no estimates yet. */
async function unrecorded(
  cluster: ClusterView,
  { keyspace, tables }: RepairUnit,
  { partitioner }: Topology,
  ring: PlanRequest['ring'],
  recorded: readonly SizeEstimate[],
): Promise<readonly SizeEstimate[]> {
  const known = new Set(recorded.map(({ table }) => table));
  const missing = tables.filter((table) => !known.has(table));
  if (missing.length === 0) return [];
  return spreadSizes(partitionerFromClassName(partitioner), ring, await cluster.ownSizes(keyspace, missing));
}

function planRequest(
  unit: RepairUnit,
  { sizing }: RunRequest,
  topology: Topology,
  ring: PlanRequest['ring'],
  estimates: readonly SizeEstimate[],
): PlanRequest {
  return {
    partitioner: partitionerFromClassName(topology.partitioner),
    ring,
    nodes: topology.nodes,
    sizing,
    ...(unit.datacenters.length > 0 && { datacenters: unit.datacenters }),
    ...(unit.hostIds.length > 0 && { hostIds: unit.hostIds }),
    ...(estimates.length > 0 && { estimates }),
  };
}

function requireSegments(unit: RepairUnit, { segments }: SegmentPlan): void {
  if (segments.length === 0) {
    const why = 'no range has two replicas that take part; widen "datacenters" or "hostIds", or raise the replication';
    throw new NothingToRepairError(unit.keyspace, why);
  }
  const limit = RUN_LIMITS.segments.max;
  if (segments.length > limit) throw new TooManySegmentsError(segments.length, limit);
}
