import { DomainError } from './domain-error.js';

/** The keyspace has no table of that name. */
export class UnknownTableError extends DomainError {
  readonly code = 'UNKNOWN_TABLE';

  constructor(
    readonly keyspace: string,
    readonly tables: readonly string[],
    known: readonly string[],
  ) {
    super(
      `Keyspace "${keyspace}" has no table ${tables.map((t) => `"${t}"`).join(', ')}; it has ${known.join(', ') || 'none'}`,
      {
        keyspace,
        tables,
        known,
      },
    );
  }
}
