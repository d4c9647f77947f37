import type { Principal } from '@reaper-sidecar/auth';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

interface Called {
  principal?: Principal & { readonly id: string };
}

/** Remembers who calls, also for the Idempotency-Key: keys of two callers are never the same. */
export function setCaller(request: Request, principal: Principal): void {
  (request as Called).principal = { ...principal, id: principal.name };
}

/** Undefined before the caller is known. */
export function callerOf(request: Request): Principal | undefined {
  return (request as Called).principal;
}

/** Parameter of a route: who calls. */
export const Caller = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  callerOf(context.switchToHttp().getRequest<Request>()),
);
