import { DomainError } from './domain-error.js';

/** The node described a ring that does not fit together, as it may for a moment while nodes come and go. */
export class RingUnreadableError extends DomainError {
  readonly code = 'RING_UNREADABLE';
  override readonly retryable = true;
}
