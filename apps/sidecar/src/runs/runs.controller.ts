import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { abortEdit, intensityEdit, pauseEdit, resumeEdit, type RunView } from '@reaper-sidecar/repair-core';
import type { Response } from 'express';
import { ApiProblems } from '../http/api-documentation.js';
import { linkTo } from '../http/base-path.js';
import { AcceptsIfMatch, AcceptsIfNoneMatch, ETAG_HEADER, ExpectedVersion } from '../http/conditional.js';
import { tagVersion } from '../http/entity-tag.js';
import { PageQueryDto } from '../http/paging.dto.js';
import type { Reservation } from '../idempotency/idempotency.js';
import { Idempotent, Reserved } from '../idempotency/idempotent.js';
import { ApiOperation, ApiResponse, ApiTags } from '../openapi/decorators.js';
import { CreateRunDto } from './create-run.dto.js';
import { ChangeIntensityDto, RunParamsDto, SegmentQueryDto } from './run-params.dto.js';
import { RunPlanDto } from './run-plan.dto.js';
import { toRunDto, toRunRequest } from './run.mapper.js';
import { RunDto, RunExplanationDto, RunPageDto } from './run.dto.js';
import { RunsService } from './runs.service.js';
import { SegmentPageDto } from './segment.dto.js';
import { toSegmentDto } from './segment.mapper.js';

@ApiTags('runs')
@Controller('api/v1/runs')
export class RunsController {
  constructor(private readonly runs: RunsService) {}

