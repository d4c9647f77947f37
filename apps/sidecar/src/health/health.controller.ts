import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ApiOperation, ApiResponse, ApiTags } from '../openapi/decorators.js';
import { LivenessDto, ReadinessDto } from './health.dto.js';
import { Readiness } from './readiness.js';

@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @ApiOperation({
    operationId: 'getLiveness',
    summary: 'Is the process alive?',
    description: 'Answers as soon as the process listens, whatever the state of the node.',
  })
  @ApiResponse({ status: 200, description: 'It is', type: LivenessDto })
  live(): LivenessDto {
    return { status: 'alive' };
  }

  @Get('ready')
  @ApiOperation({
    operationId: 'getReadiness',
    summary: 'Does every part work?',
    description: 'Each part with its state and the exact reason if it does not work.',
  })
  @ApiResponse({ status: 200, description: 'Every part works', type: ReadinessDto })
  @ApiResponse({ status: 503, description: 'At least one part does not work', type: ReadinessDto })
  ready(@Res({ passthrough: true }) response: Response): ReadinessDto {
    const { ready } = this.readiness;
    response.status(ready ? 200 : 503);
    return { status: ready ? 'ready' : 'not-ready', components: this.readiness.all() };
  }
}
