export { Leadership, type SeenLease } from './leadership.js';
export type { HostSnapshot, LeadershipSnapshot, RunSnapshot } from './leadership-snapshot.js';
export {
  DEFAULT_LEADER_TIMINGS,
  InvalidLeaderOptionsError,
  type LeaderOptions,
  type LeaderTimings,
} from './leader-options.js';
export type { LeaderDeps } from './reign.js';
