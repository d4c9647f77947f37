import { randomUUID } from 'node:crypto';
import type { LoginFailureStore } from '@reaper-sidecar/auth';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { loginFailureStatements } from './login-failure-statements.js';

const MICROS = 1_000;

/** Table `auth_login_failure`. */
export class CassandraLoginFailureStore implements LoginFailureStore {
  constructor(private readonly connection: CassandraConnection) {}

  add(subject: string, atMs: number, ttlSeconds: number): Promise<void> {
    const values = [subject, randomUUID(), BigInt(atMs * MICROS), ttlSeconds];
    return this.connection.write(loginFailureStatements.add, values);
  }

  async count(subject: string, limit: number): Promise<number> {
    return (await this.connection.rows(loginFailureStatements.count, [subject, limit])).length;
  }

  clear(subject: string, atMs: number): Promise<void> {
    return this.connection.write(loginFailureStatements.clear, [BigInt(atMs * MICROS), subject]);
  }
}
