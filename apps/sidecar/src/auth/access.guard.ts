import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ANONYMOUS, type Principal, UnauthenticatedError } from '@reaper-sidecar/auth';
import type { Request, Response } from 'express';
import passport from 'passport';
import { AuditTrail } from '../audit/audit-trail.js';
import { Backend } from '../backend/backend.js';
import { ApiError } from '../http/api-error.js';
import { Access } from './access.js';
import { CallerLimit } from './caller-limit.js';
import { setCaller } from './caller.js';
import { isLocalCaller } from './local-caller.js';
import { permissionOfRoute } from './route-operations.js';
import { endWhenNotAllowed } from './stream-watch.js';
import { BEARER, BearerStrategy, COOKIE, CookieStrategy } from './strategies.js';

/** Lets every request through that may do what its operation needs. */
@Injectable()
export class AccessGuard implements CanActivate {
  /** Of our own: the one that passport shares by default would mix up several sidecars in one process. */
  readonly #passport = new passport.Passport();

  constructor(
    private readonly access: Access,
    private readonly backend: Backend,
    private readonly trail: AuditTrail,
    private readonly limit: CallerLimit,
  ) {
    this.#passport.use(new BearerStrategy(access));
    this.#passport.use(new CookieStrategy(access, () => backend.runtime.clock.wallMs()));
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    this.trail.watch(context);
    const permission = permissionOfRoute(context.getHandler() as never);
    if (permission === 'public') return true;
    const { authenticator } = this.access.auth;
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const principal = await this.identify(request, response);
    setCaller(request, principal);
    this.limit.take(principal, response);
    await authenticator.authorise(principal, permission);
    endWhenNotAllowed(response, () => authenticator.isGood(principal), this.backend.runtime.log);
    return true;
  }

  private async identify(request: Request, response: Response): Promise<Principal> {
    if (await this.access.isLoginNeeded()) return this.authenticate(request, response);
    if (this.access.openToAll || isLocalCaller(request)) return ANONYMOUS;
    throw new ApiError(
      'NO_USER_YET',
      'There is no user yet, so the API is open to the machine of the sidecar only; create the first user with ' +
        '`reaper-sidecar bootstrap`, or with REAPER_BOOTSTRAP_USER and REAPER_BOOTSTRAP_PASSWORD_FILE',
    );
  }

  private authenticate(request: Request, response: Response): Promise<Principal> {
    return new Promise((resolve, reject) => {
      const refuse = (error: unknown) => {
        if (error instanceof UnauthenticatedError)
          response.setHeader('WWW-Authenticate', 'Bearer realm="reaper-sidecar"');
        reject(error as Error);
      };
      const decide = (error: unknown, principal: Principal | false | undefined) => {
        if (error) refuse(error);
        else if (principal) resolve(principal);
        else refuse(new UnauthenticatedError('Log in first: POST /api/v1/auth/login, or send an API token'));
      };
      const check = this.#passport.authenticate([BEARER, COOKIE], { session: false }, decide) as (
        ...args: readonly unknown[]
      ) => void;
      check(request, response, refuse);
    });
  }
}
