import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ApiError } from '../http/api-error.js';
import { ApiProblems } from '../http/api-documentation.js';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '../openapi/decorators.js';
import { RunParamsDto } from '../runs/run-params.dto.js';
import { RunsService } from '../runs/runs.service.js';
import { ChangeWatch } from './change-watch.js';
import type { RunChange } from './event.js';
import { EventHub } from './event-hub.js';
import { EventStream } from './event-stream.js';
import { lastEventId } from './last-event-id.js';

const RESUME =
  `A stream begins with \`snapshot\`: read again what you show. With \`Last-Event-ID\` it goes on, through any
sidecar, with what changed since, or with a snapshot when that is not known any more.`.replaceAll('\n', ' ');

const LAST_EVENT_ID = {
  name: 'Last-Event-ID',
  description: '`id` of the last event received; browsers send it by themselves',
  required: false,
  schema: { type: 'string' },
  example: 'q3v0Zk1c8QxW2mT9.u7RkY2nD4sLw1HfB',
} as const;

const EXAMPLE =
  'id: q3v0Zk1c8QxW2mT9.u7RkY2nD4sLw1HfB\nevent: run\ndata: {"runId":"5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64","state":"RUNNING"}\n\n';

const STREAM = { status: 200, description: 'The stream', schema: { type: 'string', example: EXAMPLE } } as const;

@ApiTags('events')
@Controller('api/v1')
export class EventsController {
  constructor(
    private readonly hub: EventHub,
    private readonly watch: ChangeWatch,
    private readonly runs: RunsService,
  ) {}

  @Get('events')
  @ApiOperation({
    operationId: 'streamEvents',
    summary: 'Stream changes',
    description: `Server-sent events: \`run\` with \`{runId, state}\` when a run changed, \`cluster\` with \`{}\` when nodes or the leader changed, \`heartbeat\` with \`{}\` every 5 s. An event says what to read again. ${RESUME}`,
  })
  @ApiProduces('text/event-stream')
  @ApiHeader(LAST_EVENT_ID)
  @ApiResponse(STREAM)
  @ApiProblems(429)
  stream(@Req() request: Request, @Res() response: Response): void {
    this.open(request, response);
  }

  @Get('runs/:runId/events')
  @ApiOperation({
    operationId: 'streamRunEvents',
    summary: 'Stream the changes of a run',
    description: `Server-sent events: \`run\` with \`{runId, state}\` when the run changed, \`heartbeat\` with \`{}\` every 5 s. ${RESUME}`,
  })
  @ApiProduces('text/event-stream')
  @ApiHeader(LAST_EVENT_ID)
  @ApiResponse(STREAM)
  @ApiProblems(400, 404, 429)
  async streamRun(@Param() { runId }: RunParamsDto, @Req() request: Request, @Res() response: Response): Promise<void> {
    const state = this.watch.stateOf(runId) ?? (await this.runs.get(runId)).state;
    this.open(request, response, { runId, state });
  }

  private open(request: Request, response: Response, run?: RunChange): void {
    const { maxStreams, listeners } = this.hub;
    if (listeners >= maxStreams) {
      throw new ApiError('TOO_MANY_REQUESTS', `${maxStreams} streams are open on this sidecar already; close some`);
    }
    const stream = new EventStream(response, run?.runId);
    response.once('close', this.watch.serve(stream, lastEventId(request), run));
  }
}
