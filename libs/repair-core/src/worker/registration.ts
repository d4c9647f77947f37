import type { Stamp } from '../model/stamp.js';
import { STAMP_GAP_MICROS } from '../model/stamp.js';
import type { StampedNodeState } from '../ports/registers.js';
import type { NodeIdentity } from '../ports/repair-node.js';
import { persist } from './backoff.js';
import type { WorkerDeps, WorkerSettings } from './worker-options.js';

/** Who the node is, and what an earlier process of this host left in its register. */
export interface Predecessor {
  readonly identity: NodeIdentity;
  readonly previous: StampedNodeState | undefined;
}

/** Base of the write stamps of one incarnation: above everything an earlier one can have written, whatever the clocks say. */
export function firstStamp(nowMs: number, lastVisible: Stamp | undefined): Stamp {
  return Math.max(Math.floor(nowMs * 1_000), (lastVisible ?? 0) + STAMP_GAP_MICROS);
}

/** Asks the own node who it is, then reads that host's register; for ever, unless the worker stops. */
export async function findPredecessor(
  deps: WorkerDeps,
  settings: WorkerSettings,
  stop: AbortSignal,
  failed: (problem: string) => void,
): Promise<Predecessor | undefined> {
  const { retryMinMs: minMs, retryMaxMs: maxMs } = settings.timings;
  const read = async (): Promise<Predecessor> => {
    const identity = await deps.node.identity();
    return { identity, previous: await deps.nodeStates.read(identity.hostId) };
  };
  const found = await persist(deps.runtime, stop, { minMs, maxMs }, read, (error, attempt) => {
    const problem = error instanceof Error ? error.message : String(error);
    failed(problem);
    deps.runtime.log.warn('The worker cannot register yet', { problem, attempt });
  });
  return found.stopped ? undefined : found.value;
}

/**
 * Makes the new incarnation visible, then reads the epoch: in this order either the leader sees the new host when it takes
 * over, or the host sees the leader's epoch.
 */
export async function register(
  deps: WorkerDeps,
  settings: WorkerSettings,
  stop: AbortSignal,
  steps: { readonly write: () => Promise<void>; readonly failed: (problem: string) => void },
): Promise<{ readonly epoch: Stamp; readonly holder: string } | undefined> {
  const { retryMinMs: minMs, retryMaxMs: maxMs } = settings.timings;
  const failed = (error: unknown) => steps.failed(error instanceof Error ? error.message : String(error));
  const written = await persist(deps.runtime, stop, { minMs, maxMs }, steps.write, failed);
  if (written.stopped) return undefined;
  const lease = await persist(deps.runtime, stop, { minMs, maxMs }, () => deps.lease.read({ serial: true }), failed);
  if (lease.stopped) return undefined;
  return { epoch: lease.value?.epoch ?? 0, holder: lease.value?.holder ?? '' };
}
