import { IsISO8601, IsUUID } from 'class-validator';
import { DecisionKind } from '@reaper-sidecar/repair-core';
import { Optional } from '../http/optional.js';
import { PageQueryDto } from '../http/paging.dto.js';
import { ApiProperty } from '../openapi/decorators.js';

export class DecisionDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'By the clock of the sidecar that decided', format: 'date-time' }) at: string;
  @ApiProperty({ enum: Object.values(DecisionKind), enumName: 'DecisionKind' }) kind: DecisionKind;
  @ApiProperty({ example: 'A replica is down: 10.0.1.3:7000' }) detail: string;
  @ApiProperty({ format: 'uuid', required: false }) runId?: string;
  @ApiProperty({ description: 'Reason code', required: false }) code?: string;
  @ApiProperty({ description: 'Host id beside the sidecar that decided', required: false }) hostId?: string;
}

export class DecisionPageDto {
  @ApiProperty({ type: [DecisionDto] }) items: DecisionDto[];
  @ApiProperty({ description: 'Absent on the last page; a page before it may be short or empty', required: false })
  nextCursor?: string;
}

export class DecisionQueryDto extends PageQueryDto {
  @ApiProperty({ description: 'Not older than this. Default: a day ago', format: 'date-time', required: false })
  @Optional()
  @IsISO8601({ strict: true, strictSeparator: true })
  since?: string;

  @ApiProperty({ description: 'Not newer than this. Default: now', format: 'date-time', required: false })
  @Optional()
  @IsISO8601({ strict: true, strictSeparator: true })
  until?: string;

  @ApiProperty({ description: 'Only decisions about this run', format: 'uuid', required: false })
  @Optional()
  @IsUUID('all')
  runId?: string;
}
