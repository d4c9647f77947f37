import {
  FailureCode,
  Parallelism,
  PreviewKind,
  REASONS,
  RepairMode,
  RunState,
  type ReasonClass,
  type ReasonCode,
} from '@reaper-sidecar/repair-core';
import { ApiProperty } from '../openapi/decorators.js';

export class RunProgressDto {
  @ApiProperty({ description: 'Segments in all', type: 'integer' }) total: number;
  @ApiProperty({ description: 'Repaired', type: 'integer' }) done: number;
  @ApiProperty({ description: 'Cassandra had nothing to do', type: 'integer' }) skipped: number;
  @ApiProperty({ description: 'Given up after all attempts', type: 'integer' }) failed: number;
  @ApiProperty({ description: 'Running now', type: 'integer' }) running: number;
  @ApiProperty({ description: 'Neither over nor running', type: 'integer' }) pending: number;
}

export class RunDifferencesDto {
  @ApiProperty({ description: 'Segments in which replicas differ', type: 'integer' }) segments: number;

  @ApiProperty({ description: 'Ranges that a repair would stream, as Cassandra counts them', type: 'integer' })
  ranges: number;

  @ApiProperty({ description: 'Bytes that a repair would stream, as Cassandra estimates', type: 'integer' })
  bytes: number;
}

export class RunFailureDto {
  @ApiProperty({ description: 'Number of the segment in the plan', type: 'integer' }) seq: number;
  @ApiProperty({ description: 'Number of the last attempt', type: 'integer' }) attempt: number;
  @ApiProperty({ enum: Object.values(FailureCode), enumName: 'FailureCode' }) code: FailureCode;
  @ApiProperty() message: string;
}

export class RunDto {
  @ApiProperty({ format: 'uuid' }) id: string;

  @ApiProperty({ enum: Object.values(RunState), enumName: 'RunState' }) state: RunState;

  @ApiProperty({ example: 'shop' }) keyspace: string;

  @ApiProperty({ type: [String], example: ['orders'] }) tables: readonly string[];

  @ApiProperty({ enum: Object.values(RepairMode), enumName: 'RepairMode' }) mode: RepairMode;

  @ApiProperty({
    description: 'Kind of preview; absent for a repair',
    enum: Object.values(PreviewKind),
    enumName: 'PreviewKind',
    required: false,
  })
  preview?: PreviewKind;

  @ApiProperty({
    description: 'Of a preview: what it found so far. All zero at the end: the replicas agree.',
    type: RunDifferencesDto,
    required: false,
  })
  differences?: RunDifferencesDto;

  @ApiProperty({ enum: Object.values(Parallelism), enumName: 'Parallelism' }) parallelism: Parallelism;

  @ApiProperty({ description: 'Datacenters that take part; empty: all', type: [String] })
  datacenters: readonly string[];

  @ApiProperty({ description: 'Nodes that take part; empty: all', type: [String] }) hostIds: readonly string[];

  @ApiProperty({ type: 'integer' }) jobThreads: number;

  @ApiProperty({ description: 'Share of time a node repairs' }) intensity: number;

  @ApiProperty({ type: 'integer' }) segmentTimeoutMs: number;

  @ApiProperty({ type: 'integer' }) maxAttempts: number;

  @ApiProperty({ type: 'integer' }) priority: number;

  @ApiProperty() cause: string;

  @ApiProperty() createdBy: string;

  @ApiProperty({ format: 'date-time' }) createdAt: string;

  @ApiProperty({ description: 'Start of the first segment', format: 'date-time', required: false }) startedAt?: string;

  @ApiProperty({ format: 'date-time', required: false }) endedAt?: string;

  @ApiProperty({ type: RunProgressDto }) segments: RunProgressDto;

  @ApiProperty({ description: 'Time of all successful segments added up', type: 'integer' }) repairMs: number;

  @ApiProperty({ description: 'Replica sets that wait; `explainRun` tells why', type: 'integer' }) waiting: number;

  @ApiProperty({
    description: 'Version of what is wanted; rises with every change. Absent when the run is over.',
    type: 'integer',
    required: false,
  })
  specVersion?: number;

  @ApiProperty({ description: 'How it ended, in words', required: false }) message?: string;

  @ApiProperty({
    description: 'Failed segments of an ended run, at most 100',
    type: 'array',
    items: { type: 'integer' },
    required: false,
  })
  failedSegments?: readonly number[];

  @ApiProperty({ description: 'How the last attempt of each of them failed', type: [RunFailureDto], required: false })
  failures?: readonly RunFailureDto[];

  @ApiProperty({
    description: 'The ended run of which it repairs a segment once more',
    format: 'uuid',
    required: false,
  })
  replayOf?: string;

  @ApiProperty({ description: 'When the leader last wrote the progress', format: 'date-time', required: false })
  asOf?: string;
}

export class RunPageDto {
  @ApiProperty({ type: [RunDto] }) items: RunDto[];

  @ApiProperty({ description: 'Cursor of the next page; absent on the last one', required: false })
  nextCursor?: string;
}

export class ReasonDto {
  @ApiProperty({ enum: Object.keys(REASONS), enumName: 'ReasonCode' }) code: ReasonCode;

  @ApiProperty({
    description: 'normal: goes away by itself; attention: somebody can speed it up; blocked: somebody must act',
    enum: ['normal', 'attention', 'blocked'],
    enumName: 'ReasonClass',
  })
  class: ReasonClass;

  @ApiProperty() title: string;

  @ApiProperty({ description: 'What can be done' }) remedy: string;

  @ApiProperty({ description: 'What was seen' }) evidence: string;

  @ApiProperty({ description: 'Host ids of the replica set that waits; empty: the whole run', type: [String] })
  replicas: readonly string[];

  @ApiProperty({ format: 'date-time' }) since: string;

  @ApiProperty({ description: 'Earliest time of a change by itself', format: 'date-time', required: false })
  until?: string;
}

export class WaitingSidecarDto {
  @ApiProperty({ format: 'uuid' }) hostId: string;

  @ApiProperty({ description: 'Code of its reason' }) code: string;

  @ApiProperty() detail: string;

  @ApiProperty({ format: 'date-time' }) since: string;
}

export class RunExplanationDto {
  @ApiProperty({ enum: Object.values(RunState), enumName: 'RunState' }) state: RunState;

  @ApiProperty({ description: 'One sentence' }) summary: string;

  @ApiProperty({ description: 'Why parts of the run wait, worst first', type: [ReasonDto] }) reasons: ReasonDto[];

  @ApiProperty({ description: 'Sidecars that start nothing although they have work', type: [WaitingSidecarDto] })
  sidecars: WaitingSidecarDto[];

  @ApiProperty({ description: 'When the leader last looked', format: 'date-time', required: false }) asOf?: string;
}
