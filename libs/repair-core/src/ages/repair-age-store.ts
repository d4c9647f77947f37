/** A successful repair of a range of a table. */
export interface AgeRow {
  readonly table: string;
  /** "start:end" in decimal tokens. */
  readonly range: string;
  /** When the repair started, epoch ms by the clock of its coordinator: the write timestamp of the row, in µs. */
  readonly startedAtMs: number;
}

/**
 * Table `table_repair_age`: facts about what was repaired when. QUORUM. Rows may overlap; a token is as young as the
 * newest row that covers it. Of two rows of one range the newer start stays, whoever writes last.
 */
export interface RepairAgeStore {
  /** All rows of a keyspace (one partition), bounded by coalescing. */
  read(keyspace: string): Promise<readonly AgeRow[]>;
  /** One batch of one partition for every thousand rows. */
  credit(keyspace: string, rows: readonly AgeRow[]): Promise<void>;
  /** Takes exactly these facts away: a newer one of the same range stays. */
  remove(keyspace: string, rows: readonly AgeRow[]): Promise<void>;
}
