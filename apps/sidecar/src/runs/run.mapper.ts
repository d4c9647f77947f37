import type {
  ExplainedReason,
  RunExplanation,
  RunPlan,
  RunRequest,
  RunView,
  NodeState,
} from '@reaper-sidecar/repair-core';
import { validationError } from '../http/validation.js';
import { toTime } from '../http/time.js';
import type { CreateRunDto } from './create-run.dto.js';
import type { RunPlanDto } from './run-plan.dto.js';
import type { ReasonDto, RunDto, RunExplanationDto, RunProgressDto, WaitingSidecarDto } from './run.dto.js';

const MAX_SHOWN_REPLICA_SETS = 500;

/** @throws ApiError when two ways of sizing are given */
export function toRunRequest(dto: CreateRunDto): RunRequest {
  const { tables, excludeTables, datacenters = [], hostIds = [] } = dto;
  return {
    keyspace: dto.keyspace,
    ...(tables && { tables }),
    ...(excludeTables && { excludeTables }),
    excludeTimeWindowTables: dto.excludeTimeWindowTables,
    mode: dto.mode,
    ...(dto.preview && { preview: dto.preview }),
    parallelism: dto.parallelism,
    datacenters,
    hostIds,
    jobThreads: dto.jobThreads,
    sizing: toSizing(dto),
    intensity: dto.intensity,
    segmentTimeoutMs: dto.segmentTimeoutMs,
    maxAttempts: dto.maxAttempts,
    priority: dto.priority,
    cause: dto.cause,
    createdBy: dto.createdBy,
  };
}

function toSizing({ segments, segmentSizeBytes }: CreateRunDto): RunRequest['sizing'] {
  if (segments !== undefined && segmentSizeBytes !== undefined) {
    throw validationError([
      { path: 'segmentSizeBytes', message: 'cannot be given together with segments; leave one out' },
    ]);
  }
  if (segments !== undefined) return { kind: 'count', segments };
  if (segmentSizeBytes !== undefined) return { kind: 'bytes', bytesPerSegment: segmentSizeBytes };
  return { kind: 'auto' };
}

export function toRunDto(view: RunView): RunDto {
  const { creation, spec, result } = view;
  const { unit } = creation;
  return {
    id: creation.runId,
    state: view.state,
    ...unit,
    intensity: spec.intensity,
    segmentTimeoutMs: spec.segmentTimeoutMs,
    maxAttempts: spec.maxAttempts,
    priority: spec.priority,
    cause: creation.cause,
    createdBy: creation.createdBy,
    createdAt: toTime(creation.createdAtMs),
    ...(view.startedAtMs !== undefined && { startedAt: toTime(view.startedAtMs) }),
    ...(result && { endedAt: toTime(result.endedAtMs), failedSegments: result.failedSegments }),
    ...(result?.failures && { failures: result.failures }),
    ...(creation.replayOf && { replayOf: creation.replayOf.runId }),
    ...(result?.message !== undefined && { message: result.message }),
    segments: toProgress(view),
    ...(view.counters.preview && { differences: view.counters.preview }),
    repairMs: view.counters.repairMs,
    waiting: view.reasons.length,
    ...(view.specVersion !== undefined && { specVersion: view.specVersion }),
    ...(view.asOfMs !== undefined && { asOf: toTime(view.asOfMs) }),
  };
}

function toProgress({ counters: { total, done, skipped, failed, running } }: RunView): RunProgressDto {
  const pending = Math.max(0, total - done - skipped - failed - running);
  return { total, done, skipped, failed, running, pending };
}

export function toPlanDto({ unit, plan }: RunPlan, busyWith: string | undefined): RunPlanDto {
  const sets = [...plan.replicaSets].sort((a, b) => b.segments - a.segments).slice(0, MAX_SHOWN_REPLICA_SETS);
  return {
    keyspace: unit.keyspace,
    tables: unit.tables,
    mode: unit.mode,
    ...(unit.preview && { preview: unit.preview }),
    parallelism: unit.parallelism,
    segments: plan.segments.length,
    replicaSets: sets,
    replicaSetCount: plan.replicaSets.length,
    unreplicatedRanges: plan.unreplicated.length,
    ...(plan.estimate.bytes !== undefined && { estimatedBytes: plan.estimate.bytes }),
    ...(plan.estimate.partitions !== undefined && { estimatedPartitions: plan.estimate.partitions }),
    estimateCoverage: plan.estimate.coverage,
    ...(busyWith !== undefined && { busyWith }),
  };
}

export function toExplanationDto(
  view: RunView,
  { summary, reasons }: RunExplanation,
  sidecars: Iterable<NodeState>,
): RunExplanationDto {
  return {
    state: view.state,
    summary,
    reasons: reasons.map(toReasonDto),
    sidecars: view.result ? [] : [...sidecars].flatMap(toWaiting),
    ...(view.asOfMs !== undefined && { asOf: toTime(view.asOfMs) }),
  };
}

function toReasonDto({ sinceMs, untilMs, ...reason }: ExplainedReason): ReasonDto {
  return { ...reason, since: toTime(sinceMs), ...(untilMs !== undefined && { until: toTime(untilMs) }) };
}

function toWaiting({ hostId, waiting }: NodeState): WaitingSidecarDto[] {
  if (!waiting) return [];
  return [{ hostId, code: waiting.code, detail: waiting.detail, since: toTime(waiting.sinceMs) }];
}
