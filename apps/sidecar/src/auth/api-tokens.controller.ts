import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { type ApiTokenView, NoUserYetError, type Principal } from '@reaper-sidecar/auth';
import type { Response } from 'express';
import { ApiProblems } from '../http/api-documentation.js';
import { ApiOperation, ApiResponse, ApiTags } from '../openapi/decorators.js';
import { Access } from './access.js';
import { Caller } from './caller.js';
import { ApiTokenDto, ApiTokenListDto, ApiTokenParamsDto, CreateApiTokenDto, CreatedApiTokenDto } from './users.dto.js';

const DAY_MS = 86_400_000;

@ApiTags('users')
@Controller('api/v1/api-tokens')
export class ApiTokensController {
  constructor(private readonly access: Access) {}

  @Get()
  @ApiOperation({
    operationId: 'listApiTokens',
    summary: 'List the API tokens',
    description:
      'Newest first, without the tokens themselves; at most 500. One that is over is listed for 30 days more.',
  })
  @ApiResponse({ status: 200, description: 'The tokens', type: ApiTokenListDto })
  @ApiProblems()
  async list(): Promise<ApiTokenListDto> {
    return { items: (await this.access.auth.apiTokens.list()).map(toDto) };
  }

  @Post()
  @ApiOperation({
    operationId: 'createApiToken',
    summary: 'Create an API token',
    description: 'For a program. It belongs to the caller, and is shown in this answer only.',
  })
  @ApiResponse({ status: 201, description: 'The token', type: CreatedApiTokenDto })
  @ApiProblems(400, 403, 409, 413, 415)
  async create(
    @Caller() caller: Principal,
    @Body() { name, role, days }: CreateApiTokenDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CreatedApiTokenDto> {
    if (caller.kind !== 'user') {
      throw new NoUserYetError('API tokens belong to users of this cluster; log in with name and password to make one');
    }
    const { token, view } = await this.access.auth.apiTokens.create(
      { name, role, lifetimeMs: days * DAY_MS },
      caller.name,
    );
    response.setHeader('Cache-Control', 'no-store');
    return { ...toDto(view), token };
  }

  @Delete(':tokenId')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'revokeApiToken',
    summary: 'Revoke an API token',
    description: 'It is refused by every sidecar within 10 s.',
  })
  @ApiResponse({ status: 204, description: 'The token is revoked' })
  @ApiProblems(400, 404)
  revoke(@Param() { tokenId }: ApiTokenParamsDto): Promise<void> {
    return this.access.auth.apiTokens.revoke(tokenId);
  }
}

function toDto({ id, name, role, owner, createdAtMs, expiresAtMs, revoked, lastUsedAtMs }: ApiTokenView): ApiTokenDto {
  return {
    id,
    name,
    role,
    owner,
    createdAt: new Date(createdAtMs).toISOString(),
    expiresAt: new Date(expiresAtMs).toISOString(),
    revoked,
    ...(lastUsedAtMs !== undefined && { lastUsedAt: new Date(lastUsedAtMs).toISOString() }),
  };
}
