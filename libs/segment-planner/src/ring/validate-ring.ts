import { MAX_RING_RANGES } from '../limits.js';
import { MAX_REPORTED_PROBLEMS, problem, throwProblems, type PlannerProblem } from '../planner-error.js';
import { inOneGo, mapInSteps, sortInSteps, type Steps } from '../steps.js';
import { type Partitioner } from '../tokens/partitioner.js';
import { compareRanges, formatRange, rangeWidth, sliceRange, type TokenRange } from '../tokens/token-range.js';
import { isToken, tokenDistance } from '../tokens/token.js';
import { type ReplicatedRange } from './replicated-range.js';

/**
 * Checks that the ranges cover the ring exactly once and that no range names a replica twice.
 *
 * @throws PlannerError RING_GAP and RING_OVERLAP, which name the ranges; INVALID_RANGE for tokens the partitioner does
 *   not have; INVALID_REQUEST for replicas; INPUT_TOO_LARGE
 */
export function validateRing(partitioner: Partitioner, ring: readonly ReplicatedRange[]): void {
  throwProblems(inOneGo(ringProblems(partitioner, ring)));
}

export function* ringProblems(partitioner: Partitioner, ring: readonly ReplicatedRange[]): Steps<PlannerProblem[]> {
  if (ring.length > MAX_RING_RANGES) {
    const message = `The ring has ${ring.length} ranges, more than the limit of ${MAX_RING_RANGES}`;
    return [problem('INPUT_TOO_LARGE', message, { field: 'ring', count: ring.length, limit: MAX_RING_RANGES })];
  }
  if (ring.length === 0) {
    return [problem('RING_GAP', 'The ring is empty: no range is covered; read the ring from a node that has joined')];
  }
  const entries = (yield* mapInSteps(ring, (entry) => entryProblems(partitioner, entry))).flat();
  return entries.length > 0 ? entries : yield* coverProblems(partitioner, ring);
}

function entryProblems(partitioner: Partitioner, { range, replicas }: ReplicatedRange): PlannerProblem[] {
  const problems: PlannerProblem[] = [];
  const text = formatRange(range);
  if (!isToken(partitioner, range.start) || !isToken(partitioner, range.end)) {
    const message = `The range ${text} of the ring has a token that ${partitioner.name} does not have`;
    problems.push(problem('INVALID_RANGE', message, { range: text, partitioner: partitioner.name }));
  }
  if (new Set(replicas).size !== replicas.length) {
    const message = `The range ${text} of the ring names a replica twice: ${replicas.join(', ')}`;
    problems.push(problem('INVALID_REQUEST', message, { field: 'ring', range: text, replicas }));
  }
  return problems;
}

/** Walks once round the ring from the smallest start and compares each range with what is covered so far. */
function* coverProblems(partitioner: Partitioner, ring: readonly ReplicatedRange[]): Steps<PlannerProblem[]> {
  const { ringSize } = partitioner;
  const ranges = yield* sortInSteps(
    ring.map(({ range }) => range),
    compareRanges,
  );
  const first = ranges[0] as TokenRange;
  const spans = yield* mapInSteps(ranges, (range) => {
    const from = tokenDistance(partitioner, first.start, range.start);
    return { from, to: from + rangeWidth(partitioner, range) };
  });
  const problems: PlannerProblem[] = [];
  // What goes past the end of the walk covers its beginning.
  let covered = spans.reduce((past, { to }) => (to - ringSize > past ? to - ringSize : past), 0n);
  for (const { from, to } of spans) {
    if (problems.length >= MAX_REPORTED_PROBLEMS) return problems;
    if (from > covered) problems.push(gap(sliceRange(partitioner, originAt(first), covered, from)));
    if (from < covered) {
      const end = to < covered ? to : covered;
      problems.push(overlap(sliceRange(partitioner, originAt(first), from, end)));
    }
    if (to > covered) covered = to;
  }
  if (covered < ringSize) problems.push(gap(sliceRange(partitioner, originAt(first), covered, ringSize)));
  return problems;
}

function originAt({ start }: TokenRange): TokenRange {
  return { start, end: start };
}

function gap(range: TokenRange): PlannerProblem {
  const text = formatRange(range);
  const message = `The ring has a gap: no range covers ${text}; read the ring again when no node is joining, leaving or moving`;
  return problem('RING_GAP', message, { range: text });
}

function overlap(range: TokenRange): PlannerProblem {
  const text = formatRange(range);
  const message = `The ring has an overlap: more than one range covers ${text}; read the ring again when no node is joining, leaving or moving`;
  return problem('RING_OVERLAP', message, { range: text });
}
