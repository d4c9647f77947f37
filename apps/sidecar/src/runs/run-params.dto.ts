import { RUN_LIMITS, SegmentState } from '@reaper-sidecar/repair-core';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsUUID, Max, Min } from 'class-validator';
import { Optional } from '../http/optional.js';
import { PageQueryDto } from '../http/paging.dto.js';
import { ApiProperty } from '../openapi/decorators.js';

/** Numbers above it cannot be stored. */
const MAX_SEQ = 2_147_483_647;

export class RunParamsDto {
  @ApiProperty({ description: 'Id of the run', format: 'uuid' })
  @IsUUID('all')
  runId: string;
}

export class SegmentParamsDto extends RunParamsDto {
  @ApiProperty({ description: 'Number of the segment in the plan', type: 'integer', minimum: 0 })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MAX_SEQ)
  seq: number;
}

export class ChangeIntensityDto {
  @ApiProperty({
    description: 'New intensity',
    minimum: RUN_LIMITS.intensity.min,
    maximum: RUN_LIMITS.intensity.max,
    example: 0.5,
  })
  @IsNumber()
  @Min(RUN_LIMITS.intensity.min)
  @Max(RUN_LIMITS.intensity.max)
  intensity: number;
}

export class SegmentQueryDto extends PageQueryDto {
  @ApiProperty({
    description: 'Only segments in this state. A filtered page may hold fewer items than `limit`, even none.',
    enum: Object.values(SegmentState),
    enumName: 'SegmentState',
    required: false,
  })
  @Optional()
  @IsIn(Object.values(SegmentState))
  state?: SegmentState;

  @ApiProperty({
    description: 'Only segments in which the node of this host id takes part',
    format: 'uuid',
    required: false,
  })
  @Optional()
  @IsUUID('all')
  node?: string;
}
