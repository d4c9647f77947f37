import { json, type NextFunction, type Request, type Response } from 'express';
import { ApiError } from './api-error.js';

export const MAX_BODY_BYTES = 256 * 1024;

const parse = json({ limit: MAX_BODY_BYTES, strict: true, type: 'application/json' });

/** Reads JSON bodies up to the limit and refuses every other kind of body. */
export function readJsonBody(request: Request, response: Response, next: NextFunction): void {
  if (hasBody(request) && !request.is('application/json')) {
    const type = request.get('content-type') ?? 'none';
    next(new ApiError('UNSUPPORTED_MEDIA_TYPE', `Content-Type is ${type}; send application/json`));
    return;
  }
  parse(request, response, next);
}

function hasBody(request: Request): boolean {
  return request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0;
}
