import type { Request } from 'express';

/** Set by whatever checks who calls. */
interface Authenticated {
  readonly principal?: { readonly id?: unknown };
}

/** Stable id of who calls; `anonymous` when nobody logged in. */
export function principalOf(request: Request): string {
  const id = (request as Authenticated).principal?.id;
  return typeof id === 'string' ? id : 'anonymous';
}
