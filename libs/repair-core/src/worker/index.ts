export { DEFAULT_WORKER_TIMINGS, type WorkerTimings } from './worker-timings.js';
export type { WorkerDeps, WorkerOptions } from './worker-options.js';
export { Worker, type WorkerSnapshot } from './worker.js';
