/** Base of every error of the domain: a stable code, whether trying again can help, and data as fields. */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  readonly retryable: boolean = false;

  constructor(
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The store did not answer, or said that too few replicas live. Nothing is known to have been written. */
export class StoreUnavailableError extends DomainError {
  readonly code = 'STORE_UNAVAILABLE';
  override readonly retryable = true;
}

/** A write was sent and its answer is missing: it may take effect now, later or never. */
export class UnknownOutcomeError extends DomainError {
  readonly code = 'UNKNOWN_OUTCOME';
  override readonly retryable = true;
}

/** A stored body has a protocol or shape that this build does not read. */
export class UnreadableBodyError extends DomainError {
  readonly code = 'UNREADABLE_BODY';
}

/** The node's JMX cannot be reached, refused the login, or the connection died. */
export class NodeUnreachableError extends DomainError {
  readonly code = 'NODE_UNREACHABLE';
  override readonly retryable = true;
}

/** Cassandra refused the command before it had a number (bad options, unknown keyspace). */
export class StartRefusedError extends DomainError {
  readonly code = 'START_REFUSED';
}

/** Cassandra refused the statement itself: no permission, or a schema that is not the expected one. Nothing was written. */
export class StoreRefusedError extends DomainError {
  readonly code = 'STORE_REFUSED';
}

/** The cursor of a listing is not one that a listing returned. */
export class InvalidCursorError extends DomainError {
  readonly code = 'INVALID_CURSOR';
}
