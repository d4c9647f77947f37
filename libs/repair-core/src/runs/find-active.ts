import type { UnreadableBodyError } from '../errors/domain-error.js';
import type { ActiveRun } from '../model/repair-run.js';
import type { RunStore } from '../ports/runs.js';

/** One row of the unfinished runs, and whether rows of a newer version hide what this build looks for. */
export interface FoundRun {
  readonly active: ActiveRun | undefined;
  /** A row that could not be read: it may be the one that was not found. */
  readonly unreadable: UnreadableBodyError | undefined;
}

/** Looks up an unfinished run; rows of other runs that this build cannot read are no obstacle. */
export async function findActive(
  runs: RunStore,
  matches: (run: ActiveRun) => boolean,
  { serial = false }: { readonly serial?: boolean } = {},
): Promise<FoundRun> {
  let unreadable: UnreadableBodyError | undefined;
  const onUnreadable = (_key: string, error: UnreadableBodyError) => void (unreadable = error);
  const active = (await runs.activeRuns({ serial, onUnreadable })).find(matches);
  return { active, unreadable: active ? undefined : unreadable };
}
