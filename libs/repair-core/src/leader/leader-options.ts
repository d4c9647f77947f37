import { DEFAULT_ADMISSION_LIMITS, type AdmissionLimits } from '../admission/limits.js';
import { DomainError } from '../errors/domain-error.js';
import { DEFAULT_LEASE_TIMINGS, type LeaseTimings } from '../lease/lease-timings.js';

/** Periods and waits of the leader. Those that safety rests on are marked. */
export interface LeaderTimings extends LeaseTimings {
  /** Look at everything this often while runs are active. @default 1_000 */
  readonly tickMs: number;
  /** The same while all lists have foreseeable work for longer. A lost doorbell costs this much. @default 4_000 */
  readonly quietTickMs: number;
  /**
   * Look for edits of runs at least this often while runs are active. With a lost doorbell, this and a worker's poll with
   * work (1 s) are what a pause or another intensity takes. @default 700
   */
  readonly editPollMs: number;
  /** Look this often while none is. @default 20_000 */
  readonly idleTickMs: number;
  /**
   * Safety: a host counts as open this long after its fence although it said nothing. Must exceed the worker's
   * freshness (5 s) by the longest pause between its last check and the arrival of its command at the node.
   * 200_000 needs no assumption on pauses. @default 15_000
   */
  readonly fenceWaitMs: number;
  /** A worker is silent this long after the heartbeat it promised. @default 10_000 */
  readonly silenceGraceMs: number;
  /** A live worker that starts nothing of its list for this long loses it to another replica. @default 30_000 */
  readonly stuckMs: number;
  /** A command whose end nobody can prove is held for its timeout and then its timeout again, but at least this. @default 600_000 */
  readonly orphanHoldMs: number;
  /** Two reports of no repair session, this far apart, prove the end of a command. @default 30_000 */
  readonly sessionProofMs: number;
  /** Pause before the second attempt; doubles with every further one. @default 5_000 */
  readonly retryMinMs: number;
  /** @default 300_000 */
  readonly retryMaxMs: number;
  /** Predicted work of one list. @default 90_000 */
  readonly listMs: number;
  /** A list with less predicted work than this is made longer. @default 18_000 */
  readonly listLowMs: number;
  /** After this long a list is allowed to end, so that another replica coordinates. @default 300_000 */
  readonly listSpreadMs: number;
  /** Topology and rings are read again when older than this, while runs are active. @default 5_000 */
  readonly topologyMs: number;
  /** A leader that cannot read the topology for this long steps down while runs are active. @default 30_000 */
  readonly topologyLostMs: number;
  /** All worker states are read this often while runs are active. @default 60_000 */
  readonly fullReadMs: number;
  /** The same while none is. @default 600_000 */
  readonly idleFullReadMs: number;
  /** Changed counters of a run are written at most this often; a changed state is written at once. @default 2_000 */
  readonly statusMs: number;
}

export interface LeaderOptions {
  readonly timings?: Partial<LeaderTimings>;
  readonly limits?: Partial<AdmissionLimits>;
}

export const DEFAULT_LEADER_TIMINGS: LeaderTimings = {
  ...DEFAULT_LEASE_TIMINGS,
  tickMs: 1_000,
  quietTickMs: 4_000,
  editPollMs: 700,
  idleTickMs: 20_000,
  fenceWaitMs: 15_000,
  silenceGraceMs: 10_000,
  stuckMs: 30_000,
  orphanHoldMs: 600_000,
  sessionProofMs: 30_000,
  retryMinMs: 5_000,
  retryMaxMs: 300_000,
  listMs: 90_000,
  listLowMs: 18_000,
  listSpreadMs: 300_000,
  topologyMs: 5_000,
  topologyLostMs: 30_000,
  fullReadMs: 60_000,
  idleFullReadMs: 600_000,
  statusMs: 2_000,
};

/** Options of the leader that contradict each other or lie out of range. */
export class InvalidLeaderOptionsError extends DomainError {
  readonly code = 'INVALID_LEADER_OPTIONS';
}

/** @throws InvalidLeaderOptionsError with all problems */
export function resolveLeaderOptions({ timings = {}, limits = {} }: LeaderOptions) {
  const resolved = {
    timings: Object.freeze({ ...DEFAULT_LEADER_TIMINGS, ...timings }),
    limits: Object.freeze({ ...DEFAULT_ADMISSION_LIMITS, ...limits }),
  };
  const problems = [...timingProblems(resolved.timings), ...limitProblems(resolved.limits)];
  if (problems.length > 0) {
    throw new InvalidLeaderOptionsError(`The options of the leader are wrong: ${problems.join('; ')}`, { problems });
  }
  return resolved;
}

function timingProblems(timings: LeaderTimings): string[] {
  const problems = Object.entries(timings)
    .filter(([, ms]) => !Number.isFinite(ms) || ms <= 0)
    .map(([name, ms]) => `${name} is ${ms}, expected milliseconds above 0`);
  if (timings.renewEveryMs >= timings.actForMs) problems.push('renewEveryMs must be less than actForMs');
  if (timings.actForMs >= timings.stealAfterMs) problems.push('actForMs must be less than stealAfterMs');
  if (timings.fenceWaitMs < 10_000)
    problems.push('fenceWaitMs must be at least 10000, twice the freshness of a worker');
  if (timings.listLowMs >= timings.listMs) problems.push('listLowMs must be less than listMs');
  return problems;
}

function limitProblems(limits: AdmissionLimits): string[] {
  const { maxRepairsPerNode, minFreeDiskPercent, maxPassedOver } = limits;
  const problems = Object.entries(limits)
    .filter(([, value]) => typeof value === 'number' && (!Number.isFinite(value) || value < 0))
    .map(([name, value]) => `${name} is ${value}, expected a number from 0`);
  if (!Number.isInteger(maxRepairsPerNode) || maxRepairsPerNode < 1 || maxRepairsPerNode > 4) {
    problems.push(`maxRepairsPerNode is ${maxRepairsPerNode}, expected a whole number from 1 to 4`);
  }
  if (minFreeDiskPercent > 100) problems.push('minFreeDiskPercent must be at most 100');
  if (maxPassedOver < 1) problems.push('maxPassedOver must be at least 1');
  return problems;
}
