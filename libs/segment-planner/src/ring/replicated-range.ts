import { type TokenRange } from '../tokens/token-range.js';

/** A range of the ring and the host ids of the nodes that hold it, as Cassandra lists them: the first owns its token. */
export interface ReplicatedRange {
  readonly range: TokenRange;
  readonly replicas: readonly string[];
}

/** Replicas in the one order all results use, so that equal sets are equal lists. */
export function sortHostIds(hostIds: Iterable<string>): string[] {
  return [...hostIds].sort();
}

/** A text that is equal for equal replica sets only, whatever a host id looks like. */
export function replicaSetKey(sortedHostIds: readonly string[]): string {
  return JSON.stringify(sortedHostIds);
}
