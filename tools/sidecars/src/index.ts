export { RoundRobinBalancer } from './balancer.js';
export { MEMORY_OPERATOR, startMemorySidecar } from './memory-sidecar.js';
export { overlapsOnANode } from './overlaps.js';
export { type ResourceUse, type SidecarOptions, SidecarProcess } from './sidecar-process.js';
export { SidecarStartError } from './sidecar-start-error.js';
export { type SidecarFleet, type FleetOptions, startFleet } from './fleet.js';
export {
  allSegments,
  createRun,
  explainRun,
  getRun,
  isOver,
  type Run,
  type RunExplanation,
  type Segment,
  setIntensity,
  untilOver,
  untilRun,
  type WantedRun,
} from './runs.js';
