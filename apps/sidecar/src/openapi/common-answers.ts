import type { OpenAPIObject } from '@nestjs/swagger';
import { problemAnswer } from '../http/api-documentation.js';

/** Refusals of the edge, before any operation is reached. */
const OF_ALL = [400, 403, 414, 429];
const OF_CHANGES = [413, 415];
const CHANGING: ReadonlySet<string> = new Set(['post', 'put', 'patch', 'delete']);

interface Operation {
  responses: Record<string, unknown>;
}

/** Adds to every operation the problems that any request may be answered with. */
export function declareCommonAnswers(document: OpenAPIObject): void {
  for (const item of Object.values(document.paths)) {
    for (const [method, { responses }] of Object.entries(item as Record<string, Operation>)) {
      const statuses = CHANGING.has(method) ? [...OF_ALL, ...OF_CHANGES] : OF_ALL;
      for (const status of statuses) responses[`${status}`] ??= problemAnswer(status);
    }
  }
}
