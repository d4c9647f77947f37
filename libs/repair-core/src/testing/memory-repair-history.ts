import type { RecordedRepair, RecordedSession, RepairHistory } from '../ages/repair-history.js';

/** What Cassandra recorded, as a test plants it. */
export class MemoryRepairHistory implements RepairHistory {
  readonly recorded: RecordedRepair[] = [];
  readonly recordedSessions: RecordedSession[] = [];
  /** Questions for sessions so far: the keyspace and since when, epoch ms. */
  readonly asked: { readonly keyspace: string; readonly sinceMs: number }[] = [];

  /** A repair of these tables, with one session for each and the nodes that took part. */
  plant(repair: RecordedRepair, endpoints: readonly string[]): void {
    this.recorded.push(repair);
    const { parentId, state, startedAtMs } = repair;
    for (const table of repair.tables) this.recordedSessions.push({ table, parentId, endpoints, state, startedAtMs });
  }

  async sessions(keyspace: string, tables: readonly string[], sinceMs: number): Promise<readonly RecordedSession[]> {
    this.asked.push({ keyspace, sinceMs });
    return this.recordedSessions.filter(({ table, startedAtMs }) => tables.includes(table) && startedAtMs >= sinceMs);
  }

  async repairs(parentIds: readonly string[]): Promise<readonly RecordedRepair[]> {
    return this.recorded.filter(({ parentId }) => parentIds.includes(parentId));
  }
}