  @Post('plan')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'planRun',
    summary: 'Plan a run without creating it',
    description: 'Answers with what createRun would do now: segments, replica sets, sizes. Nothing is written.',
  })
  @ApiResponse({ status: 200, description: 'The plan', type: RunPlanDto })
  @ApiProblems(400, 413, 415, 422)
  plan(@Body() body: CreateRunDto): Promise<RunPlanDto> {
    return this.runs.plan(toRunRequest(body));
  }

  @Post()
  @ApiOperation({
    operationId: 'createRun',
    summary: 'Create a run',
    description:
      'Plans and starts a repair. At most one unfinished run exists per keyspace, tables, mode, datacenters and nodes: a second one is refused with 409 and the id of the first.',
  })
  @ApiResponse({
    status: 201,
    description: 'The run exists',
    type: RunDto,
    headers: {
      Location: {
        description: 'Path of the run',
        schema: { type: 'string' },
        example: '/api/v1/runs/5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64',
      },
      ...ETAG_HEADER,
    },
  })
  @Idempotent()
  @ApiProblems(400, 409, 413, 415, 422)
  async create(
    @Body() body: CreateRunDto,
    @Reserved() reservation: Reservation | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RunDto> {
    const view = await this.runs.create(toRunRequest(body), reservation);
    response.location(linkTo(response.req, `/api/v1/runs/${view.creation.runId}`));
    return tagged(view, response);
  }

  @Get()
  @ApiOperation({
    operationId: 'listRuns',
    summary: 'List runs',
    description: 'All runs of the cluster, newest first.',
  })
  @ApiResponse({ status: 200, description: 'A page of runs', type: RunPageDto })
  @ApiProblems(400)
  async list(@Query() query: PageQueryDto): Promise<RunPageDto> {
    const { items, ...page } = await this.runs.list(query);
    return { items: items.map(toRunDto), ...page };
  }

  @Get(':runId')
  @ApiOperation({
    operationId: 'getRun',
    summary: 'Get a run',
    description: 'What is wanted of it, and how far it is.',
  })
  @ApiResponse({ status: 200, description: 'The run', type: RunDto, headers: ETAG_HEADER })
  @AcceptsIfNoneMatch()
  @ApiProblems(400, 404)
  async get(@Param() { runId }: RunParamsDto, @Res({ passthrough: true }) response: Response): Promise<RunDto> {
    return tagged(await this.runs.get(runId), response);
  }

  @Get(':runId/segments')
  @ApiOperation({
    operationId: 'listSegments',
    summary: 'List the segments of a run',
    description: 'In the order of the plan, with the outcome of the last attempt.',
  })
  @ApiResponse({ status: 200, description: 'A page of segments', type: SegmentPageDto })
  @ApiProblems(400, 404)
  async segments(@Param() { runId }: RunParamsDto, @Query() query: SegmentQueryDto): Promise<SegmentPageDto> {
    const { items, ...page } = await this.runs.segments(runId, query);
    return { items: items.map(toSegmentDto), ...page };
  }

  @Get(':runId/explain')
  @ApiOperation({
    operationId: 'explainRun',
    summary: 'Explain why a run is not moving',
    description: 'One sentence, and every reason with what was seen and what can be done.',
  })
  @ApiResponse({ status: 200, description: 'The explanation', type: RunExplanationDto })
  @ApiProblems(400, 404)
  explain(@Param() { runId }: RunParamsDto): Promise<RunExplanationDto> {
    return this.runs.explain(runId);
  }

  @Post(':runId/pause')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'pauseRun',
    summary: 'Pause a run',
    description: 'No new segment starts; running ones are followed to their end. Pausing a paused run changes nothing.',
  })
  @ApiResponse({ status: 200, description: 'The run is paused', type: RunDto, headers: ETAG_HEADER })
  @Idempotent()
  @AcceptsIfMatch()
  @ApiProblems(400, 404, 409, 412, 413, 415, 422)
  async pause(
    @Param() { runId }: RunParamsDto,
    @ExpectedVersion() version: number | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RunDto> {
    return tagged(await this.runs.edit(runId, 'pause', pauseEdit, version), response);
  }

  @Post(':runId/resume')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'resumeRun',
    summary: 'Resume a paused run',
    description: 'Goes on with the segments that are left. Resuming a run that is not paused changes nothing.',
  })
  @ApiResponse({ status: 200, description: 'The run goes on', type: RunDto, headers: ETAG_HEADER })
  @Idempotent()
  @AcceptsIfMatch()
  @ApiProblems(400, 404, 409, 412, 413, 415, 422)
  async resume(
    @Param() { runId }: RunParamsDto,
    @ExpectedVersion() version: number | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RunDto> {
    return tagged(await this.runs.edit(runId, 'resume', resumeEdit, version), response);
  }

  @Post(':runId/abort')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'abortRun',
    summary: 'Abort a run',
    description:
      'Nothing new starts and running segments are cancelled; the run ends as ABORTED. Cannot be taken back.',
  })
  @ApiResponse({ status: 200, description: 'The run is being aborted', type: RunDto, headers: ETAG_HEADER })
  @Idempotent()
  @AcceptsIfMatch()
  @ApiProblems(400, 404, 409, 412, 413, 415, 422)
  async abort(
    @Param() { runId }: RunParamsDto,
    @ExpectedVersion() version: number | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RunDto> {
    return tagged(await this.runs.edit(runId, 'abort', abortEdit, version), response);
  }

  @Put(':runId/intensity')
  @ApiOperation({
    operationId: 'changeRunIntensity',
    summary: 'Change the intensity of a run',
    description: 'Applies from the next segment on.',
  })
  @ApiResponse({ status: 200, description: 'The intensity is changed', type: RunDto, headers: ETAG_HEADER })
  @Idempotent()
  @AcceptsIfMatch()
  @ApiProblems(400, 404, 409, 412, 413, 415, 422)
  async changeIntensity(
    @Param() { runId }: RunParamsDto,
    @Body() { intensity }: ChangeIntensityDto,
    @ExpectedVersion() version: number | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RunDto> {
    return tagged(await this.runs.edit(runId, `intensity ${intensity}`, intensityEdit(intensity), version), response);
  }

  @Delete(':runId')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'deleteRun',
    summary: 'Delete an ended run',
    description: 'Removes the run and its segments from the lists. An unfinished run must be aborted first.',
  })
  @ApiResponse({ status: 204, description: 'The run is deleted' })
  @Idempotent()
  @ApiProblems(400, 404, 409, 413, 415, 422)
  remove(@Param() { runId }: RunParamsDto): Promise<void> {
    return this.runs.remove(runId);
  }
}

function tagged(view: RunView, response: Response): RunDto {
  const run = toRunDto(view);
  tagVersion(response, view.specVersion, run);
  return run;
}
