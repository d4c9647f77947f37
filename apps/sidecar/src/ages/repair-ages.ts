import { Injectable } from '@nestjs/common';
import { creditsByTable, type KeyspaceInfo, type Reason } from '@reaper-sidecar/repair-core';
import { partitionerFromClassName } from '@reaper-sidecar/segment-planner';
import { Backend } from '../backend/backend.js';
import { ReadModel } from '../backend/read-model.js';
import { Recent } from '../backend/recent.js';
import { toKeyspace } from '../cluster/cluster.mapper.js';
import { byUrgency, tableAge, type TableAge } from './table-age.js';

/** Ages change with the end of repairs only; one read for each keyspace in this time, whatever the number of browsers. */
const SHARED_FOR_MS = 5_000;

/** Work that repairs a table and waits. */
export interface HeldBack extends Reason {
  readonly runId: string;
  readonly keyspace: string;
  readonly tables: readonly string[];
}

/** Repair ages of all tables that can be repaired, as all requests of the last seconds share them. */
@Injectable()
export class RepairAges {
  readonly #ages: Recent<readonly TableAge[]>;
  readonly #heldBack: Recent<readonly HeldBack[]>;

  constructor(
    private readonly backend: Backend,
    private readonly readModel: ReadModel,
  ) {
    const { clock } = backend.runtime;
    this.#ages = new Recent(clock, SHARED_FOR_MS, () => this.readAges());
    this.#heldBack = new Recent(clock, SHARED_FOR_MS, () => this.readHeldBack());
  }

  /** Most urgent first. */
  all(): Promise<readonly TableAge[]> {
    return this.#ages.get();
  }

  /** What unfinished runs wait for. */
  heldBack(): Promise<readonly HeldBack[]> {
    return this.#heldBack.get();
  }

  private async readAges(): Promise<readonly TableAge[]> {
    const [{ partitioner }, keyspaces] = await Promise.all([
      this.readModel.topology(),
      this.backend.schema.keyspaces(),
    ]);
    const repairable = keyspaces.filter((keyspace) => toKeyspace(keyspace).repairable);
    const ages = await Promise.all(repairable.map((keyspace) => this.agesOf(keyspace, partitioner)));
    return ages.flat().sort(byUrgency);
  }

  private async agesOf({ name, tables }: KeyspaceInfo, partitionerName: string): Promise<readonly TableAge[]> {
    const partitioner = partitionerFromClassName(partitionerName);
    const credits = creditsByTable(partitioner, await this.backend.stores.ages.read(name));
    const nowMs = this.backend.runtime.clock.wallMs();
    return tables.map(({ name: table, gcGraceSeconds }) =>
      tableAge({ keyspace: name, table, gcGraceSeconds }, credits.get(table) ?? [], partitioner, nowMs),
    );
  }

  private async readHeldBack(): Promise<readonly HeldBack[]> {
    const { runs } = this.backend.stores;
    const active = await runs.activeRuns({ onUnreadable: () => undefined });
    const rows = await Promise.all(active.map(({ runId }) => runs.get(runId)));
    return rows.flatMap((row) => {
      if (!row) return [];
      const { runId, unit } = row.creation;
      const { keyspace, tables } = unit;
      return (row.status?.reasons ?? []).map((reason) => ({ ...reason, runId, keyspace, tables }));
    });
  }
}
