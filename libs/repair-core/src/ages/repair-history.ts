/** A session of any repair: one table and one group of replicas. */
export interface RecordedSession {
  readonly table: string;
  /** Of the repair command it belongs to, a UUID. */
  readonly parentId: string;
  /** Addresses of all nodes that took part, the coordinator included: "ip:port" where recorded, else "ip". */
  readonly endpoints: readonly string[];
  readonly state: 'running' | 'completed' | 'failed';
  /** Epoch ms by the clock of the coordinator. */
  readonly startedAtMs: number;
}

/** A repair command of any tool, as Cassandra recorded it. */
export interface RecordedRepair {
  readonly parentId: string;
  readonly tables: readonly string[];
  /** "start:end"; those in which no replica was left out. */
  readonly successfulRanges: readonly string[];
  readonly state: 'running' | 'completed' | 'failed';
  /** Epoch ms by the clock of the coordinator. */
  readonly startedAtMs: number;
  /** It only fetched data for its coordinator: the other replicas may lack what it has. */
  readonly pullOnly: boolean;
}

/** Most sessions of a table in one answer; the rest follows in the next one. */
export const MOST_SESSIONS = 1_000;

/**
 * What Cassandra recorded of the repairs of all nodes (`system_distributed`). Written at ONE and without looking at
 * errors: presence proves, absence does not.
 */
export interface RepairHistory {
  /** Sessions that started since then, oldest first, per table at most {@link MOST_SESSIONS}. */
  sessions(keyspace: string, tables: readonly string[], sinceMs: number): Promise<readonly RecordedSession[]>;
  repairs(parentIds: readonly string[]): Promise<readonly RecordedRepair[]>;
}
