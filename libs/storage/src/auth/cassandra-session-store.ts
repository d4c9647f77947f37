import type { RevokedSessionStore, SessionStore, StoredSession } from '@reaper-sidecar/auth';
import { CREATION_STAMP } from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { numberOf, textOf } from '../connection/row-values.js';
import { revokedSessionStatements, sessionStatements } from './session-statements.js';

/** Table `auth_session`. */
export class CassandraSessionStore implements SessionStore {
  constructor(private readonly connection: CassandraConnection) {}

  async create({ id, generation, body }: StoredSession, ttlSeconds: number): Promise<boolean> {
    const { applied } = await this.connection.conditional(sessionStatements.create, [id, generation, body, ttlSeconds]);
    return applied;
  }

  async read(id: string, { serial }: { readonly serial: boolean }): Promise<StoredSession | undefined> {
    const [row] = await this.connection.rows(serial ? sessionStatements.readSerial : sessionStatements.read, [id]);
    return row && { id, generation: numberOf(row, 'generation'), body: textOf(row, 'body') };
  }

  async advance({ id, generation, body }: StoredSession, ttlSeconds: number): Promise<boolean> {
    const values = [ttlSeconds, generation, body, id, generation - 1];
    return (await this.connection.conditional(sessionStatements.advance, values)).applied;
  }
}

/** Table `auth_revoked_session`. */
export class CassandraRevokedSessionStore implements RevokedSessionStore {
  constructor(private readonly connection: CassandraConnection) {}

  add(window: string, sessionId: string, ttlSeconds: number): Promise<void> {
    const values = [window, sessionId, BigInt(CREATION_STAMP), ttlSeconds];
    return this.connection.write(revokedSessionStatements.add, values);
  }

  async read(window: string): Promise<readonly string[]> {
    const rows = await this.connection.rows(revokedSessionStatements.read, [window]);
    return rows.map((row) => textOf(row, 'session_id'));
  }
}
