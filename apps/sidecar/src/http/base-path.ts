import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ApiError } from './api-error.js';

/** Segments of letters, digits, `-`, `_`, `.` and `~`, without an end slash: `/reaper`, `/ops/reaper`. */
export const BASE_PATH = /^(?:\/[A-Za-z0-9][\w.~-]*)+$/;

/** What kubelets, Prometheus and other sidecars ask for without a proxy; answered below the base path too. */
const ALSO_AT_ROOT = /^\/(?:health|internal|metrics|version)(?:\/|$)/;

interface Based {
  basePath?: string;
}

/** Whether paths below it could be mistaken for those that are answered without it. */
export function isAmbiguousBase(basePath: string): boolean {
  return ALSO_AT_ROOT.test(basePath);
}

/**
 * Takes the base path off every request, so that everything behind this sees the same paths with and without one. Other
 * paths are not found, except what is also at the root.
 */
export function serveBelow(basePath: string): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    (request as Based).basePath = basePath;
    if (request.url.startsWith(`${basePath}/`)) {
      request.url = request.url.slice(basePath.length);
      return next();
    }
    if (ALSO_AT_ROOT.test(request.path)) return next();
    if (request.method === 'GET' && (request.path === basePath || request.path === '/')) {
      return response.redirect(307, `${basePath}/`);
    }
    next(new ApiError('NOT_FOUND', `API, documentation and dashboard of this sidecar are below ${basePath}/`));
  };
}

/** Empty without one. */
export function basePathOf(request: Request): string {
  return (request as Based).basePath ?? '';
}

/** The path as the caller has to ask for it. */
export function linkTo(request: Request, path: string): string {
  return basePathOf(request) + path;
}
