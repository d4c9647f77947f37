import { FailureCode, SegmentState } from '@reaper-sidecar/repair-core';
import { ApiProperty } from '../openapi/decorators.js';

export class TokenRangeDto {
  @ApiProperty({ description: 'Exclusive, decimal', example: '-9223372036854775808' }) start: string;
  @ApiProperty({ description: 'Inclusive, decimal', example: '-4611686018427387905' }) end: string;
}

export class SegmentFailureDto {
  @ApiProperty({ enum: Object.values(FailureCode), enumName: 'FailureCode' }) code: FailureCode;
  @ApiProperty() message: string;
}

export class TableDifferencesDto {
  @ApiProperty() table: string;
  @ApiProperty({ type: 'integer' }) ranges: number;
  @ApiProperty({ type: 'integer' }) bytes: number;
}

export class SegmentDifferencesDto {
  @ApiProperty({ description: 'Ranges that a repair would stream, as Cassandra counts them', type: 'integer' })
  ranges: number;

  @ApiProperty({ description: 'Bytes that a repair would stream, as Cassandra estimates', type: 'integer' })
  bytes: number;

  @ApiProperty({ description: 'Tables that differ, at most 50', type: [TableDifferencesDto] })
  tables: readonly TableDifferencesDto[];
}

export class SegmentDto {
  @ApiProperty({ description: 'Number in the plan, from 0', type: 'integer' }) seq: number;

  @ApiProperty({ enum: Object.values(SegmentState), enumName: 'SegmentState' }) state: SegmentState;

  @ApiProperty({ type: [TokenRangeDto] }) ranges: TokenRangeDto[];

  @ApiProperty({ description: 'Host ids of the nodes that take part', type: [String] }) replicas: readonly string[];

  @ApiProperty({ description: 'Share of the ring, 0 to 1' }) ringShare: number;

  @ApiProperty({ description: 'Of one copy of the data, where known', required: false }) estimatedBytes?: number;

  @ApiProperty({ description: 'Where known', required: false }) estimatedPartitions?: number;

  @ApiProperty({ description: 'Number of the last attempt', type: 'integer', required: false }) attempt?: number;

  @ApiProperty({ description: 'Host id of the node that ran or runs it', required: false }) coordinator?: string;

  @ApiProperty({ format: 'date-time', required: false }) startedAt?: string;

  @ApiProperty({ format: 'date-time', required: false }) endedAt?: string;

  @ApiProperty({ type: 'integer', required: false }) durationMs?: number;

  @ApiProperty({ description: 'Parent repair session in the log of Cassandra', required: false }) sessionId?: string;

  @ApiProperty({ description: 'Number of the repair command on its node', type: 'integer', required: false })
  commandNumber?: number;

  @ApiProperty({ description: 'How the last attempt failed', type: SegmentFailureDto, required: false })
  failure?: SegmentFailureDto;

  @ApiProperty({ description: 'What a preview found', type: SegmentDifferencesDto, required: false })
  differences?: SegmentDifferencesDto;

  @ApiProperty({
    description: 'Segments it was split into',
    type: 'array',
    items: { type: 'integer' },
    required: false,
  })
  children?: readonly number[];
}

export class SegmentPageDto {
  @ApiProperty({ type: [SegmentDto] }) items: SegmentDto[];

  @ApiProperty({ description: 'Cursor of the next page; absent on the last one', required: false })
  nextCursor?: string;
}
