import { randomUUID } from 'node:crypto';
import type { PlannedSegment } from '@reaper-sidecar/segment-planner';
import { type Assignment, type AssignmentItem, BASIC_PROTOCOL } from '../../model/assignment.js';
import type { Lease } from '../../model/lease.js';
import type { NodeState } from '../../model/node-state.js';
import type { ActiveRun, RunCounters, RunCreation, RunResult, RunSpec, RunStatus } from '../../model/repair-run.js';
import { type RepairUnit, unitKey } from '../../model/repair-unit.js';
import type { SegmentOutcome } from '../../model/segment.js';

/** The stores of two sidecars of one cluster that holds no rows yet. */
export interface StorePair<T> {
  readonly one: T;
  readonly other: T;
}

export type MakeStorePair<T> = () => StorePair<T> | Promise<StorePair<T>>;

/** A stamp of our times: microseconds since 1970. */
export const STAMP = 1_767_225_600_000_000;

export function aLease(part: Partial<Lease> = {}): Lease {
  return {
    epoch: STAMP,
    beat: 0,
    token: randomUUID(),
    holder: randomUUID(),
    acquiredAtMs: 1_767_225_600_000,
    cause: 'the leader was silent for 30 s – ¡sí!',
    ...part,
  };
}

export function anItem(part: Partial<AssignmentItem> = {}): AssignmentItem {
  return {
    stamp: STAMP + 1,
    runId: randomUUID(),
    planId: randomUUID(),
    seq: 17,
    round: 0,
    attempt: 1,
    keyspace: 'shop',
    tables: ['carts', 'orders'],
    ranges: ['-9223372036854775808:-1', '-1:9223372036854775807'],
    participants: [randomUUID(), randomUUID()].sort(),
    mode: 'full',
    parallelism: 'parallel',
    datacenters: [],
    hosts: [],
    jobThreads: 1,
    timeoutMs: 1_800_000,
    intensity: 0.9,
    ...part,
  };
}

export function anAssignment(part: Partial<Assignment> = {}): Assignment {
  return {
    protocol: BASIC_PROTOCOL,
    epoch: STAMP,
    stamp: STAMP + 2,
    leader: randomUUID(),
    incarnation: randomUUID(),
    items: [anItem()],
    ...part,
  };
}

export function aNodeState(part: Partial<NodeState> = {}): NodeState {
  return {
    protocol: BASIC_PROTOCOL,
    hostId: randomUUID(),
    incarnation: randomUUID(),
    n: 3,
    epoch: STAMP,
    seen: STAMP + 2,
    over: STAMP + 1,
    results: [{ stamp: STAMP + 1, state: 'DONE', durationMs: 1_234.5 }],
    nextWithinMs: 5_000,
    pressure: { pendingCompactions: 4 },
    cassandraVersion: '5.0.9',
    sidecarVersion: '0.1.0',
    apiUrl: 'http://10.0.0.1:8080',
    address: '10.0.0.1:7000',
    datacenter: 'dc1',
    rack: 'r1',
    startedAtMs: 1_767_225_600_000,
    writtenAtMs: 1_767_225_600_001,
    ...part,
  };
}

export function aUnit(): RepairUnit {
  return {
    keyspace: `ks_${randomUUID()}`,
    tables: ['carts', 'orders'],
    mode: 'full',
    parallelism: 'datacenter-aware',
    datacenters: ['dc1'],
    hostIds: [],
    jobThreads: 2,
  };
}

export function aSpec(part: Partial<RunSpec> = {}): RunSpec {
  return {
    desired: 'running',
    intensity: 0.5,
    segmentTimeoutMs: 1_800_000,
    maxAttempts: 3,
    priority: 50,
    rounds: {},
    ...part,
  };
}

export function aCreation(part: Partial<RunCreation> = {}): RunCreation {
  return {
    runId: randomUUID(),
    planId: randomUUID(),
    unit: aUnit(),
    sizing: { kind: 'bytes', bytesPerSegment: 1_000_000 },
    segmentCount: 3,
    initialSpec: aSpec(),
    createdAtMs: 1_767_225_600_000,
    createdBy: 'ada',
    cause: 'before the upgrade',
    partitioner: 'org.apache.cassandra.dht.Murmur3Partitioner',
    ...part,
  };
}

export function anActiveRun(creation: RunCreation): ActiveRun {
  const { runId, planId, unit, initialSpec } = creation;
  return { unitKey: unitKey(unit), runId, planId, spec: initialSpec, specVersion: 1 };
}

/** The last token is one that a number cannot hold. */
export function someSegments(count: number): readonly PlannedSegment[] {
  const width = 2n ** 64n / BigInt(count);
  return Array.from({ length: count }, (_, seq) => ({
    seq,
    ranges: [{ start: BigInt(seq) * width - 2n ** 63n, end: BigInt(seq + 1) * width - 2n ** 63n - 1n }],
    replicas: ['a', 'b', 'c'],
    ringShare: 1 / count,
    estimatedBytes: 1_000 + seq,
  }));
}

export function anOutcome(part: Partial<SegmentOutcome> = {}): SegmentOutcome {
  return {
    state: 'FAILED',
    round: 0,
    attempt: 1,
    failure: { code: 'REPAIR_FAILED', message: 'Validation failed in /10.0.0.2:7000' },
    coordinator: randomUUID(),
    startedAtMs: 1_767_225_600_000,
    endedAtMs: 1_767_225_660_000,
    sessionId: randomUUID(),
    commandNumber: 12,
    ...part,
  };
}

const counters: RunCounters = { total: 3, done: 1, skipped: 0, failed: 0, running: 1, repairMs: 61_000 };

export function aStatus(part: Partial<RunStatus> = {}): RunStatus {
  return {
    state: 'RUNNING',
    counters,
    startedAtMs: 1_767_225_600_500,
    reasons: [],
    asOfMs: 1_767_225_661_000,
    ...part,
  };
}

export function aResult(part: Partial<RunResult> = {}): RunResult {
  return { state: 'DONE', specVersion: 1, counters, endedAtMs: 1_767_225_700_000, failedSegments: [], ...part };
}
