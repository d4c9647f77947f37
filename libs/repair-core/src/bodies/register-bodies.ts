import type { Assignment, AssignmentItem } from '../model/assignment.js';
import type {
  CurrentCommand,
  DiskSpace,
  ForeignRepair,
  ItemResult,
  NodePressure,
  NodeState,
  OtherStreams,
} from '../model/node-state.js';
import { PreviewKind } from '../model/preview.js';
import { Parallelism, RepairMode } from '../model/repair-unit.js';
import { SegmentState, type StoredSegmentState } from '../model/segment.js';
import { bodyCodec } from './body-codec.js';
import { list, natural, number, object, oneOf, optional, text } from './body-shape.js';

export const repairMode = oneOf(Object.values(RepairMode));
export const parallelism = oneOf(Object.values(Parallelism));
export const storedSegmentState = oneOf<StoredSegmentState>([
  SegmentState.Done,
  SegmentState.Skipped,
  SegmentState.Failed,
  SegmentState.Split,
]);

const item = object<AssignmentItem>({
  stamp: natural,
  runId: text,
  planId: text,
  seq: natural,
  round: natural,
  attempt: natural,
  keyspace: text,
  tables: list(text),
  ranges: list(text),
  participants: list(text),
  mode: repairMode,
  preview: optional(oneOf(Object.values(PreviewKind))),
  parallelism,
  datacenters: list(text),
  hosts: list(text),
  jobThreads: natural,
  timeoutMs: number,
  intensity: number,
});

/** Cell `body` of `assignment`. */
export const assignmentBody = bodyCodec<Assignment>(
  'assignment',
  object<Assignment>({
    protocol: natural,
    epoch: natural,
    stamp: natural,
    leader: text,
    incarnation: text,
    items: list(item),
    cancel: optional(list(natural)),
  }),
);

const current = object<CurrentCommand>({
  item,
  state: oneOf(['starting', 'running', 'cancelling']),
  jvmStartMs: number,
  commandBefore: natural,
  commandNumber: optional(natural),
  sessionId: optional(text),
  sinceMs: number,
});

const pressure = object<NodePressure>({
  pendingCompactions: optional(natural),
  disk: optional(object<DiskSpace>({ directory: text, freeBytes: number, freePercent: number })),
  otherStreams: optional(object<OtherStreams>({ plans: natural, purposes: text })),
  hintFiles: optional(natural),
  hintDeliveries: optional(natural),
  operationMode: optional(text),
  unreachable: optional(text),
  unreachableForMs: optional(number),
});

/** Cell `body` of `node_state`. */
export const nodeStateBody = bodyCodec<NodeState>(
  'node state',
  object<NodeState>({
    protocol: natural,
    hostId: text,
    incarnation: text,
    n: natural,
    epoch: natural,
    seen: natural,
    over: natural,
    results: list(object<ItemResult>({ stamp: natural, state: storedSegmentState, durationMs: number })),
    current: optional(current),
    nextWithinMs: number,
    sessions: optional(natural),
    foreign: optional(
      object<ForeignRepair>({ kind: oneOf(['command', 'auto-repair', 'unknown']), detail: text, sinceMs: number }),
    ),
    pressure,
    jvmStartMs: optional(number),
    lastCommand: optional(natural),
    cassandraVersion: text,
    sidecarVersion: text,
    apiUrl: text,
    address: text,
    datacenter: text,
    rack: text,
    startedAtMs: number,
    writtenAtMs: number,
    waiting: optional(object<NonNullable<NodeState['waiting']>>({ code: text, detail: text, sinceMs: number })),
  }),
);
