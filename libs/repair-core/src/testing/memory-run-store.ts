import type { PlannedSegment } from '@reaper-sidecar/segment-planner';
import { readable } from '../bodies/readable.js';
import { runSpecBody } from '../bodies/run-bodies.js';
import type { ActiveRun, RunCreation, RunResult, RunRow, RunSpec, RunStatus } from '../model/repair-run.js';
import { CREATION_STAMP, type Stamp } from '../model/stamp.js';
import type { CasResult, UnreadableRows } from '../ports/registers.js';
import type { BegunPlan, Page, RunStore } from '../ports/runs.js';
import { checkLimit, decodeCursor, encodeCursor } from './memory-cursor.js';
import type { MemoryClient } from './memory-client.js';
import type { MemoryTables } from './memory-tables.js';

/** As it would be read back. */
const checked = (spec: RunSpec) => runSpecBody.decode(runSpecBody.encode(spec));

type ActiveRunVersion = Pick<ActiveRun, 'unitKey' | 'runId' | 'specVersion'>;

const utcMonth = (atMs: number) => new Date(atMs).toISOString().slice(0, 7);

const matches = (run: ActiveRunVersion) => (row: ActiveRun | undefined) =>
  row?.runId === run.runId && row.specVersion === run.specVersion;

export class MemoryRunStore implements RunStore {
  constructor(
    private readonly tables: MemoryTables,
    private readonly client: MemoryClient,
  ) {}

  createPlan(creation: RunCreation, segments: readonly PlannedSegment[]): Promise<void> {
    return this.#write('runs.createPlan', () => {
      const { planId, runId, segmentCount, createdAtMs } = creation;
      this.tables.planLog.at(planId).write({ planId, runId, segmentCount, createdAtMs }, CREATION_STAMP);
      const plan = this.tables.plan(planId);
      for (const segment of segments) plan.segments.at(`${segment.seq}`).write(segment, CREATION_STAMP);
      this.tables.run(creation.runId).creation.write(creation, CREATION_STAMP);
    });
  }

  activate(run: ActiveRun): Promise<CasResult<ActiveRun>> {
    return this.#change(
      'runs.activate',
      run.unitKey,
      (row) => row === undefined,
      () => ({ ...run, spec: checked(run.spec) }),
    );
  }

  index({ runId, createdAtMs }: Pick<RunCreation, 'runId' | 'createdAtMs'>): Promise<void> {
    return this.#write('runs.index', () => this.tables.runIndex.at(runId).write(createdAtMs, CREATION_STAMP));
  }

  activeRuns({ serial = false }: { readonly serial?: boolean } & UnreadableRows = {}): Promise<readonly ActiveRun[]> {
    return this.client.execute({
      operation: 'runs.activeRuns',
      kind: 'read',
      apply: () => this.tables.activeRuns.readAll({ serial }),
    });
  }

  editSpec(run: ActiveRunVersion, spec: RunSpec): Promise<CasResult<ActiveRun>> {
    return this.#change('runs.editSpec', run.unitKey, matches(run), (row) => ({
      ...(row as ActiveRun),
      spec: checked(spec),
      specVersion: run.specVersion + 1,
    }));
  }

  end(run: ActiveRunVersion): Promise<CasResult<ActiveRun>> {
    return this.#change('runs.end', run.unitKey, matches(run), () => undefined);
  }

  get(runId: string): Promise<RunRow | undefined> {
    return this.client.execute({ operation: 'runs.get', kind: 'read', apply: () => this.#row(runId) });
  }

  async list(options: { readonly limit: number; readonly cursor?: string } & UnreadableRows): Promise<Page<RunRow>> {
    const start = options.cursor === undefined ? undefined : decodeCursor(options.cursor);
    checkLimit(options.limit);
    return this.client.execute({
      operation: 'runs.list',
      statements: 3,
      kind: 'read',
      apply: () => this.#page(options.limit, start, options),
    });
  }

  writeStatus(runId: string, status: RunStatus, stamp: Stamp): Promise<void> {
    return this.#write('runs.writeStatus', () => this.tables.run(runId).status.write(status, stamp));
  }

  writeResult(runId: string, result: RunResult, stamp: Stamp): Promise<void> {
    return this.#write('runs.writeResult', () => this.tables.run(runId).result.write(result, stamp));
  }

  remove({ runId, planId }: BegunPlan, stamp: Stamp): Promise<void> {
    return this.#write('runs.remove', () => {
      const row = this.tables.run(runId);
      for (const cell of [row.creation, row.status, row.result]) cell.delete(stamp);
      const plan = this.tables.plan(planId);
      for (const cells of [plan.segments, plan.outcomes]) cells.deleteAll(stamp);
      this.tables.runIndex.at(runId).delete(stamp);
      this.tables.planLog.at(planId).delete(stamp);
    });
  }

  begunPlans(atMs: number): Promise<readonly BegunPlan[]> {
    return this.client.execute({
      operation: 'runs.begunPlans',
      kind: 'read',
      apply: () => {
        const plans = this.tables.planLog.live().map(({ value }) => value);
        return plans.filter(({ createdAtMs }) => utcMonth(createdAtMs) === utcMonth(atMs));
      },
    });
  }

  forgetPlan({ planId }: BegunPlan): Promise<void> {
    return this.#write('runs.forgetPlan', () => this.tables.planLog.at(planId).delete(CREATION_STAMP + 1));
  }

  #row(runId: string): RunRow | undefined {
    const cells = this.tables.run(runId);
    const creation = cells.creation.read()?.value;
    const status = cells.status.read()?.value;
    const result = cells.result.read()?.value;
    return creation && { creation, ...(status && { status }), ...(result && { result }) };
  }

  #page(limit: number, cursor: string | undefined, options: UnreadableRows): Page<RunRow> {
    const ids = this.tables.runIndex
      .live()
      .sort((a, b) => b.value - a.value || (a.key > b.key ? -1 : 1))
      .map(({ key }) => key);
    const start = cursor === undefined ? 0 : ids.indexOf(cursor) + 1;
    const chosen = ids.slice(start, start + limit);
    const items = chosen.flatMap((runId) => readable(runId, () => this.#row(runId), options) ?? []);
    const last = chosen.at(-1);
    return last !== undefined && start + limit < ids.length ? { items, nextCursor: encodeCursor(last) } : { items };
  }

  #write(operation: string, apply: () => void): Promise<void> {
    return this.client.execute({ operation, kind: 'write', apply });
  }

  #change(
    operation: string,
    unitKey: string,
    holds: (row: ActiveRun | undefined) => boolean,
    change: (row: ActiveRun | undefined) => ActiveRun | undefined,
  ): Promise<CasResult<ActiveRun>> {
    const rows = this.tables.activeRuns;
    return this.client.execute({
      operation,
      kind: 'write',
      conditional: rows,
      apply: () => rows.change(unitKey, holds, change),
    });
  }
}
