import { DomainError } from './domain-error.js';

/** The keyspace is not replicated (LocalStrategy and the like): every node has data of its own, nothing can be repaired. */
export class LocalKeyspaceError extends DomainError {
  readonly code = 'KEYSPACE_NOT_REPLICATED';

  constructor(readonly keyspace: string) {
    super(
      `Keyspace "${keyspace}" is local to each node and has no replicas to repair; choose a replicated keyspace, GET /api/v1/keyspaces lists them`,
      { keyspace },
    );
  }
}
