import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import {
  type Credentials,
  ForbiddenError,
  type IssuedSession,
  LoginFailedError,
  type Principal,
  UnauthenticatedError,
} from '@reaper-sidecar/auth';
import type { Request, Response } from 'express';
import { nameActor } from '../audit/audit-trail.js';
import { Backend } from '../backend/backend.js';
import { ApiProblems } from '../http/api-documentation.js';
import { ApiOperation, ApiResponse, ApiTags } from '../openapi/decorators.js';
import { Access } from './access.js';
import {
  ChangePasswordDto,
  LoginDto,
  MeDto,
  RefreshDto,
  RotateKeysDto,
  SessionDto,
  SigningKeyDto,
} from './auth.dto.js';
import { Caller } from './caller.js';
import { requireOwnPage } from './csrf.js';
import { clearSessionCookies, readSessionCookies, setSessionCookies } from './session-cookies.js';

@ApiTags('auth')
@Controller('api/v1/auth')
export class AuthController {
  constructor(
    private readonly access: Access,
    private readonly backend: Backend,
  ) {}

  @Post('login')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'login',
    summary: 'Log in',
    description: 'Opens a session that every sidecar knows. Failed logins are limited per account and address.',
  })
  @ApiResponse({ status: 200, description: 'The session', type: SessionDto })
  @ApiProblems(400, 401, 403, 413, 415, 429)
  async login(
    @Body() body: LoginDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    const { user, password, kind } = body;
    if (kind === 'cookie') requireOwnPage(request);
    const session = await this.enter({ name: user, password, address: addressOf(request) }, request);
    return this.deliver(session, kind === 'cookie', request, response);
  }

  @Post('refresh')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'refreshSession',
    summary: 'Refresh the session',
    description:
      'Exchanges the refresh token for new tokens. It is good for one use; shown again within 30 s it gives the same answer, later it ends the session, since somebody else may have it.',
  })
  @ApiResponse({ status: 200, description: 'The session', type: SessionDto })
  @ApiProblems(400, 401, 403, 413, 415)
  async refresh(
    @Body() { refreshToken }: RefreshDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    const cookie = refreshToken === undefined ? readSessionCookies(request).refresh : undefined;
    if (cookie !== undefined) requireOwnPage(request);
    const shown = refreshToken ?? cookie;
    if (shown === undefined) throw new UnauthenticatedError('There is no refresh token in the body or in a cookie');
    return this.deliver(await this.access.auth.sessions.refresh(shown), cookie !== undefined, request, response);
  }

  @Post('logout')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'logout',
    summary: 'Log out',
    description: 'Ends this session on every sidecar within 10 s, on this one at once.',
  })
  @ApiResponse({ status: 204, description: 'The session is over' })
  @ApiProblems()
  async logout(
    @Caller() caller: Principal,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    if (caller.kind === 'user') await this.access.auth.sessions.end(caller.sessionId);
    clearSessionCookies(request, response);
  }

  @Get('me')
  @ApiOperation({ operationId: 'getMe', summary: 'Who am I?', description: 'How this sidecar sees the caller.' })
  @ApiResponse({ status: 200, description: 'The caller', type: MeDto })
  @ApiProblems()
  me(@Caller() { kind, name, role }: Principal): MeDto {
    return { kind, name, role };
  }

  @Put('password')
  @ApiOperation({
    operationId: 'changePassword',
    summary: 'Change the own password',
    description: 'Ends all sessions of the user and opens a new one for the caller.',
  })
  @ApiResponse({ status: 200, description: 'The new session', type: SessionDto })
  @ApiProblems(400, 401, 403, 413, 415, 422, 429)
  async changePassword(
    @Caller() caller: Principal,
    @Body() { currentPassword, newPassword }: ChangePasswordDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    const present = { name: userOf(caller), password: currentPassword, address: addressOf(request) };
    const session = await this.access.auth.login.changePassword(present, newPassword);
    return this.deliver(session, request.get('authorization') === undefined, request, response);
  }

  @Delete('sessions')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'revokeOwnSessions',
    summary: 'Log out everywhere',
    description: 'Ends all sessions of the caller on every sidecar within 10 s.',
  })
  @ApiResponse({ status: 204, description: 'The sessions are over' })
  @ApiProblems()
  async revokeOwnSessions(
    @Caller() caller: Principal,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.access.auth.users.endSessions(userOf(caller));
    clearSessionCookies(request, response);
  }

  @Post('keys/rotate')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'rotateSigningKeys',
    summary: 'Sign with a new key',
    description: 'Keys are rotated by themselves; this does it now, for example when the keyspace was copied.',
  })
  @ApiResponse({ status: 200, description: 'The new key', type: SigningKeyDto })
  @ApiProblems(400, 413, 415)
  async rotateKeys(@Body() { discardOlder }: RotateKeysDto): Promise<SigningKeyDto> {
    const { id, createdAtMs } = await this.access.auth.signingKeys.rotate({ discardOlder });
    return { id, createdAt: new Date(createdAtMs).toISOString() };
  }

  /** Names the user in the audit trail, also of a failed login, if there is such a user. */
  private async enter(credentials: Credentials, request: Request): Promise<IssuedSession> {
    try {
      const session = await this.access.auth.login.login(credentials);
      nameActor(request, session.user.name);
      return session;
    } catch (error) {
      if (error instanceof LoginFailedError) nameActor(request, String(error.details['user'] ?? 'unknown'));
      throw error;
    }
  }

  private deliver(session: IssuedSession, inCookies: boolean, request: Request, response: Response): SessionDto {
    response.setHeader('Cache-Control', 'no-store');
    const { user, accessExpiresAtMs, refreshExpiresAtMs, accessToken, refreshToken } = session;
    if (inCookies) setSessionCookies(request, response, session, this.backend.runtime.clock.wallMs());
    return {
      user: user.name,
      role: user.role,
      expiresAt: new Date(accessExpiresAtMs).toISOString(),
      sessionExpiresAt: new Date(refreshExpiresAtMs).toISOString(),
      ...(!inCookies && { accessToken, refreshToken }),
    };
  }
}

function addressOf(request: Request): string {
  return request.ip ?? request.socket.remoteAddress ?? 'unknown';
}

function userOf(caller: Principal): string {
  if (caller.kind === 'user') return caller.name;
  throw new ForbiddenError('Only users with a password here have one to change, and sessions to end');
}
