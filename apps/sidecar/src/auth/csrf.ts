import type { Request } from 'express';
import { ApiError } from '../http/api-error.js';

/** Pages of other sites cannot send it without asking first, and nobody allows them to. */
export const CSRF_HEADER = 'x-reaper-csrf';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A change with cookies needs a header that only our own pages send; the origin of every change is checked besides (see
 * refuseForeignPages).
 *
 * @throws ApiError
 */
export function requireOwnPage(request: Request): void {
  if (READING.has(request.method) || request.get(CSRF_HEADER) !== undefined) return;
  throw new ApiError(
    'CSRF_HEADER_MISSING',
    `A change with a session cookie needs the header ${CSRF_HEADER}: 1; programs send Authorization: Bearer instead`,
  );
}
