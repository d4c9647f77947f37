import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ApiError } from '../http/api-error.js';
import { ApiProblems } from '../http/api-documentation.js';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '../openapi/decorators.js';
import { ChangeWatch } from './change-watch.js';
import { EventHub } from './event-hub.js';

const MAX_STREAMS = 200;
const HEARTBEAT_MS = 5_000;

/** A browser that does not read may make us keep this much for it. */
const MAX_UNSENT_BYTES = 256 * 1024;

@ApiTags('events')
@Controller('api/v1/events')
export class EventsController {
  constructor(
    private readonly hub: EventHub,
    private readonly watch: ChangeWatch,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'streamEvents',
    summary: 'Stream changes',
    description:
      'Server-sent events: `run` with `{runId, state}` when a run changed, `cluster` with `{}` when nodes or the leader changed, `heartbeat` with `{}` every 5 s. An event says what to read again.',
  })
  @ApiProduces('text/event-stream')
  @ApiResponse({ status: 200, description: 'The stream', schema: { type: 'string' } })
  @ApiProblems(429)
  stream(@Req() request: Request, @Res() response: Response): void {
    if (this.hub.listeners >= MAX_STREAMS) {
      throw new ApiError('TOO_MANY_REQUESTS', `More than ${MAX_STREAMS} streams are open; close some`);
    }
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 2000\n\n');
    const unsubscribe = this.hub.subscribe(({ type, ...data }) => {
      if (response.writableLength > MAX_UNSENT_BYTES) response.destroy();
      else response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
    });
    const heartbeat = setInterval(() => response.write('event: heartbeat\ndata: {}\n\n'), HEARTBEAT_MS);
    this.watch.adjust();
    request.once('close', () => {
      clearInterval(heartbeat);
      unsubscribe();
      this.watch.adjust();
    });
  }
}
