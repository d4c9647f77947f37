import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse } from '../openapi/decorators.js';
import { ProblemDto } from './problem.dto.js';

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The request is not valid; `errors` names every wrong place',
  401: 'There are no credentials, or they are not valid any more',
  403: 'The caller may not do this; `code` and `detail` tell why',
  404: 'There is nothing of that id or name',
  409: 'The present state does not allow it; `code` and `detail` tell why',
  412: 'Others changed it since the version in `If-Match`; read it again and decide anew',
  413: 'The body has more than 256 KiB',
  414: 'Path and query are too long',
  415: 'The body is not JSON',
  422: 'The request is well-formed, but the cluster cannot fulfil it; `code` and `detail` tell why',
  429: 'Too many requests; try again after `Retry-After` seconds',
  500: 'The sidecar failed; its log has the details under `requestId`',
  503: 'The node or the keyspace of the sidecars cannot be reached; try again after `Retry-After` seconds',
};

/** Documents the problems an operation can answer with; 500 and 503 are always among them. */
export function ApiProblems(...statuses: readonly number[]) {
  return applyDecorators(
    ApiExtraModels(ProblemDto),
    ...[...statuses, 500, 503].map((status) => ApiResponse({ status, ...problemAnswer(status) })),
  );
}

/** What the document says about a problem of that status. */
export function problemAnswer(status: number) {
  return {
    description: DESCRIPTIONS[status] ?? 'Error',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } },
  };
}
