import { Controller, Get, Query } from '@nestjs/common';
import { Backend } from '../backend/backend.js';
import { ApiProblems } from '../http/api-documentation.js';
import { toTime } from '../http/time.js';
import { ApiOperation, ApiResponse, ApiTags } from '../openapi/decorators.js';
import { DecisionPageDto, DecisionQueryDto } from './decisions.dto.js';

const DAY_MS = 86_400_000;
/** A decision of a sidecar whose clock is ahead belongs to now. */
const AHEAD_MS = 3_600_000;

@ApiTags('reports')
@Controller('api/v1/decisions')
export class DecisionsController {
  constructor(private readonly backend: Backend) {}

  @Get()
  @ApiOperation({
    operationId: 'listDecisions',
    summary: 'List what was decided and why',
    description:
      'Newest first: who led, what became of runs, why work waited, what was released or held. Kept for 30 days, best effort.',
  })
  @ApiResponse({ status: 200, description: 'A page of decisions', type: DecisionPageDto })
  @ApiProblems(400)
  async list(@Query() { since, until, limit, cursor, runId }: DecisionQueryDto): Promise<DecisionPageDto> {
    const nowMs = this.backend.runtime.clock.wallMs();
    const { items, ...page } = await this.backend.stores.decisions.list({
      sinceMs: since === undefined ? nowMs - DAY_MS : Date.parse(since),
      untilMs: until === undefined ? nowMs + AHEAD_MS : Date.parse(until),
      limit,
      ...(cursor !== undefined && { cursor }),
      ...(runId !== undefined && { runId }),
    });
    return { items: items.map(({ atMs, ...decision }) => ({ ...decision, at: toTime(atMs) })), ...page };
  }
}
