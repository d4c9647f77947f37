import { ApiProperty } from '../openapi/decorators.js';
import { PROBLEM_TYPES, type ProblemCode } from './problem-types.js';

export class RequestMistakeDto {
  @ApiProperty({ description: 'Place in the body, or name of the parameter', example: 'intensity' })
  path: string;

  @ApiProperty({ description: 'What is wrong there', example: 'must not be greater than 1, got 2' })
  message: string;
}

/** RFC 9457. */
export class ProblemDto {
  @ApiProperty({
    description: 'Page about this kind of problem, relative to the address of the sidecar',
    format: 'uri-reference',
    example: '/problems/unit-busy',
  })
  type: string;

  @ApiProperty({ description: 'The kind of problem in words', example: 'A run repairs these tables already' })
  title: string;

  @ApiProperty({ description: 'HTTP status', type: 'integer', example: 409 })
  status: number;

  @ApiProperty({ description: 'Stable code for programs', enum: Object.keys(PROBLEM_TYPES), enumName: 'ProblemCode' })
  code: ProblemCode;

  @ApiProperty({ description: 'What happened here, why, and what to do', example: 'Run 7f… repairs these tables' })
  detail: string;

  @ApiProperty({ description: 'Id of this request in the log of the sidecar' })
  requestId: string;

  @ApiProperty({ description: 'Every wrong place of an invalid request', type: [RequestMistakeDto], required: false })
  errors?: RequestMistakeDto[];

  @ApiProperty({ description: 'Run that the problem is about', format: 'uuid', required: false })
  runId?: string;

  @ApiProperty({ description: 'Path of that run', example: '/api/v1/runs/7f…', required: false })
  link?: string;
}
