import type { HostFacts, RepairedData, WaitingSet } from './admission-input.js';
import type { Obstacle } from './obstacle.js';

interface Use extends RepairedData {
  readonly runId: string;
}

/**
 * At most one command that handles the marks of repaired data per table and node, over all runs: Cassandra takes whole
 * sstables, so even disjoint ranges of one table are in each other's way.
 */
export class RepairedDataUse {
  /** What was granted in this round, by host id. */
  readonly #granted = new Map<string, readonly Use[]>();

  obstacles({ repairedData: wanted }: WaitingSet, hosts: readonly HostFacts[]): readonly Obstacle[] {
    if (!wanted) return [];
    return hosts.flatMap(({ hostId, name, tasks }) => {
      const present = tasks.flatMap(({ runId, repairedData }) => (repairedData ? [{ runId, ...repairedData }] : []));
      const found = [...present, ...(this.#granted.get(hostId) ?? [])].map((use) => ({
        use,
        table: shared(use, wanted),
      }));
      const [first] = found.filter(({ table }) => table !== undefined);
      if (!first) return [];
      const evidence = `${name} repairs table ${wanted.keyspace}.${first.table} incrementally for run ${first.use.runId}`;
      return [{ code: 'INCREMENTAL_ELSEWHERE' as const, evidence }];
    });
  }

  take(runId: string, { repairedData, participants }: WaitingSet): void {
    if (!repairedData) return;
    for (const hostId of participants) {
      this.#granted.set(hostId, [...(this.#granted.get(hostId) ?? []), { runId, ...repairedData }]);
    }
  }
}

function shared(one: RepairedData, other: RepairedData): string | undefined {
  if (one.keyspace !== other.keyspace) return undefined;
  return one.tables.find((table) => other.tables.includes(table));
}
