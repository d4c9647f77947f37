import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { ApiError } from '../http/api-error.js';
import { principalOf } from '../http/principal.js';

export const IDEMPOTENCY_HEADER = 'idempotency-key';

const ACCEPTED = /^[\x21-\x7e]{1,255}$/;

/** A request with an `Idempotency-Key`, as every sidecar sees it. */
export interface KeyedRequest {
  /** Names the key of this caller for this operation. */
  readonly id: string;
  /** Equal for requests that ask for the same. */
  readonly fingerprint: string;
}

/** @throws ApiError when the key is malformed */
export function keyedRequest(request: Request, operation: string): KeyedRequest | undefined {
  const key = request.get(IDEMPOTENCY_HEADER);
  if (key === undefined) return undefined;
  if (!ACCEPTED.test(key)) {
    const message = 'must be 1 to 255 visible ASCII characters without spaces';
    throw new ApiError('VALIDATION_FAILED', `Idempotency-Key ${message}`, [{ path: 'Idempotency-Key', message }]);
  }
  return {
    id: digest([principalOf(request), operation, key]),
    fingerprint: digest([request.path, request.get('if-match') ?? null, request.body ?? null]),
  };
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, sorted)).digest('hex');
}

/** The order of properties does not make another request. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
