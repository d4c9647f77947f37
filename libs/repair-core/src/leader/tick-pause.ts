import type { ReasonCode } from '../reasons/reason.js';
import { setKeyOf } from './placement.js';
import type { HostBook } from './host-book.js';
import type { Reign } from './reign.js';

/** What waits for commands and rests that are foreseen anyway. */
const FORESEEN: ReadonlySet<ReasonCode> = new Set(['REPLICA_BUSY', 'NODE_RESTING']);

/** How long to wait for the next tick. Doorbells come in between; this is for the lost ones and for what rings none. */
export function pauseUntilNextTick(reign: Reign): number {
  const { tickMs, quietTickMs, idleTickMs } = reign.timings;
  const busy = [...reign.hosts.values()].filter(({ isIdle }) => !isIdle);
  if (reign.runs.size === 0 && busy.length === 0) return isOpening(reign) ? tickMs : idleTickMs;
  if (busy.length === 0 || isUnsettled(reign)) return tickMs;
  // A quarter, so that the end of a list is approached in ever shorter steps.
  const soonest = Math.min(...busy.map((host) => foreseeableMs(reign, host))) / 4;
  return Math.min(Math.max(soonest, tickMs), Math.max(quietTickMs, tickMs));
}

/** Hosts that stay closed for longer have no quorum; they are looked at in the long run only. */
function isOpening(reign: Reign): boolean {
  const isYoung = reign.now() - reign.beganAt < 2 * reign.timings.fenceWaitMs;
  return isYoung && [...reign.hosts.values()].some(({ open }) => !open);
}

/** Something ends without a doorbell: an edit, a pause before another attempt, an opening; or is still to be told. */
function isUnsettled(reign: Reign): boolean {
  const moving = reign.runningByRun();
  return [...reign.runs.values()].some(
    (run) =>
      run.spec.desired !== 'running' ||
      run.hasStale ||
      run.lacksChildren ||
      (run.statusDue && !moving.has(run.runId)) ||
      run.reasons.some(({ code }) => !FORESEEN.has(code)),
  );
}

/** For how long the list of this host needs no attention, as far as can be told. */
function foreseeableMs(reign: Reign, host: HostBook): number {
  const [next] = host.unstarted();
  if (!next || !host.open || host.writing || host.silentForMs(0) > 0) return 0;
  if (!host.current && host.state?.waiting?.code !== 'NODE_RESTING') return 0;
  const predicted = reign.runs.get(next.runId)?.pace.predictMs(setKeyOf(next.participants)) ?? 0;
  return predicted * host.unstarted().length;
}
