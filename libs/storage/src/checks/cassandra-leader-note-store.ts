import type { LeaderNoteStore, Stamp } from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { optionalTextOf } from '../connection/row-values.js';
import { noteStatements } from './check-statements.js';

export class CassandraLeaderNoteStore implements LeaderNoteStore {
  constructor(private readonly connection: CassandraConnection) {}

  async read(name: string, { fromAll = false }: { readonly fromAll?: boolean } = {}): Promise<string | undefined> {
    const statement = fromAll ? noteStatements.readFromAll : noteStatements.read;
    const [row] = await this.connection.rows(statement, [name]);
    return row && optionalTextOf(row, 'body');
  }

  write(name: string, body: string, stamp: Stamp): Promise<void> {
    return this.connection.write(noteStatements.write, [BigInt(stamp), body, name]);
  }
}
