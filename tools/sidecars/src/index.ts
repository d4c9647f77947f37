export { RoundRobinBalancer } from './balancer.js';
export { type ResourceUse, type SidecarOptions, SidecarProcess } from './sidecar-process.js';
export { SidecarStartError } from './sidecar-start-error.js';
export { type SidecarFleet, type FleetOptions, startFleet } from './fleet.js';
export {
  allSegments,
  createRun,
  getRun,
  isOver,
  type Run,
  type Segment,
  untilOver,
  untilRun,
  type WantedRun,
} from './runs.js';
