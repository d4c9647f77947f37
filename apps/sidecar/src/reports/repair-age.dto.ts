import { Type } from 'class-transformer';
import { IsIn, IsInt, Matches, Max, MaxLength, Min } from 'class-validator';
import { REASONS, type ReasonCode } from '@reaper-sidecar/repair-core';
import { AGE_STATES, type AgeState } from '../ages/table-age.js';
import { Optional } from '../http/optional.js';
import { PageQueryDto } from '../http/paging.dto.js';
import { ApiProperty } from '../openapi/decorators.js';

const NAME = /^\w{1,48}$/;
const NAME_MESSAGE = { message: '$property must be 1 to 48 letters, digits or underscores' };

export class HeldBackDto {
  @ApiProperty({ format: 'uuid' }) runId: string;
  @ApiProperty({ enum: Object.keys(REASONS), enumName: 'ReasonCode' }) code: ReasonCode;
  @ApiProperty({ example: 'A replica is down' }) title: string;
  @ApiProperty({ description: 'What was seen: names, figures' }) evidence: string;
  @ApiProperty({ description: 'Replica set that waits; empty: the whole run waits', type: [String] })
  replicas: readonly string[];
  @ApiProperty({ format: 'date-time' }) since: string;
}

export class RepairAgeDto {
  @ApiProperty({ example: 'shop' }) keyspace: string;
  @ApiProperty({ example: 'carts' }) table: string;

  @ApiProperty({
    description:
      '`never`: of some range no repair is known. `overdue`: the oldest range is older than gc_grace. `warning`: less than a quarter of gc_grace is left.',
    enum: AGE_STATES,
    enumName: 'RepairAgeState',
  })
  state: AgeState;

  @ApiProperty({
    description: 'Start of the last repair of the oldest range; absent when part of the table was never repaired',
    format: 'date-time',
    required: false,
  })
  lastRepairedAt?: string;

  @ApiProperty({ description: 'Age of the oldest range, seconds', type: 'integer', required: false })
  ageSeconds?: number;

  @ApiProperty({ description: 'Share of the ring of which no repair is known', minimum: 0, maximum: 1 })
  neverRepairedShare: number;

  @ApiProperty({ description: 'Deadline of every range after its repair', type: 'integer' }) gcGraceSeconds: number;

  @ApiProperty({
    description: 'Until when the oldest range must be repaired again',
    format: 'date-time',
    required: false,
  })
  deadline?: string;

  @ApiProperty({ description: 'What unfinished runs of the table wait for, at most 20', type: [HeldBackDto] })
  heldBackBy: HeldBackDto[];
}

export class RepairAgePageDto {
  @ApiProperty({ type: [RepairAgeDto] }) items: RepairAgeDto[];
  @ApiProperty({ description: 'Absent on the last page', required: false }) nextCursor?: string;
}

export class RangeAgeDto {
  @ApiProperty({ description: '(start, end] in decimal tokens', example: '-9223372036854775808' }) start: string;
  @ApiProperty({ example: '0' }) end: string;
  @ApiProperty({ description: 'Host ids', type: [String] }) replicas: readonly string[];
  @ApiProperty({ description: 'Absent: no repair is known', format: 'date-time', required: false })
  lastRepairedAt?: string;
  @ApiProperty({ format: 'date-time', required: false }) deadline?: string;
  @ApiProperty({ description: 'What its replica set waits for', type: [HeldBackDto] }) heldBackBy: HeldBackDto[];
}

export class TableRepairAgeDto extends RepairAgeDto {
  @ApiProperty({ description: 'Ranges by ring and age, oldest first', type: [RangeAgeDto] }) ranges: RangeAgeDto[];
  @ApiProperty({ description: 'For more ranges; absent on the last page', required: false }) nextCursor?: string;
}

export class RepairAgeQueryDto extends PageQueryDto {
  @ApiProperty({ description: 'Only tables of this keyspace', required: false })
  @Optional()
  @Matches(NAME, NAME_MESSAGE)
  keyspace?: string;

  @ApiProperty({
    description: 'Only tables in this state',
    enum: AGE_STATES,
    enumName: 'RepairAgeState',
    required: false,
  })
  @Optional()
  @IsIn(AGE_STATES)
  state?: AgeState;

  @ApiProperty({ description: 'Only tables whose `keyspace.table` contains this text', maxLength: 97, required: false })
  @Optional()
  @MaxLength(97)
  q?: string;
}

export class AgeCellDto {
  @ApiProperty({
    description: 'Age of its oldest repair, seconds; absent when nothing of it was ever repaired',
    type: 'integer',
    required: false,
  })
  worstAgeS?: number;

  @ApiProperty({ description: 'Share of it of which a repair is known', minimum: 0, maximum: 1 }) repairedShare: number;
}

export class AgeRowDto {
  @ApiProperty() keyspace: string;
  @ApiProperty() table: string;
  @ApiProperty({ type: 'integer' }) gcGraceSeconds: number;
  @ApiProperty({ description: 'Equal slices of the token space, from the smallest token', type: [AgeCellDto] })
  cells: AgeCellDto[];
}

export class AgeMapDto {
  @ApiProperty({ description: 'The most urgent first', type: [AgeRowDto] }) items: AgeRowDto[];
  @ApiProperty({ description: 'Absent on the last page', required: false }) nextCursor?: string;
}

export class AgeMapQueryDto extends RepairAgeQueryDto {
  @ApiProperty({
    description: 'Slices of the token space',
    type: 'integer',
    minimum: 1,
    maximum: 256,
    default: 64,
    required: false,
  })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(256)
  buckets: number = 64;
}

export class TableParamsDto {
  @ApiProperty({ description: 'Name of the keyspace', example: 'shop' })
  @Matches(NAME, NAME_MESSAGE)
  keyspace: string;

  @ApiProperty({ description: 'Name of the table', example: 'carts' })
  @Matches(NAME, NAME_MESSAGE)
  table: string;
}
