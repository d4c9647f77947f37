import type { PlannedSegment } from '@reaper-sidecar/segment-planner';
import type { ActiveRun, RunCreation, RunResult, RunRow, RunSpec, RunStatus } from '../model/repair-run.js';
import { CREATION_STAMP, type Stamp } from '../model/stamp.js';
import type { CasResult } from '../ports/registers.js';
import type { Page, RunStore } from '../ports/runs.js';
import type { MemoryClient } from './memory-client.js';
import type { MemoryTables } from './memory-tables.js';

type ActiveRunVersion = Pick<ActiveRun, 'unitKey' | 'runId' | 'specVersion'>;

const matches = (run: ActiveRunVersion) => (row: ActiveRun | undefined) =>
  row?.runId === run.runId && row.specVersion === run.specVersion;

export class MemoryRunStore implements RunStore {
  constructor(
    private readonly tables: MemoryTables,
    private readonly client: MemoryClient,
  ) {}

  createPlan(creation: RunCreation, segments: readonly PlannedSegment[]): Promise<void> {
    return this.#write('runs.createPlan', () => {
      const plan = this.tables.plan(creation.planId);
      for (const segment of segments) plan.segments.at(`${segment.seq}`).write(segment, CREATION_STAMP);
      this.tables.run(creation.runId).creation.write(creation, CREATION_STAMP);
    });
  }

  activate(run: ActiveRun): Promise<CasResult<ActiveRun>> {
    return this.#change(
      'runs.activate',
      run.unitKey,
      (row) => row === undefined,
      () => run,
    );
  }

  index({ runId, createdAtMs }: Pick<RunCreation, 'runId' | 'createdAtMs'>): Promise<void> {
    return this.#write('runs.index', () => this.tables.runIndex.at(runId).write(createdAtMs, CREATION_STAMP));
  }

  activeRuns({ serial = false }: { readonly serial?: boolean } = {}): Promise<readonly ActiveRun[]> {
    return this.client.execute({
      operation: 'runs.activeRuns',
      kind: 'read',
      apply: () => this.tables.activeRuns.readAll({ serial }),
    });
  }

  editSpec(run: ActiveRunVersion, spec: RunSpec): Promise<CasResult<ActiveRun>> {
    return this.#change('runs.editSpec', run.unitKey, matches(run), (row) => ({
      ...(row as ActiveRun),
      spec,
      specVersion: run.specVersion + 1,
    }));
  }

  end(run: ActiveRunVersion): Promise<CasResult<ActiveRun>> {
    return this.#change('runs.end', run.unitKey, matches(run), () => undefined);
  }

  get(runId: string): Promise<RunRow | undefined> {
    return this.client.execute({ operation: 'runs.get', kind: 'read', apply: () => this.#row(runId) });
  }

  list(options: { readonly limit: number; readonly cursor?: string }): Promise<Page<RunRow>> {
    return this.client.execute({
      operation: 'runs.list',
      statements: 2,
      kind: 'read',
      apply: () => this.#page(options.limit, options.cursor),
    });
  }

  writeStatus(runId: string, status: RunStatus, stamp: Stamp): Promise<void> {
    return this.#write('runs.writeStatus', () => this.tables.run(runId).status.write(status, stamp));
  }

  writeResult(runId: string, result: RunResult, stamp: Stamp): Promise<void> {
    return this.#write('runs.writeResult', () => this.tables.run(runId).result.write(result, stamp));
  }

  remove({ runId, planId }: RunCreation, stamp: Stamp): Promise<void> {
    return this.#write('runs.remove', () => {
      const row = this.tables.run(runId);
      for (const cell of [row.creation, row.status, row.result]) cell.delete(stamp);
      const plan = this.tables.plan(planId);
      for (const cells of [plan.segments, plan.outcomes]) cells.deleteAll(stamp);
      this.tables.runIndex.at(runId).delete(stamp);
    });
  }

  #row(runId: string): RunRow | undefined {
    const cells = this.tables.run(runId);
    const creation = cells.creation.read()?.value;
    const status = cells.status.read()?.value;
    const result = cells.result.read()?.value;
    return creation && { creation, ...(status && { status }), ...(result && { result }) };
  }

  #page(limit: number, cursor: string | undefined): Page<RunRow> {
    const ids = this.tables.runIndex
      .live()
      .sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1))
      .map(({ key }) => key);
    const start = cursor === undefined ? 0 : ids.indexOf(cursor) + 1;
    const chosen = ids.slice(start, start + limit);
    const items = chosen.flatMap((runId) => this.#row(runId) ?? []);
    const last = chosen.at(-1);
    return last !== undefined && start + limit < ids.length ? { items, nextCursor: last } : { items };
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
