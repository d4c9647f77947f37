import { Controller, Get, Query } from '@nestjs/common';
import type { AuditEntry } from '@reaper-sidecar/auth';
import { Access } from '../auth/access.js';
import { Backend } from '../backend/backend.js';
import { ApiProblems } from '../http/api-documentation.js';
import { PageQueryDto } from '../http/paging.dto.js';
import { ApiOperation, ApiResponse, ApiTags } from '../openapi/decorators.js';
import { AuditEntryDto, AuditPageDto } from './audit.dto.js';

@ApiTags('audit')
@Controller('api/v1/audit')
export class AuditController {
  constructor(
    private readonly access: Access,
    private readonly backend: Backend,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listAudit',
    summary: 'Read the audit trail',
    description:
      'Logins and changes through any sidecar, newest first, for 90 days. A page may be short; the end is where there is no cursor.',
  })
  @ApiResponse({ status: 200, description: 'A page of the trail', type: AuditPageDto })
  @ApiProblems(400)
  async list(@Query() query: PageQueryDto): Promise<AuditPageDto> {
    const nowMs = this.backend.runtime.clock.wallMs();
    const { items, nextCursor } = await this.access.auth.audit.list({ ...query, nowMs });
    return { items: items.map(toDto), ...(nextCursor !== undefined && { nextCursor }) };
  }
}

function toDto({ atMs, actor, action, target, address, status, requestId }: AuditEntry): AuditEntryDto {
  return { at: new Date(atMs).toISOString(), actor, action, target, address, status, requestId };
}
