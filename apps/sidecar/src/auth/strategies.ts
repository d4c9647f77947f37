import { type Principal, UnauthenticatedError } from '@reaper-sidecar/auth';
import type { Request, Response } from 'express';
import { Strategy } from 'passport';
import type { Access } from './access.js';
import { requireOwnPage } from './csrf.js';
import { clearSessionCookies, readSessionCookies, setSessionCookies, type SessionCookies } from './session-cookies.js';

export const BEARER = 'bearer';
export const COOKIE = 'session-cookie';

/** Finds the caller of a request, or undefined when the request has no credentials of this kind. */
abstract class CallerStrategy extends Strategy {
  override authenticate(request: Request): void {
    this.find(request).then(
      (principal) => (principal ? this.success(principal) : this.fail(undefined as never)),
      (error: unknown) => this.error(error as Error),
    );
  }

  protected abstract find(request: Request): Promise<Principal | undefined>;
}

/** `Authorization: Bearer` with a session token, an API token or a token of the external issuer. */
export class BearerStrategy extends CallerStrategy {
  override readonly name = BEARER;

  constructor(private readonly access: Access) {
    super();
  }

  protected async find(request: Request): Promise<Principal | undefined> {
    const given = request.get('authorization');
    if (given === undefined) return undefined;
    const [, token] = /^bearer +([\w.~+/=-]+)$/i.exec(given) ?? [];
    if (token === undefined) throw new UnauthenticatedError('The Authorization header is not `Bearer <token>`');
    return this.access.auth.authenticator.authenticate(token);
  }
}

/** Cookies of a browser. A session token that is over is renewed in passing, so that a page never notices. */
export class CookieStrategy extends CallerStrategy {
  override readonly name = COOKIE;

  constructor(
    private readonly access: Access,
    private readonly nowMs: () => number,
  ) {
    super();
  }

  protected async find(request: Request): Promise<Principal | undefined> {
    const cookies = readSessionCookies(request);
    if (cookies.access === undefined && cookies.refresh === undefined) return undefined;
    requireOwnPage(request);
    const response = request.res as Response;
    try {
      return (await this.present(cookies)) ?? (await this.renewed(request, response, cookies.refresh as string));
    } catch (error) {
      if (error instanceof UnauthenticatedError) clearSessionCookies(request, response);
      throw error;
    }
  }

  /** Undefined: to be renewed. */
  private async present({ access, refresh }: SessionCookies): Promise<Principal | undefined> {
    if (access === undefined) return undefined;
    try {
      return await this.access.auth.authenticator.authenticate(access);
    } catch (error) {
      if (error instanceof UnauthenticatedError && refresh !== undefined) return undefined;
      throw error;
    }
  }

  private async renewed(request: Request, response: Response, refresh: string): Promise<Principal> {
    const session = await this.access.auth.sessions.refresh(refresh);
    setSessionCookies(request, response, session, this.nowMs());
    return this.access.auth.authenticator.authenticate(session.accessToken);
  }
}
