import { createHash } from 'node:crypto';
import type { ChangeEvent, RunChange } from './event.js';

/** A run with everything that a browser would show differently. */
export interface WatchedRun extends RunChange {
  readonly fingerprint: string;
}

/** What streams tell changes of. Made from stored rows only, so that every sidecar sees the same. */
export interface ClusterState {
  /** Unfinished runs by id. */
  readonly runs: ReadonlyMap<string, WatchedRun>;
  /** Equal while nodes and leader are the same. */
  readonly cluster: string;
}

/** Name of a state: the same on every sidecar. */
export function stateId({ runs, cluster }: ClusterState): string {
  const parts = [...runs.values()].map(({ runId, fingerprint }) => `${runId} ${fingerprint}`).sort();
  return `${digest(parts.join('\n'))}.${digest(cluster)}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** @param ended runs that are no longer unfinished, with their final states */
export function changesBetween(
  before: ClusterState,
  after: ClusterState,
  ended: readonly RunChange[],
): readonly ChangeEvent[] {
  const changed = [...after.runs.values()].filter(
    ({ runId, fingerprint }) => before.runs.get(runId)?.fingerprint !== fingerprint,
  );
  const runs = [...changed, ...ended].map(({ runId, state }): ChangeEvent => ({ type: 'run', runId, state }));
  return before.cluster === after.cluster ? runs : [...runs, { type: 'cluster' }];
}
