import { type RunCreation } from '@reaper-sidecar/repair-core';
import { type SimulatedCluster, type StartedCommand } from '@reaper-sidecar/repair-core/testing';
import { formatRange } from '@reaper-sidecar/segment-planner';
import { type Replay } from './edits.js';

/** Commands of a run: each run of a trial has a table of its own. */
function commandsOf({ commands }: SimulatedCluster, { unit }: RunCreation): readonly StartedCommand[] {
  return commands.filter(({ tables }) => tables === unit.tables.join());
}

/**
 * A run ends DONE only if every planned range was repaired by a command that succeeded and started after the run began,
 * and after the last replay asked for that segment.
 */
export async function unrepaired(
  cluster: SimulatedCluster,
  run: RunCreation,
  replays: readonly Replay[],
): Promise<readonly string[]> {
  const commands = commandsOf(cluster, run);
  const plan = await cluster.pen.segments.readPlan(run.planId);
  const missing = plan.filter(({ segment: { seq, ranges } }) => {
    const asked = replays.filter((one) => one.planId === run.planId && one.seq === seq).map(({ atMs }) => atMs);
    const sinceMs = Math.max(run.createdAtMs, ...asked);
    const text = ranges.map(formatRange).join();
    return !commands.some((one) => one.ranges === text && one.succeeded && one.startedAtMs >= sinceMs);
  });
  return missing.map(({ segment }) => `run ${run.runId} is DONE, its segment ${segment.seq} was not repaired`);
}

/** Nothing of a run runs when it is over. */
export function leftRunning(cluster: SimulatedCluster, run: RunCreation): readonly string[] {
  const left = commandsOf(cluster, run).filter(({ endedAtMs }) => endedAtMs === undefined);
  return left.map(({ hostId, ranges }) => `run ${run.runId} is over, ${ranges} still runs on ${hostId}`);
}

/** An ended run never runs again. */
export function startedAfter(cluster: SimulatedCluster, run: RunCreation, endedAtMs: number): readonly string[] {
  const late = commandsOf(cluster, run).filter(({ startedAtMs }) => startedAtMs > endedAtMs);
  return late.map(({ hostId, ranges }) => `run ${run.runId} was over, ${ranges} was started on ${hostId}`);
}
