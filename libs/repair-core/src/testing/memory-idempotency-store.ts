import type { IdempotencyRecord, IdempotencyStore } from '../ports/idempotency.js';
import type { CasResult } from '../ports/registers.js';
import type { MemoryClient } from './memory-client.js';
import type { MemoryTables } from './memory-tables.js';

/** Forgets nothing by itself. */
export class MemoryIdempotencyStore implements IdempotencyStore {
  constructor(
    private readonly tables: MemoryTables,
    private readonly client: MemoryClient,
  ) {}

  read(id: string): Promise<IdempotencyRecord | undefined> {
    const apply = () => this.tables.idempotency.read(id, { serial: true });
    return this.client.execute({ operation: 'idempotency.read', kind: 'read', apply });
  }

  reserve(id: string, record: IdempotencyRecord) {
    return this.#change('idempotency.reserve', id, undefined, record);
  }

  replace(id: string, owner: string, record: IdempotencyRecord) {
    return this.#change('idempotency.replace', id, owner, record);
  }

  remove(id: string, owner: string) {
    return this.#change('idempotency.remove', id, owner, undefined);
  }

  #change(
    operation: string,
    id: string,
    owner: string | undefined,
    record: IdempotencyRecord | undefined,
  ): Promise<CasResult<IdempotencyRecord>> {
    const rows = this.tables.idempotency;
    const apply = () =>
      rows.change(
        id,
        (current) => current?.owner === owner,
        () => record,
      );
    return this.client.execute({ operation, kind: 'write', conditional: rows, apply });
  }
}
