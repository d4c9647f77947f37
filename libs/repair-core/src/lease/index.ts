export { EpochExhaustedError } from './epoch.js';
export { DEFAULT_LEASE_TIMINGS, type LeaseTimings } from './lease-timings.js';
export { isWatcher, watchersOf, WATCHERS } from './watchers.js';
