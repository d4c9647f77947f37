import { StoreUnavailableError } from '../errors/domain-error.js';
import { MAX_STAMPS_PER_EPOCH, type Stamp } from '../model/stamp.js';
import type { LeaseStore } from '../ports/registers.js';
import type { RunStore } from '../ports/runs.js';
import { findActive } from './find-active.js';
import { RunNotFinishedError, UnknownRunError } from './run-errors.js';
import { isOver } from './run-view.js';

/**
 * Deletes an ended run with its segments. Any sidecar may: everything written about a run has a stamp below
 * `epoch + MAX_STAMPS_PER_EPOCH` of the newest lease, and every later epoch lies above it, so the tombstone covers
 * all of the run and nothing that a later leader writes. Ids are never used again. A worker's late outcome may leave
 * a row in a plan that nobody refers to.
 *
 * @throws UnknownRunError, RunNotFinishedError
 */
export async function removeRun(ports: { runs: RunStore; leases: LeaseStore }, runId: string): Promise<void> {
  const { runs } = ports;
  // Serial: an activation or edit in doubt must not appear after its run is gone.
  const { active, unreadable } = await findActive(runs, (run) => run.runId === runId, { serial: true });
  if (unreadable) throw unreadable;
  const row = await runs.get(runId);
  const over = row?.result !== undefined && isOver(row.result, active);
  if (active && !(over && (await runs.end(active)).applied)) throw new RunNotFinishedError(runId);
  if (!over) throw new UnknownRunError(runId);
  await runs.remove(row.creation, await coveringStamp(ports.leases));
}

async function coveringStamp(leases: LeaseStore): Promise<Stamp> {
  const lease = await leases.read({ serial: true });
  if (!lease) throw new StoreUnavailableError('The lease of the leader is missing; wait until a leader is elected');
  return lease.epoch + MAX_STAMPS_PER_EPOCH;
}
