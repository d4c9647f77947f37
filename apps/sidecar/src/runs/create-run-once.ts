import {
  createRun,
  findActive,
  UnitBusyError,
  type CreatePorts,
  type RunRequest,
  type RunStore,
} from '@reaper-sidecar/repair-core';

/** Ids for a run that is asked for repeatedly. */
export interface RunIds {
  readonly resourceId: string;
  /** Given by attempts that may have died on the way; at most one of all these runs can exist unfinished. */
  readonly earlierIds: readonly string[];
}

/**
 * Creates a run, or finds the one that an earlier attempt of the same request has created, also when that attempt
 * comes through in this moment: then it holds the unit under an id that we know.
 *
 * @returns id of the run
 */
export async function createRunOnce(ports: CreatePorts, request: RunRequest, ids: RunIds): Promise<string> {
  const found = await findEarlier(ports.runs, ids.earlierIds);
  if (found !== undefined) return found;
  try {
    return (await createRun(ports, request, ids.resourceId)).runId;
  } catch (error) {
    if (error instanceof UnitBusyError && ids.earlierIds.includes(error.runId)) return error.runId;
    throw error;
  }
}

async function findEarlier(runs: RunStore, earlierIds: readonly string[]): Promise<string | undefined> {
  if (earlierIds.length === 0) return undefined;
  const { active } = await findActive(runs, ({ runId }) => earlierIds.includes(runId), { serial: true });
  if (active) return active.runId;
  for (const runId of earlierIds) if ((await runs.get(runId))?.result) return runId;
  return undefined;
}
