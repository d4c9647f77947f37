import type { PlannedSegment } from '@reaper-sidecar/segment-planner';
import { UnknownOutcomeError } from '../errors/domain-error.js';
import type { ActiveRun, RunCreation, RunSpec } from '../model/repair-run.js';
import { unitKey } from '../model/repair-unit.js';
import type { RunStore } from '../ports/runs.js';
import type { Runtime } from '../ports/runtime.js';
import { findActive } from './find-active.js';
import { planRun, type PlanPorts, type RunPlan } from './plan-run.js';
import { UnitBusyError } from './run-errors.js';
import type { RunRequest } from './run-request.js';

export interface CreatePorts extends PlanPorts {
  readonly runs: RunStore;
  readonly runtime: Pick<Runtime, 'clock' | 'entropy' | 'log'>;
}

/** Tries of the write that makes the run exist, each after a serial read that said it had not happened. */
const ACTIVATION_ATTEMPTS = 3;

/**
 * Plans and creates a run. Segments and run row first, then one conditional write that makes the run exist and keeps
 * it the only one of its unit, then the listing row. A crash before the conditional write leaves nothing visible.
 *
 * @param runId id of the new run, never used before
 * @throws UnitBusyError with the id of the other run; everything of {@link planRun};
 *   UnknownOutcomeError when it cannot be told whether the run exists (`details.runId`)
 */
export async function createRun(
  ports: CreatePorts,
  request: RunRequest,
  runId = ports.runtime.entropy.uuid(),
): Promise<RunCreation> {
  const planned = await planRun(ports, request);
  await requireIdleUnit(ports.runs, planned);
  const creation = runCreation(ports.runtime, request, planned, runId);
  await bringToLife(ports, creation, planned.plan.segments);
  return creation;
}

/** @throws as {@link createRun} */
export async function bringToLife(
  ports: Pick<CreatePorts, 'runs' | 'runtime'>,
  creation: RunCreation,
  segments: readonly PlannedSegment[],
): Promise<void> {
  await ports.runs.createPlan(creation, segments);
  await activate(ports.runs, creation);
  await index(ports, creation);
}

/** Spares the plan of a run that would be refused; the conditional write decides. */
async function requireIdleUnit(runs: RunStore, { unit }: RunPlan): Promise<void> {
  const key = unitKey(unit);
  const { active } = await findActive(runs, ({ unitKey: other }) => other === key);
  if (active) throw new UnitBusyError(unit, active.runId);
}

function runCreation(
  { clock, entropy }: CreatePorts['runtime'],
  request: RunRequest,
  planned: RunPlan,
  runId: string,
): RunCreation {
  return {
    runId,
    planId: entropy.uuid(),
    unit: planned.unit,
    sizing: request.sizing,
    segmentCount: planned.plan.segments.length,
    initialSpec: initialSpec(request),
    createdAtMs: clock.wallMs(),
    createdBy: request.createdBy,
    cause: request.cause,
    partitioner: planned.partitioner,
  };
}

function initialSpec({ intensity, segmentTimeoutMs, maxAttempts, priority }: RunRequest): RunSpec {
  return { desired: 'running', intensity, segmentTimeoutMs, maxAttempts, priority, rounds: {} };
}

async function activate(runs: RunStore, { unit, runId, planId, initialSpec }: RunCreation): Promise<void> {
  const run: ActiveRun = { unitKey: unitKey(unit), runId, planId, spec: initialSpec, specVersion: 1 };
  for (let attempt = 1; attempt <= ACTIVATION_ATTEMPTS; attempt++) {
    const holder = await claim(runs, run);
    if (holder === runId) return;
    if (holder !== undefined) throw new UnitBusyError(unit, holder);
  }
  throw unknownActivation(runId);
}

/** Who holds the unit after one try: a run id, or undefined when nobody does and it may be tried again. */
async function claim(runs: RunStore, run: ActiveRun): Promise<string | undefined> {
  try {
    const answer = await runs.activate(run);
    return answer.applied ? run.runId : answer.current?.runId;
  } catch (error) {
    if (!(error instanceof UnknownOutcomeError)) throw error;
    return await holderAfterDoubt(runs, run, error);
  }
}

/** A serial read finishes or outvotes the write in doubt, so what it sees stays true. */
async function holderAfterDoubt(runs: RunStore, run: ActiveRun, doubt: unknown): Promise<string | undefined> {
  try {
    const { active, unreadable } = await findActive(runs, ({ unitKey: key }) => key === run.unitKey, { serial: true });
    if (active) return active.runId;
    if (unreadable) throw unreadable;
    return (await runs.get(run.runId))?.result ? run.runId : undefined;
  } catch {
    throw unknownActivation(run.runId, doubt);
  }
}

function unknownActivation(runId: string, cause?: unknown): UnknownOutcomeError {
  const message = `Whether run ${runId} was created is unknown: too few replicas answered; look for it before you repeat the request`;
  return new UnknownOutcomeError(message, { runId }, { cause });
}

/** The leader adds a missing listing row, so the run is not refused for it. */
async function index({ runs, runtime }: Pick<CreatePorts, 'runs' | 'runtime'>, creation: RunCreation): Promise<void> {
  try {
    await runs.index(creation);
  } catch (error) {
    runtime.log.warn('Listing row of a new run not written, the leader will add it', { runId: creation.runId, error });
  }
}
