import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import type { Principal, User, UserChange } from '@reaper-sidecar/auth';
import type { Response } from 'express';
import { ApiProblems } from '../http/api-documentation.js';
import { linkTo } from '../http/base-path.js';
import { ApiOperation, ApiResponse, ApiTags } from '../openapi/decorators.js';
import { Access } from './access.js';
import { Caller } from './caller.js';
import { ChangeUserDto, CreateUserDto, UserDto, UserListDto, UserParamsDto } from './users.dto.js';

@ApiTags('users')
@Controller('api/v1/users')
export class UsersController {
  constructor(private readonly access: Access) {}

  @Get()
  @ApiOperation({
    operationId: 'listUsers',
    summary: 'List the users',
    description: 'All of them, by name; at most 500.',
  })
  @ApiResponse({ status: 200, description: 'The users', type: UserListDto })
  @ApiProblems()
  async list(): Promise<UserListDto> {
    return { items: (await this.access.auth.users.list()).map(toUserDto) };
  }

  @Post()
  @ApiOperation({
    operationId: 'createUser',
    summary: 'Create a user',
    description: 'Refused as long as there is no first user, who is made by `reaper-sidecar bootstrap`.',
  })
  @ApiResponse({
    status: 201,
    description: 'The user exists',
    type: UserDto,
    headers: { Location: { description: 'Path of the user', schema: { type: 'string' } } },
  })
  @ApiProblems(400, 403, 409, 413, 415, 422)
  async create(
    @Caller() caller: Principal,
    @Body() { name, password, role }: CreateUserDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UserDto> {
    const user = await this.access.auth.users.create({ name, password, role }, caller.name);
    response.location(linkTo(response.req, `/api/v1/users/${name}`));
    return toUserDto(user);
  }

  @Get(':name')
  @ApiOperation({ operationId: 'getUser', summary: 'Get a user', description: 'One user by name.' })
  @ApiResponse({ status: 200, description: 'The user', type: UserDto })
  @ApiProblems(400, 404)
  async get(@Param() { name }: UserParamsDto): Promise<UserDto> {
    return toUserDto(await this.access.auth.users.get(name));
  }

  @Patch(':name')
  @ApiOperation({
    operationId: 'changeUser',
    summary: 'Change a user',
    description: 'Role, block or password. A block or a new password ends all sessions of the user within 10 s.',
  })
  @ApiResponse({ status: 200, description: 'The changed user', type: UserDto })
  @ApiProblems(400, 404, 409, 413, 415, 422)
  async change(
    @Param() { name }: UserParamsDto,
    @Body() { role, disabled, password }: ChangeUserDto,
  ): Promise<UserDto> {
    const change: UserChange = {
      ...(role !== undefined && { role }),
      ...(disabled !== undefined && { disabled }),
      ...(password !== undefined && { password }),
    };
    return toUserDto(await this.access.auth.users.change(name, change));
  }

  @Delete(':name')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'deleteUser',
    summary: 'Delete a user',
    description: 'Ends all sessions and API tokens of the user within 10 s. The last operator cannot be deleted.',
  })
  @ApiResponse({ status: 204, description: 'The user is deleted' })
  @ApiProblems(400, 404, 409)
  remove(@Param() { name }: UserParamsDto): Promise<void> {
    return this.access.auth.users.remove(name);
  }

  @Delete(':name/sessions')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'revokeUserSessions',
    summary: 'Log a user out everywhere',
    description: 'Ends all sessions of the user within 10 s; API tokens stay.',
  })
  @ApiResponse({ status: 204, description: 'The sessions are over' })
  @ApiProblems(400, 404)
  endSessions(@Param() { name }: UserParamsDto): Promise<void> {
    return this.access.auth.users.endSessions(name);
  }
}

function toUserDto({ name, role, disabled, createdAtMs, createdBy, passwordChangedAtMs }: User): UserDto {
  return {
    name,
    role,
    disabled,
    createdAt: new Date(createdAtMs).toISOString(),
    createdBy,
    passwordChangedAt: new Date(passwordChangedAtMs).toISOString(),
  };
}
