import type { PlannedSegment } from '@reaper-sidecar/segment-planner';
import {
  type ActiveRun,
  type BegunPlan,
  CREATION_STAMP,
  type CasResult,
  type Page,
  type RunCreation,
  type RunResult,
  type RunRow,
  type RunSpec,
  type RunStatus,
  type RunStore,
  type Stamp,
  type UnreadableRows,
  readable,
  runCreationBody,
  runResultBody,
  runStatusBody,
} from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { textOf } from '../connection/row-values.js';
import { PlanPartitions } from '../segments/plan-partitions.js';
import { ActiveRuns, type ActiveRunVersion } from './active-runs.js';
import { PlanLog } from './plan-log.js';
import { MONTHS_KEPT_FOR_MS, RunListing } from './run-listing.js';
import { toRunRow } from './run-row.js';
import { runStatements } from './run-statements.js';

/** Run rows read by one statement. */
const RUNS_PER_READ = 100;

export interface RunStoreOptions {
  /** How long the months that have runs are not read again. */
  readonly monthsKeptForMs?: number;
}

/** Tables `repair_run`, `active_run`, `run_index`, `run_month` and `plan_log`; writes and deletes `segment`. */
export class CassandraRunStore implements RunStore {
  readonly #active: ActiveRuns;
  readonly #listing: RunListing;
  readonly #log: PlanLog;
  readonly #plans: PlanPartitions;

  constructor(
    private readonly connection: CassandraConnection,
    { monthsKeptForMs = MONTHS_KEPT_FOR_MS }: RunStoreOptions = {},
  ) {
    this.#active = new ActiveRuns(connection);
    this.#listing = new RunListing(connection, monthsKeptForMs);
    this.#log = new PlanLog(connection);
    this.#plans = new PlanPartitions(connection);
  }

  async createPlan(creation: RunCreation, segments: readonly PlannedSegment[]): Promise<void> {
    const body = runCreationBody.encode(creation);
    await this.#log.begin(creation);
    await this.#plans.write(creation.planId, segments, CREATION_STAMP);
    await this.connection.write(runStatements.create, [creation.runId, body, BigInt(CREATION_STAMP)]);
  }

  activate(run: ActiveRun): Promise<CasResult<ActiveRun>> {
    return this.#active.activate(run);
  }

  index(creation: Pick<RunCreation, 'runId' | 'createdAtMs'>): Promise<void> {
    return this.#listing.add(creation);
  }

  activeRuns(options: { readonly serial?: boolean } & UnreadableRows = {}): Promise<readonly ActiveRun[]> {
    return this.#active.read(options);
  }

  editSpec(run: ActiveRunVersion, spec: RunSpec): Promise<CasResult<ActiveRun>> {
    return this.#active.editSpec(run, spec);
  }

  end(run: ActiveRunVersion): Promise<CasResult<ActiveRun>> {
    return this.#active.end(run);
  }

  async get(runId: string): Promise<RunRow | undefined> {
    const [row] = await this.connection.rows(runStatements.read, [runId]);
    return row && toRunRow(row);
  }

  async list(options: { readonly limit: number; readonly cursor?: string } & UnreadableRows): Promise<Page<RunRow>> {
    const { items: runIds, nextCursor } = await this.#listing.page(options);
    const rows = await this.#readMany(runIds, options);
    const items = runIds.flatMap((runId) => rows.get(runId) ?? []);
    return nextCursor === undefined ? { items } : { items, nextCursor };
  }

  writeStatus(runId: string, status: RunStatus, stamp: Stamp): Promise<void> {
    return this.connection.write(runStatements.writeStatus, [BigInt(stamp), runStatusBody.encode(status), runId]);
  }

  writeResult(runId: string, result: RunResult, stamp: Stamp): Promise<void> {
    return this.connection.write(runStatements.writeResult, [BigInt(stamp), runResultBody.encode(result), runId]);
  }

  /** The run row goes late, so that a removal that died half-way can be found and repeated. */
  async remove(plan: BegunPlan, stamp: Stamp): Promise<void> {
    await this.#plans.remove(plan, stamp);
    await this.#listing.remove(plan, stamp);
    await this.connection.write(runStatements.remove, [BigInt(stamp), plan.runId]);
    await this.#log.forget(plan, stamp);
  }

  begunPlans(atMs: number): Promise<readonly BegunPlan[]> {
    return this.#log.of(atMs);
  }

  forgetPlan(plan: BegunPlan): Promise<void> {
    return this.#log.forget(plan);
  }

  async #readMany(runIds: readonly string[], options: UnreadableRows): Promise<ReadonlyMap<string, RunRow>> {
    const chunks = Array.from({ length: Math.ceil(runIds.length / RUNS_PER_READ) }, (_, chunk) =>
      runIds.slice(chunk * RUNS_PER_READ, (chunk + 1) * RUNS_PER_READ),
    );
    const rows = await Promise.all(chunks.map((ids) => this.connection.rows(runStatements.readMany, [ids])));
    const found = rows.flat().flatMap((row) => {
      const runId = textOf(row, 'run_id');
      const run = readable(runId, () => toRunRow(row), options);
      return run ? [[runId, run] as const] : [];
    });
    return new Map(found);
  }
}
