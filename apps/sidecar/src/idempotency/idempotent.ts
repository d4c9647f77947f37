import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '../openapi/decorators.js';
import type { Reservation } from './idempotency.js';

export const IDEMPOTENT = 'reaper:idempotent';

/** A request whose handler may look up its reservation. */
export interface ReservedRequest {
  reservation?: Reservation;
}

/**
 * The operation accepts `Idempotency-Key`: for a day, a repeated request with the same key gets the answer of the
 * first, through any sidecar. Not for operations whose answer holds a secret: answers are stored.
 */
export function Idempotent(): MethodDecorator {
  return applyDecorators(
    SetMetadata(IDEMPOTENT, true),
    ApiHeader({
      name: 'Idempotency-Key',
      description:
        'Chosen by the caller, new for every new request. A repeated request with the same key gets the answer of the first for a day, through any sidecar.',
      required: false,
      schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
      example: '7f1c1f0e-5f0a-4d55-8f0e-0b3d9a3f6f52',
    }),
  );
}

/** Parameter of a handler: its reservation, when the request carries a key. */
export const Reserved = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Reservation | undefined =>
    context.switchToHttp().getRequest<ReservedRequest>().reservation,
);
