import { Controller, HttpStatus, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ApiProblems } from '../http/api-documentation.js';
import { linkTo } from '../http/base-path.js';
import { ApiOperation, ApiResponse, ApiTags } from '../openapi/decorators.js';
import { SegmentParamsDto } from './run-params.dto.js';
import { RunDto } from './run.dto.js';
import { toRunDto } from './run.mapper.js';
import { RunsService } from './runs.service.js';

@ApiTags('runs')
@Controller('api/v1/runs/:runId/segments/:seq')
export class ReplayController {
  constructor(private readonly runs: RunsService) {}

  @Post('replay')
  @ApiOperation({
    operationId: 'replaySegment',
    summary: 'Repair a segment once more',
    description:
      'Whatever was begun before does not count. In an unfinished run the segment is repaired again there; of an ended run a new run of that segment alone is created. Asking twice may repair it twice.',
  })
  @ApiResponse({ status: 200, description: 'The unfinished run repairs it again', type: RunDto })
  @ApiResponse({
    status: 201,
    description: 'A new run repairs it',
    type: RunDto,
    headers: { Location: { description: 'Path of the new run', schema: { type: 'string' } } },
  })
  @ApiProblems(400, 404, 409, 422)
  async replay(
    @Param() { runId, seq }: SegmentParamsDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RunDto> {
    const { view, isNew } = await this.runs.replay(runId, seq);
    const run = toRunDto(view);
    response.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    if (isNew) response.location(linkTo(response.req, `/api/v1/runs/${run.id}`));
    return run;
  }
}
