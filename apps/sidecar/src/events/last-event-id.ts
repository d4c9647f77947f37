import type { Request } from 'express';

const ACCEPTED = /^[\w-]{16}\.[\w-]{16}$/;

/** Where a client wants to go on. What no sidecar can have sent counts as nothing: it gets a snapshot. */
export function lastEventId(request: Request): string | undefined {
  const id = request.get('last-event-id');
  return id !== undefined && ACCEPTED.test(id) ? id : undefined;
}
