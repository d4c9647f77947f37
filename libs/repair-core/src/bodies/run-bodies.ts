import type { Sizing } from '@reaper-sidecar/segment-planner';
import {
  type FinalRunState,
  RunState,
  type ReplayedSegments,
  type RunCounters,
  type RunCreation,
  type RunResult,
  type RunSpec,
  type RunStatus,
  type SegmentFailure,
} from '../model/repair-run.js';
import { protocolFor } from '../model/assignment.js';
import { PreviewKind, type PreviewTotals } from '../model/preview.js';
import type { RepairUnit } from '../model/repair-unit.js';
import { REASONS, type Reason, type ReasonCode } from '../reasons/reason.js';
import { bodyCodec } from './body-codec.js';
import {
  list,
  natural,
  naturalsByNumber,
  number,
  object,
  oneOf,
  oneOfOrElse,
  optional,
  text,
  union,
} from './body-shape.js';
import { failureCode } from './segment-bodies.js';
import { parallelism, repairMode } from './register-bodies.js';

type SizingOf<K extends Sizing['kind']> = Extract<Sizing, { readonly kind: K }>;

const sizing = union<Sizing>({
  auto: object<SizingOf<'auto'>>({ kind: oneOf(['auto']) }),
  count: object<SizingOf<'count'>>({ kind: oneOf(['count']), segments: number }),
  bytes: object<SizingOf<'bytes'>>({ kind: oneOf(['bytes']), bytesPerSegment: number }),
  partitions: object<SizingOf<'partitions'>>({ kind: oneOf(['partitions']), partitionsPerSegment: number }),
});

const unit = object<RepairUnit>({
  keyspace: text,
  tables: list(text),
  mode: repairMode,
  parallelism,
  datacenters: list(text),
  hostIds: list(text),
  jobThreads: natural,
  preview: optional(oneOf(Object.values(PreviewKind))),
});

const spec = object<RunSpec>({
  desired: oneOf(['running', 'paused', 'aborted']),
  intensity: number,
  segmentTimeoutMs: number,
  maxAttempts: natural,
  priority: number,
  rounds: naturalsByNumber,
});

const counters = object<RunCounters>({
  total: natural,
  done: natural,
  skipped: natural,
  failed: natural,
  running: natural,
  repairMs: number,
  preview: optional(object<PreviewTotals>({ segments: natural, ranges: natural, bytes: number })),
});

const reason = object<Reason>({
  code: oneOfOrElse(Object.keys(REASONS) as ReasonCode[], 'PROTOCOL_UNSUPPORTED'),
  replicas: list(text),
  evidence: text,
  sinceMs: number,
  untilMs: optional(number),
});

const failure = object<SegmentFailure>({
  seq: natural,
  attempt: natural,
  code: failureCode,
  message: text,
});

/** Column `spec` of `active_run`. */
export const runSpecBody = bodyCodec<RunSpec>('run specification', spec);

/** Cell `creation` of `repair_run`. */
export const runCreationBody = bodyCodec<RunCreation>(
  'run',
  object<RunCreation>({
    runId: text,
    planId: text,
    unit,
    sizing,
    segmentCount: natural,
    initialSpec: spec,
    createdAtMs: number,
    createdBy: text,
    cause: text,
    partitioner: text,
    replayOf: optional(object<ReplayedSegments>({ runId: text, seqs: list(natural) })),
  }),
  ({ unit: { preview } }) => protocolFor({ preview }),
);

/** Cell `status` of `repair_run`. */
export const runStatusBody = bodyCodec<RunStatus>(
  'run status',
  object<RunStatus>({
    state: oneOf([RunState.NotStarted, RunState.Running, RunState.Paused, RunState.Aborting]),
    counters,
    startedAtMs: optional(number),
    reasons: list(reason),
    asOfMs: number,
    epoch: optional(natural),
  }),
);

/** Cell `result` of `repair_run`. */
export const runResultBody = bodyCodec<RunResult>(
  'run result',
  object<RunResult>({
    state: oneOf<FinalRunState>([RunState.Done, RunState.Failed, RunState.Aborted]),
    specVersion: natural,
    counters,
    startedAtMs: optional(number),
    endedAtMs: number,
    message: optional(text),
    failedSegments: list(natural),
    failures: optional(list(failure)),
  }),
);
