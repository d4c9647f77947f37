import { json, type NextFunction, type Request, type Response } from 'express';
import { ApiError } from './api-error.js';

export const MAX_BODY_BYTES = 256 * 1024;

/** Levels of objects and arrays. */
export const MAX_DEPTH = 20;

const parse = json({ limit: MAX_BODY_BYTES, strict: true, type: 'application/json' });

/** Reads JSON bodies up to the limit and refuses every other kind of body. */
export function readJsonBody(request: Request, response: Response, next: NextFunction): void {
  if (hasBody(request) && !request.is('application/json')) {
    const type = request.get('content-type') ?? 'none';
    next(new ApiError('UNSUPPORTED_MEDIA_TYPE', `Content-Type is ${type}; send application/json`));
    return;
  }
  parse(request, response, (error?: unknown) => {
    if (error !== undefined) next(bodyError(error));
    else if (isDeeperThan(MAX_DEPTH, request.body)) {
      next(new ApiError('JSON_TOO_DEEP', `The body is nested deeper than ${MAX_DEPTH} levels`));
    } else next();
  });
}

/** Stops at the limit, so that the depth of the body is no danger to the stack. */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}

function hasBody(request: Request): boolean {
  return request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0;
}

/** What the body parser reports: see the list of errors in the README of body-parser. */
interface ParserError {
  readonly type?: string;
  readonly status?: number;
  readonly message?: string;
}

export function bodyError(error: unknown): ApiError {
  const { type, status = 500, message = '' } = error as ParserError;
  const text = message.slice(0, 200);
  const options = { cause: error };
  if (type === 'entity.too.large') {
    const detail = `The body has more than the allowed ${(error as { limit?: number }).limit} bytes; send less`;
    return new ApiError('BODY_TOO_LARGE', detail, undefined, options);
  }
  if (type === 'entity.parse.failed')
    return new ApiError('INVALID_JSON', `The body is not valid JSON: ${text}`, undefined, options);
  if (status === 415) return new ApiError('UNSUPPORTED_MEDIA_TYPE', text, undefined, options);
  return new ApiError(
    status < 500 ? 'BAD_REQUEST' : 'INTERNAL_ERROR',
    `The body cannot be read: ${text}`,
    undefined,
    options,
  );
}
