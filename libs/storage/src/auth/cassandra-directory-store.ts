import type { DirectoryChange, DirectoryContent, DirectoryStore } from '@reaper-sidecar/auth';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { optionalTextOf, textOf } from '../connection/row-values.js';
import type { DirectoryStatements } from './directory-statements.js';

/** Without a limit of life, in CQL. */
const FOR_EVER = 0;

/** Tables `auth_user`, `auth_api_token` and `auth_signing_key`. */
export class CassandraDirectoryStore implements DirectoryStore {
  constructor(
    private readonly connection: CassandraConnection,
    private readonly statements: DirectoryStatements,
  ) {}

  async read({ serial }: { readonly serial: boolean }): Promise<DirectoryContent> {
    const rows = await this.connection.rows(serial ? this.statements.readSerial : this.statements.read);
    const [first] = rows;
    // A row without a body is the version alone, or an entry that is over.
    const written = rows.filter((row) => optionalTextOf(row, 'body') !== undefined);
    return {
      version: first && optionalTextOf(first, 'version'),
      entries: new Map(written.map((row) => [textOf(row, 'id'), textOf(row, 'body')])),
    };
  }

  async readVersion(): Promise<string | undefined> {
    const [row] = await this.connection.rows(this.statements.readVersion);
    return row && optionalTextOf(row, 'version');
  }

  async put({ id, body, version, expected, ttlSeconds = FOR_EVER }: DirectoryChange): Promise<boolean> {
    // A condition on what was never written is a condition on null.
    const values = [version, expected ?? null, ttlSeconds, body, id];
    return (await this.connection.conditional(this.statements.put, values)).applied;
  }
}
