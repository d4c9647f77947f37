import type { Log } from '@reaper-sidecar/repair-core';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { HttpMetrics } from '../metrics/http-metrics.js';
import { requestIdOf } from './request-id.js';

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Counts every request; logs those that change something, the rest at debug level. */
export function observeRequests(log: Log, metrics: HttpMetrics): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const begun = performance.now();
    response.once('close', () => {
      const ms = performance.now() - begun;
      const route = routeOf(request);
      metrics.answered(request.method, route, response.statusCode, ms);
      const fields = { requestId: requestIdOf(response), method: request.method, path: request.path };
      const level = CHANGING.has(request.method) && !route.startsWith('/internal') ? 'info' : 'debug';
      log[level]('Request answered', { ...fields, status: response.statusCode, ms: Math.round(ms) });
    });
    next();
  };
}

/** The pattern and not the path, so that the label has few values. */
function routeOf(request: Request): string {
  const route = (request as { route?: { path?: unknown } }).route?.path;
  return typeof route === 'string' ? route : 'other';
}
