import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  editRun,
  explainRun,
  findActive,
  listRuns,
  planRun,
  readRun,
  removeRun,
  replaySegment,
  runningSegments,
  unitKey,
  viewSegment,
  type Page,
  type RunRequest,
  type RunView,
  type Runtime,
  type SegmentView,
  type SpecEdit,
} from '@reaper-sidecar/repair-core';
import { Backend } from '../backend/backend.js';
import { ReadModel } from '../backend/read-model.js';
import { createRunOnce, type RunIds } from './create-run-once.js';
import { toExplanationDto, toPlanDto } from './run.mapper.js';
import { RememberedRuns } from './remembered-runs.js';
import type { SegmentQueryDto } from './run-params.dto.js';
import type { RunPlanDto } from './run-plan.dto.js';
import type { RunExplanationDto } from './run.dto.js';
import type { PageQueryDto } from '../http/paging.dto.js';

/** A filtered listing looks at most at this many pages before it answers. */
const MAX_PAGES_PER_ANSWER = 20;

@Injectable()
export class RunsService {
  private readonly remembered = new RememberedRuns((runId) => readRun(this.backend.stores.runs, runId));

  constructor(
    private readonly backend: Backend,
    private readonly readModel: ReadModel,
  ) {}

  async plan(request: RunRequest): Promise<RunPlanDto> {
    const planned = await planRun(this.planPorts(), request);
    const key = unitKey(planned.unit);
    const { active } = await findActive(this.backend.stores.runs, (run) => run.unitKey === key);
    return toPlanDto(planned, active?.runId);
  }

  /** @param ids for a request that may be repeated */
  async create(request: RunRequest, ids?: RunIds): Promise<RunView> {
    const { runs } = this.backend.stores;
    const { runtime } = this.backend;
    const runId = await createRunOnce({ ...this.planPorts(), runs, runtime }, request, ids ?? freshIds(runtime));
    runtime.log.info('Run created', { runId, keyspace: request.keyspace, createdBy: request.createdBy });
    void this.wakeLeader();
    return await readRun(runs, runId);
  }

  list({ limit, cursor }: PageQueryDto): Promise<Page<RunView>> {
    return listRuns(this.backend.stores.runs, { limit, ...(cursor !== undefined && { cursor }) });
  }

  get(runId: string): Promise<RunView> {
    return readRun(this.backend.stores.runs, runId);
  }

  /** @param version that the edit is based on; left out: any */
  async edit(runId: string, what: string, edit: SpecEdit, version?: number): Promise<RunView> {
    const { runs } = this.backend.stores;
    await editRun(runs, runId, edit, version);
    this.backend.runtime.log.info('Run changed', { runId, change: what });
    void this.wakeLeader();
    return await readRun(runs, runId);
  }

  async remove(runId: string): Promise<void> {
    const { runs, leases } = this.backend.stores;
    await removeRun({ runs, leases }, runId);
    this.backend.runtime.log.info('Run deleted', { runId });
  }

  /** Answers from memory while the store does not answer, and without what the own node would tell while that is away. */
  async explain(runId: string): Promise<RunExplanationDto> {
    const { view, unreadable } = await this.remembered.read(runId);
    const [leader, sidecars] = await Promise.allSettled([this.readModel.actingLeader(), this.readModel.sidecars()]);
    const states = sidecars.status === 'fulfilled' ? sidecars.value.states : undefined;
    const explanation = explainRun(view, {
      leader: leader.status === 'fulfilled' ? leader.value : undefined,
      running: states && runningSegments(states, runId).size,
      nowMs: this.backend.runtime.clock.wallMs(),
      unreadable: unreadable ?? (leader.status === 'rejected' ? String(leader.reason) : undefined),
    });
    return toExplanationDto(view, explanation, states ?? []);
  }

  async replay(runId: string, seq: number): Promise<{ readonly view: RunView; readonly isNew: boolean }> {
    const { runs, segments } = this.backend.stores;
    const { runtime } = this.backend;
    const replay = await replaySegment({ ...this.planPorts(), runs, segments, runtime }, runId, seq, 'api');
    runtime.log.info('Segment wanted once more', { runId, seq, repairedBy: replay.runId });
    void this.wakeLeader();
    return { view: await readRun(runs, replay.runId), isNew: replay.isNew };
  }

  /** Pages until one has a match, so that a rare state is found without one request per page. */
  async segments(runId: string, { limit, cursor, state, node }: SegmentQueryDto): Promise<Page<SegmentView>> {
    const view = await this.get(runId);
    const { states } = await this.readModel.sidecars();
    const running = runningSegments(states, runId);
    const spec = view.result ? undefined : view.spec;
    let at = cursor;
    for (let pages = 1; ; pages++) {
      const page = await this.segmentPage(view, limit, at);
      const items = page.items
        .map((row) => viewSegment(row, spec, running))
        .filter((one) => (state ?? one.state) === one.state && (!node || one.row.segment.replicas.includes(node)));
      at = page.nextCursor;
      if (items.length > 0 || at === undefined || pages === MAX_PAGES_PER_ANSWER) {
        return { items, ...(at !== undefined && { nextCursor: at }) };
      }
    }
  }

  private segmentPage({ creation }: RunView, limit: number, cursor: string | undefined) {
    const { segments } = this.backend.stores;
    return segments.page(creation.planId, { limit, ...(cursor !== undefined && { cursor }) });
  }

  private planPorts() {
    return { cluster: this.backend.cluster, schema: this.backend.schema, turn: () => setImmediate() };
  }

  /** Best effort: a leader that is not told looks by itself within 20 s. */
  private async wakeLeader(): Promise<void> {
    try {
      const lease = await this.backend.stores.leases.read({ serial: false });
      if (!lease || lease.holder === '') return;
      if (lease.holder === this.backend.self().hostId) this.backend.look();
      else this.backend.doorbell.ring(lease.holder);
    } catch (error) {
      this.backend.runtime.log.debug('Leader not found for a doorbell', { error });
    }
  }
}

function freshIds({ entropy }: Pick<Runtime, 'entropy'>): RunIds {
  return { resourceId: entropy.uuid(), earlierIds: [] };
}
