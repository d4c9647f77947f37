import { Parallelism, PreviewKind, RepairMode } from '@reaper-sidecar/repair-core';
import { ApiProperty } from '../openapi/decorators.js';

export class PlannedReplicaSetDto {
  @ApiProperty({ description: 'Host ids', type: [String] }) replicas: readonly string[];
  @ApiProperty({ type: 'integer' }) segments: number;
  @ApiProperty({ description: 'Share of the ring, 0 to 1' }) ringShare: number;
}

export class RunPlanDto {
  @ApiProperty() keyspace: string;
  @ApiProperty({ type: [String] }) tables: readonly string[];
  @ApiProperty({ enum: Object.values(RepairMode), enumName: 'RepairMode' }) mode: RepairMode;
  @ApiProperty({
    description: 'Kind of preview; absent for a repair',
    enum: Object.values(PreviewKind),
    enumName: 'PreviewKind',
    required: false,
  })
  preview?: PreviewKind;
  @ApiProperty({ enum: Object.values(Parallelism), enumName: 'Parallelism' }) parallelism: Parallelism;
  @ApiProperty({ description: 'Number of segments', type: 'integer' }) segments: number;

  @ApiProperty({
    description: 'Replica sets, those with most segments first; at most 500',
    type: [PlannedReplicaSetDto],
  })
  replicaSets: PlannedReplicaSetDto[];

  @ApiProperty({ description: 'Number of replica sets', type: 'integer' }) replicaSetCount: number;

  @ApiProperty({ description: 'Ranges with fewer than two participants, which are left out', type: 'integer' })
  unreplicatedRanges: number;

  @ApiProperty({ description: 'Bytes of one copy of the data, where known', required: false }) estimatedBytes?: number;

  @ApiProperty({ description: 'Partitions, where known', required: false }) estimatedPartitions?: number;

  @ApiProperty({ description: 'Share of the ring that the estimates cover, 0 to 1' }) estimateCoverage: number;

  @ApiProperty({
    description: 'Unfinished run of the same unit; `createRun` would be refused',
    format: 'uuid',
    required: false,
  })
  busyWith?: string;
}
