import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ApiHeader, ApiResponse } from '../openapi/decorators.js';
import { expectedVersion } from './entity-tag.js';

const EXAMPLE = '"3-Zk1c0v8QxW2mT9aB"';

export const ETAG_HEADER = {
  ETag: {
    description: 'Send it as `If-Match` with a change, or as `If-None-Match` to read only what is new',
    schema: { type: 'string' as const },
    example: EXAMPLE,
  },
};

/** Documents `If-Match`. */
export function AcceptsIfMatch(): MethodDecorator {
  return ApiHeader({
    name: 'If-Match',
    description: 'ETag of the state that the change is based on; 412 when others changed it since. Left out: any.',
    required: false,
    schema: { type: 'string' },
    example: EXAMPLE,
  });
}

/** Documents `If-None-Match` and its answer. */
export function AcceptsIfNoneMatch(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'If-None-Match',
      description: 'ETag of the answer that the caller has; 304 when it is still the same.',
      required: false,
      schema: { type: 'string' },
      example: EXAMPLE,
    }),
    ApiResponse({ status: 304, description: 'Nothing changed since the answer with that ETag' }),
  );
}

/** Parameter of a handler: the version in `If-Match`. */
export const ExpectedVersion = createParamDecorator((_data: unknown, context: ExecutionContext): number | undefined =>
  expectedVersion(context.switchToHttp().getRequest<Request>()),
);
