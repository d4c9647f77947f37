import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { ApiError } from './api-error.js';

const LISTED_TAG = /^(?:W\/)?"([^"]{1,100})"$/;

/**
 * Sends an entity tag `"<version>-<digest>"`: `If-Match` looks at the version of what people edit, `If-None-Match` at
 * the whole, so that progress makes no edit fail.
 */
export function tagVersion(response: Response, version: number | undefined, body: unknown): void {
  response.setHeader('ETag', `"${version ?? 'final'}-${digest(body)}"`);
}

function digest(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 16);
}

/**
 * Version that the caller wants to change; undefined when any will do.
 *
 * @throws ApiError when the header names no version of ours
 */
export function expectedVersion(request: Request): number | undefined {
  const header = request.get('if-match');
  if (header === undefined || header.trim() === '*') return undefined;
  const tag = LISTED_TAG.exec(header.trim())?.[1];
  const version = /^(\d{1,9}|final)-/.exec(tag ?? '')?.[1];
  if (version === undefined) {
    const message = 'must be one ETag as an answer of this API gave it, or *';
    throw new ApiError('VALIDATION_FAILED', `If-Match ${message}`, [{ path: 'If-Match', message }]);
  }
  // Nothing has version 0: what was final when it was read matches no version that can be edited.
  return version === 'final' ? 0 : Number(version);
}
