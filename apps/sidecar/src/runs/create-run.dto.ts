import {
  MAX_JOB_THREADS,
  Parallelism,
  PreviewKind,
  RepairMode,
  RUN_DEFAULTS,
  RUN_LIMITS,
} from '@reaper-sidecar/repair-core';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Optional } from '../http/optional.js';
import { ApiProperty } from '../openapi/decorators.js';

const NAME = /^\w{1,48}$/;
const NAME_RULE = '1 to 48 letters, digits or underscores';

/** What to repair and how; used by `planRun` and `createRun` alike. */
export class CreateRunDto {
  @ApiProperty({ description: 'Keyspace to repair', example: 'shop' })
  @IsString()
  @Matches(NAME, { message: `$property must be ${NAME_RULE}` })
  keyspace: string;

  @ApiProperty({
    description: 'Tables to repair. Left out: every table of the keyspace, views excepted. An empty list is refused.',
    type: [String],
    example: ['orders'],
    required: false,
  })
  @Optional()
  @IsArray()
  @ArrayNotEmpty({ message: '$property must not be empty: name tables, or leave it out to repair all' })
  @ArrayMaxSize(RUN_LIMITS.tables)
  @ArrayUnique()
  @Matches(NAME, { each: true, message: `each value in $property must be ${NAME_RULE}` })
  tables?: string[];

  @ApiProperty({ description: 'Tables to leave out', type: [String], required: false })
  @Optional()
  @IsArray()
  @ArrayMaxSize(RUN_LIMITS.tables)
  @ArrayUnique()
  @Matches(NAME, { each: true, message: `each value in $property must be ${NAME_RULE}` })
  excludeTables?: string[];

  @ApiProperty({
    description:
      'Leave out tables that compact by time windows (TimeWindowCompactionStrategy, DateTieredCompactionStrategy), named ones too: ' +
      'what a repair streams lands in new windows and delays the expiry of old ones. When nothing is left the request is refused.',
    default: false,
    required: false,
  })
  @IsBoolean()
  excludeTimeWindowTables: boolean = false;

  @ApiProperty({
    description:
      '`full` compares all data. `incremental` and `subrange-incremental` compare what was never repaired and mark it as repaired: ' +
      'the first with one command for every node, the second in pieces like `full`. Both need Cassandra 4.0 and all replicas, ' +
      'so neither goes with `datacenters` or `hostIds`.',
    enum: Object.values(RepairMode),
    enumName: 'RepairMode',
    default: RUN_DEFAULTS.mode,
    required: false,
  })
  @IsIn(Object.values(RepairMode))
  mode: RepairMode = RUN_DEFAULTS.mode;

  @ApiProperty({
    description:
      'Compare only and change nothing: `all` finds what a full repair would stream, `unrepaired` what an incremental one would, ' +
      '`repaired` whether replicas differ in what counts as repaired. Left out: repair. Needs Cassandra 4.0 and mode `full`.',
    enum: Object.values(PreviewKind),
    enumName: 'PreviewKind',
    required: false,
  })
  @Optional()
  @IsIn(Object.values(PreviewKind))
  preview?: PreviewKind;

  @ApiProperty({
    description:
      'Whether replicas validate all at once, one after the other, or one per datacenter at a time; ' +
      'the latter two work on snapshots in mode `full`',
    enum: Object.values(Parallelism),
    enumName: 'Parallelism',
    default: RUN_DEFAULTS.parallelism,
    required: false,
  })
  @IsIn(Object.values(Parallelism))
  parallelism: Parallelism = RUN_DEFAULTS.parallelism;

  @ApiProperty({
    description: 'Only replicas in these datacenters take part. Left out: all.',
    type: [String],
    required: false,
  })
  @Optional()
  @IsArray()
  @ArrayNotEmpty({ message: '$property must not be empty: name datacenters, or leave it out for all' })
  @ArrayMaxSize(RUN_LIMITS.datacenters)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  datacenters?: string[];

  @ApiProperty({
    description: 'Only nodes with these host ids take part. Left out: all.',
    type: [String],
    required: false,
  })
  @Optional()
  @IsArray()
  @ArrayNotEmpty({ message: '$property must not be empty: name host ids, or leave it out for all' })
  @ArrayMaxSize(RUN_LIMITS.hostIds)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  hostIds?: string[];

