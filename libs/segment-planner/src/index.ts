export { MAX_ESTIMATES, MAX_NODES, MAX_RANGES_PER_SEGMENT, MAX_RING_RANGES, MAX_SEGMENTS } from './limits.js';
export {
  DEFAULT_BYTES_PER_SEGMENT,
  DEFAULT_MAX_RANGES_PER_SEGMENT,
  DEFAULT_SEGMENTS_PER_NODE,
  type PlanNode,
  type PlanRequest,
  type Sizing,
} from './plan/plan-request.js';
export { planByNodes, planByNodesInSteps } from './plan/plan-by-nodes.js';
export { planSegments, planSegmentsInSteps } from './plan/plan-segments.js';
export {
  type PlanEstimate,
  type PlannedReplicaSet,
  type PlannedSegment,
  type SegmentPlan,
} from './plan/segment-plan.js';
export {
  MAX_REPORTED_PROBLEMS,
  PLANNER_ERROR_CODES,
  PlannerError,
  type PlannerErrorCode,
  type PlannerProblem,
} from './planner-error.js';
export { createRangeRemapper, remapRanges, type RemappedRanges } from './ring/remap-ranges.js';
export { type ReplicatedRange } from './ring/replicated-range.js';
export { validateRing } from './ring/validate-ring.js';
export { MIN_COVERAGE } from './sizes/estimate-ranges.js';
export { inOneGo, inTurns, type Steps } from './steps.js';
export { type SizeEstimate } from './sizes/size-estimate.js';
export {
  PARTITIONERS,
  partitionerFromClassName,
  type Partitioner,
  type PartitionerName,
  type Token,
} from './tokens/partitioner.js';
export { splitRange } from './tokens/split-range.js';
export {
  formatRange,
  intersectRanges,
  isWholeRing,
  parseRange,
  rangeContains,
  rangeEncloses,
  rangeShare,
  rangeWidth,
  type TokenRange,
} from './tokens/token-range.js';
export { parseToken } from './tokens/token.js';
