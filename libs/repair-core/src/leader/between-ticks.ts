import type { Bell } from '../lease/bell.js';
import type { Reign } from './reign.js';
import { pauseUntilNextTick } from './tick-pause.js';

/** Rings that come within a millisecond for so many hosts are answered by one look at everything. */
const HOSTS_PER_GATHERED_MS = 4;
const MAX_GATHER_MS = 250;

/**
 * Waits until the next tick is due or the bell rings. Edits of runs are looked for in between, as their doorbell may be
 * lost: a pause or another intensity must reach the workers soon, however little else there is to do.
 */
export async function waitForTick(reign: Reign, bell: Bell): Promise<void> {
  const { timings, tenure, deps } = reign;
  const dueAt = reign.now() + pauseUntilNextTick(reign);
  for (let left = dueAt - reign.now(); left > 0 && tenure.mayAct(); left = dueAt - reign.now()) {
    const step = reign.runs.size > 0 ? Math.min(left, timings.editPollMs) : left;
    if (await bell.wait(deps.runtime.timers, step, tenure.signal)) return gatherRings(reign);
    if (step < left && (await isEdited(reign))) return;
  }
}

/** The bigger the cluster, the longer a look takes and the more rings there are. */
async function gatherRings({ hosts, deps, tenure }: Reign): Promise<void> {
  const ms = Math.min(MAX_GATHER_MS, Math.floor(hosts.size / HOSTS_PER_GATHERED_MS));
  if (ms > 0) await deps.runtime.timers.sleep(ms, tenure.signal);
}

/** A read that fails tells nothing: the next tick reads again, and says what is wrong. */
async function isEdited({ runs, deps }: Reign): Promise<boolean> {
  try {
    const active = await deps.runs.activeRuns();
    return active.some(({ runId, specVersion }) => specVersion > (runs.get(runId)?.active.specVersion ?? -1));
  } catch {
    return false;
  }
}
