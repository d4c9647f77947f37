import { type BegunPlan, CREATION_STAMP, type Stamp } from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { numberOf, textOf } from '../connection/row-values.js';
import { planLogStatements } from './run-statements.js';
import { utcMonth } from './utc-month.js';

/** Table `plan_log`: plans begun, until they are known to be in use or were removed. */
export class PlanLog {
  constructor(private readonly connection: CassandraConnection) {}

  begin({ planId, runId, segmentCount, createdAtMs }: BegunPlan): Promise<void> {
    const values = [utcMonth(createdAtMs), planId, runId, segmentCount, BigInt(createdAtMs), BigInt(CREATION_STAMP)];
    return this.connection.write(planLogStatements.begin, values);
  }

  async of(atMs: number): Promise<readonly BegunPlan[]> {
    const rows = await this.connection.rows(planLogStatements.read, [utcMonth(atMs)]);
    return rows.map((row) => ({
      planId: textOf(row, 'plan_id'),
      runId: textOf(row, 'run_id'),
      segmentCount: numberOf(row, 'segment_count'),
      createdAtMs: numberOf(row, 'created_at_ms'),
    }));
  }

  /** An entry is written once, under a fresh plan id, so any later stamp deletes it. */
  forget({ planId, createdAtMs }: BegunPlan, stamp: Stamp = CREATION_STAMP + 1): Promise<void> {
    return this.connection.write(planLogStatements.forget, [BigInt(stamp), utcMonth(createdAtMs), planId]);
  }
}
