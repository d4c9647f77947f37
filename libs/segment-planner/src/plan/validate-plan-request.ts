import { MAX_ESTIMATES, MAX_NODES, MAX_RANGES_PER_SEGMENT, MAX_SEGMENTS } from '../limits.js';
import { MAX_REPORTED_PROBLEMS, problem, throwProblems, type PlannerProblem } from '../planner-error.js';
import { ringProblems } from '../ring/validate-ring.js';
import { formatRange } from '../tokens/token-range.js';
import { eachInSteps, inOneGo, type Steps } from '../steps.js';
import { isToken } from '../tokens/token.js';
import { type PlanNode, type PlanRequest, type Sizing } from './plan-request.js';

/** @throws PlannerError with everything that is wrong with the request */
export function validatePlanRequest(request: PlanRequest): void {
  inOneGo(validateInSteps(request));
}

/** @see validatePlanRequest */
export function* validateInSteps(request: PlanRequest): Steps<void> {
  throwProblems([
    ...sizingProblems(request.sizing),
    ...maxRangesProblems(request.maxRangesPerSegment),
    ...nodeProblems(request.nodes),
    ...filterProblems(request),
    ...(yield* ringProblems(request.partitioner, request.ring)),
    ...(yield* replicaProblems(request)),
    ...estimateProblems(request),
  ]);
}

function sizingProblems(sizing: Sizing): PlannerProblem[] {
  switch (sizing.kind) {
    case 'auto':
      return [];
    case 'count':
      return wholeNumberProblems('sizing.segments', sizing.segments, MAX_SEGMENTS);
    case 'bytes':
      return wholeNumberProblems('sizing.bytesPerSegment', sizing.bytesPerSegment, Number.MAX_SAFE_INTEGER);
    case 'partitions':
      return wholeNumberProblems('sizing.partitionsPerSegment', sizing.partitionsPerSegment, Number.MAX_SAFE_INTEGER);
    default: {
      const { kind } = sizing as { kind: unknown };
      const message = `The sizing ${JSON.stringify(kind)} does not exist; expected auto, count, bytes or partitions`;
      return [problem('INVALID_REQUEST', message, { field: 'sizing.kind', value: kind })];
    }
  }
}

function maxRangesProblems(value: number | undefined): PlannerProblem[] {
  return value === undefined ? [] : wholeNumberProblems('maxRangesPerSegment', value, MAX_RANGES_PER_SEGMENT);
}

function wholeNumberProblems(field: string, value: number, max: number): PlannerProblem[] {
  if (Number.isInteger(value) && value >= 1 && value <= max) return [];
  const message = `${field} is ${String(value)}; expected a whole number from 1 to ${max}`;
  return [problem('INVALID_REQUEST', message, { field, value, min: 1, max })];
}

function nodeProblems(nodes: readonly PlanNode[]): PlannerProblem[] {
  if (nodes.length > MAX_NODES) return [tooLarge('nodes', nodes.length, MAX_NODES)];
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { hostId } of nodes) (seen.has(hostId) ? twice : seen).add(hostId);
  return [...twice]
    .sort()
    .map((hostId) => problem('INVALID_REQUEST', `The node ${hostId} is listed twice`, { field: 'nodes', hostId }));
}

function filterProblems({ nodes, datacenters, hostIds }: PlanRequest): PlannerProblem[] {
  const knownDatacenters = new Set(nodes.map((node) => node.datacenter));
  const knownHostIds = new Set(nodes.map((node) => node.hostId));
  return [
    ...emptyFilterProblems('datacenters', datacenters),
    ...unknownNames(datacenters, knownDatacenters).map((name) =>
      unknown('UNKNOWN_DATACENTER', 'datacenter', name, knownDatacenters),
    ),
    ...emptyFilterProblems('hostIds', hostIds),
    ...unknownNames(hostIds, knownHostIds).map((name) => unknown('UNKNOWN_HOST_ID', 'host id', name, knownHostIds)),
  ];
}

/** An empty filter may mean all or nothing; guessing wrong repairs the wrong nodes. */
function emptyFilterProblems(field: string, filter: readonly string[] | undefined): PlannerProblem[] {
  if (filter === undefined || filter.length > 0) return [];
  const message = `The filter ${field} is empty; leave it out to repair all`;
  return [problem('INVALID_REQUEST', message, { field })];
}

function unknownNames(filter: readonly string[] | undefined, known: ReadonlySet<string>): string[] {
  return [...new Set(filter)].filter((name) => !known.has(name)).sort();
}

const SHOWN_NAMES = 20;

function unknown(
  code: 'UNKNOWN_DATACENTER' | 'UNKNOWN_HOST_ID',
  what: string,
  name: string,
  names: ReadonlySet<string>,
): PlannerProblem {
  const known = [...names].sort();
  const more = known.length > SHOWN_NAMES ? ` and ${known.length - SHOWN_NAMES} more` : '';
  const message = `The ${what} ${JSON.stringify(name)} is not known; known are ${known.slice(0, SHOWN_NAMES).join(', ')}${more}`;
  return problem(code, message, { value: name, known });
}

function* replicaProblems({ nodes, ring }: PlanRequest): Steps<PlannerProblem[]> {
  const known = new Set(nodes.map((node) => node.hostId));
  const missing = new Map<string, string>();
  yield* eachInSteps(ring, ({ range, replicas }) => {
    for (const hostId of replicas) {
      if (!known.has(hostId) && !missing.has(hostId)) missing.set(hostId, formatRange(range));
    }
  });
  return [...missing.keys()].sort().map((hostId) => {
    const message = `The ring names the replica ${hostId}, which is not among the nodes; read ring and nodes together again`;
    return problem('UNKNOWN_REPLICA', message, { hostId, range: missing.get(hostId) });
  });
}

function estimateProblems({ partitioner, estimates = [] }: PlanRequest): PlannerProblem[] {
  if (estimates.length > MAX_ESTIMATES) return [tooLarge('estimates', estimates.length, MAX_ESTIMATES)];
  const problems: PlannerProblem[] = [];
  for (const { table, range, bytes, partitions } of estimates) {
    const isSize = (value: number) => value >= 0 && value <= Number.MAX_SAFE_INTEGER;
    const isSound =
      isSize(bytes) && isSize(partitions) && isToken(partitioner, range.start) && isToken(partitioner, range.end);
    if (isSound) continue;
    const details = { field: 'estimates', table, range: formatRange(range), bytes, partitions };
    const message = `The size estimate of table ${table} for ${details.range} is not usable: ${bytes} bytes, ${partitions} partitions, ${partitioner.name}`;
    problems.push(problem('INVALID_REQUEST', message, details));
    if (problems.length >= MAX_REPORTED_PROBLEMS) break;
  }
  return problems;
}

function tooLarge(field: string, count: number, limit: number): PlannerProblem {
  const message = `There are ${count} ${field}, more than the limit of ${limit}`;
  return problem('INPUT_TOO_LARGE', message, { field, count, limit });
}
