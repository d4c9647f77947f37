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
  parse(request, response, (error?: unknown) => next(error === undefined ? undefined : bodyError(error)));
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
