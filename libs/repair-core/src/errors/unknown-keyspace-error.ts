import { DomainError } from './domain-error.js';

/** The cluster has no keyspace of that name. */
export class UnknownKeyspaceError extends DomainError {
  readonly code = 'UNKNOWN_KEYSPACE';

  constructor(readonly keyspace: string) {
    super(`Keyspace "${keyspace}" does not exist; GET /api/v1/keyspaces lists those that do`, { keyspace });
  }
}
