import type { IssuedSession } from '@reaper-sidecar/auth';
import type { CookieOptions, Request, Response } from 'express';
import { basePathOf } from '../http/base-path.js';

export interface SessionCookies {
  readonly access?: string;
  readonly refresh?: string;
}

/**
 * Over HTTPS the names bind the cookies to this very host, so that no neighbour can plant one; browsers allow that only
 * for cookies of all paths. Below a base path they say that the cookies came over HTTPS.
 */
function namesFor(request: Request): { readonly access: string; readonly refresh: string } {
  const strict = basePathOf(request) === '' ? '__Host-' : '__Secure-';
  const prefix = request.secure ? strict : '';
  return { access: `${prefix}reaper_session`, refresh: `${prefix}reaper_refresh` };
}

export function readSessionCookies(request: Request): SessionCookies {
  const names = namesFor(request);
  const [access, refresh] = [readCookie(request, names.access), readCookie(request, names.refresh)];
  return { ...(access && { access }), ...(refresh && { refresh }) };
}

export function setSessionCookies(request: Request, response: Response, session: IssuedSession, nowMs: number): void {
  const names = namesFor(request);
  const options = optionsFor(request);
  response.cookie(names.access, session.accessToken, { ...options, maxAge: session.accessExpiresAtMs - nowMs });
  response.cookie(names.refresh, session.refreshToken, { ...options, maxAge: session.refreshExpiresAtMs - nowMs });
}

export function clearSessionCookies(request: Request, response: Response): void {
  const options = optionsFor(request);
  for (const name of Object.values(namesFor(request))) response.clearCookie(name, options);
}

function optionsFor(request: Request): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', secure: request.secure, path: basePathOf(request) || '/' };
}

/** The first of that name; our values need no decoding. */
function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
