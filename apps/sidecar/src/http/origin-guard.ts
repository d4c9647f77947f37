import { isIP } from 'node:net';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ApiError } from './api-error.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A page of another site must not change anything through the browser of somebody who can reach this sidecar. */
export function refuseForeignPages(allowed: ReadonlySet<string>): RequestHandler {
  return (request, _response, next) => {
    const isListed = allowed.has(request.get('origin') ?? '');
    const foreign = request.get('sec-fetch-site') === 'cross-site' || hasForeignOrigin(request);
    if (READING.has(request.method) || isListed || !foreign) return next();
    const text = 'Changes are accepted from the pages of this sidecar and from programs only';
    next(new ApiError('FORBIDDEN_ORIGIN', text));
  };
}

function hasForeignOrigin(request: Request): boolean {
  const origin = request.get('origin');
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.get('host'));
}

/**
 * While the sidecar listens on loopback, only names of this machine are served: a foreign name that resolves to
 * loopback (DNS rebinding) would make a foreign page look like ours.
 */
export function refuseForeignNames(request: Request, _response: Response, next: NextFunction): void {
  const name = request.hostname;
  if (name === undefined || name === 'localhost' || isIP(name.replace(/^\[|\]$/g, '')) !== 0) return next();
  next(
    new ApiError('FORBIDDEN_ORIGIN', `Host "${name.slice(0, 100)}" is not this machine; use 127.0.0.1 or localhost`),
  );
}
