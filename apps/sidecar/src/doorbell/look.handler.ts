import { json, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { ApiError } from '../http/api-error.js';
import { bodyError } from '../http/json-body.js';
import type { Backend } from '../backend/backend.js';
import type { DoorbellMetrics } from '../metrics/doorbell-metrics.js';
import { LookLimit } from './look-limit.js';
import { isSigned, SIGNATURE_HEADER } from './signature.js';

const MAX_BODY_BYTES = 200;
const LOOKS_PER_SECOND = 50;

/**
 * Hears the doorbells of other sidecars. A replayed one only makes this sidecar look once more, so there is no nonce;
 * one meant for another host (addresses may be shared loopback ones) is refused.
 */
export function lookHandlers(
  backend: Backend,
  key: () => Uint8Array | undefined,
  metrics: DoorbellMetrics,
): RequestHandler[] {
  const limit = new LookLimit(backend.runtime.clock, LOOKS_PER_SECOND);
  const refuse = (next: NextFunction, error: ApiError, result: 'refused' | 'limited') => {
    metrics.heard(result);
    next(error);
  };
  const parse = json({
    limit: MAX_BODY_BYTES,
    type: () => true,
    verify: (request, _response, raw) => keepRaw(request, raw),
  });
  const readBody: RequestHandler = (request, response, next) =>
    parse(request, response, (error?: unknown) => next(error === undefined ? undefined : bodyError(error)));
  const look = (request: Request, response: Response, next: NextFunction): void => {
    if (!limit.take())
      return refuse(next, new ApiError('TOO_MANY_REQUESTS', 'Too many doorbells; ring later'), 'limited');
    if (!isForUs(request, backend, key())) {
      return refuse(next, new ApiError('SIGNATURE_INVALID', 'The doorbell is not signed for this sidecar'), 'refused');
    }
    metrics.heard('accepted');
    backend.look();
    response.status(204).end();
  };
  return [readBody, look];
}

interface RawRequest {
  rawBody?: string;
}

function keepRaw(request: object, raw: Buffer): void {
  (request as RawRequest).rawBody = raw.toString('utf8');
}

function isForUs(request: Request, backend: Backend, key: Uint8Array | undefined): boolean {
  const { rawBody = '' } = request as RawRequest;
  if (!key || !isSigned(key, rawBody, request.get(SIGNATURE_HEADER) ?? '')) return false;
  return (request.body as { hostId?: unknown }).hostId === backend.self().hostId;
}