  @ApiProperty({
    description: 'Tables that one repair command handles at once',
    type: 'integer',
    minimum: 1,
    maximum: MAX_JOB_THREADS,
    default: RUN_DEFAULTS.jobThreads,
    required: false,
  })
  @IsInt()
  @Min(RUN_LIMITS.jobThreads.min)
  @Max(RUN_LIMITS.jobThreads.max)
  jobThreads: number = RUN_DEFAULTS.jobThreads;

  @ApiProperty({
    description: 'Share of time a node repairs: after d seconds of repair it rests d·(1/intensity − 1) seconds',
    minimum: RUN_LIMITS.intensity.min,
    maximum: RUN_LIMITS.intensity.max,
    default: RUN_DEFAULTS.intensity,
    required: false,
  })
  @IsNumber()
  @Min(RUN_LIMITS.intensity.min)
  @Max(RUN_LIMITS.intensity.max)
  intensity: number = RUN_DEFAULTS.intensity;

  @ApiProperty({
    description: 'A segment that runs longer is cancelled and tried again, in milliseconds',
    type: 'integer',
    minimum: RUN_LIMITS.segmentTimeoutMs.min,
    maximum: RUN_LIMITS.segmentTimeoutMs.max,
    default: RUN_DEFAULTS.segmentTimeoutMs,
    required: false,
  })
  @IsInt()
  @Min(RUN_LIMITS.segmentTimeoutMs.min)
  @Max(RUN_LIMITS.segmentTimeoutMs.max)
  segmentTimeoutMs: number = RUN_DEFAULTS.segmentTimeoutMs;

  @ApiProperty({
    description:
      'Number of segments in all. Left out, and without `segmentSizeBytes`: chosen from the size of the data.',
    type: 'integer',
    minimum: RUN_LIMITS.segments.min,
    maximum: RUN_LIMITS.segments.max,
    required: false,
  })
  @Optional()
  @IsInt()
  @Min(RUN_LIMITS.segments.min)
  @Max(RUN_LIMITS.segments.max)
  segments?: number;

  @ApiProperty({
    description: 'Most bytes of one copy of the data in a segment, about. Not together with `segments`.',
    type: 'integer',
    minimum: RUN_LIMITS.segmentSizeBytes.min,
    maximum: RUN_LIMITS.segmentSizeBytes.max,
    required: false,
  })
  @Optional()
  @IsInt()
  @Min(RUN_LIMITS.segmentSizeBytes.min)
  @Max(RUN_LIMITS.segmentSizeBytes.max)
  segmentSizeBytes?: number;

  @ApiProperty({
    description: 'Tries of a segment before it counts as failed',
    type: 'integer',
    minimum: RUN_LIMITS.maxAttempts.min,
    maximum: RUN_LIMITS.maxAttempts.max,
    default: RUN_DEFAULTS.maxAttempts,
    required: false,
  })
  @IsInt()
  @Min(RUN_LIMITS.maxAttempts.min)
  @Max(RUN_LIMITS.maxAttempts.max)
  maxAttempts: number = RUN_DEFAULTS.maxAttempts;

  @ApiProperty({
    description: 'Runs of higher priority get free nodes first',
    type: 'integer',
    minimum: RUN_LIMITS.priority.min,
    maximum: RUN_LIMITS.priority.max,
    default: RUN_DEFAULTS.priority,
    required: false,
  })
  @IsInt()
  @Min(RUN_LIMITS.priority.min)
  @Max(RUN_LIMITS.priority.max)
  priority: number = RUN_DEFAULTS.priority;

  @ApiProperty({ description: 'Why, for people', maxLength: RUN_LIMITS.causeLength, default: '', required: false })
  @IsString()
  @MaxLength(RUN_LIMITS.causeLength)
  cause: string = '';

  @ApiProperty({
    description: 'Who, for people',
    maxLength: RUN_LIMITS.createdByLength,
    default: 'api',
    required: false,
  })
  @IsString()
  @MaxLength(RUN_LIMITS.createdByLength)
  createdBy: string = 'api';
}
