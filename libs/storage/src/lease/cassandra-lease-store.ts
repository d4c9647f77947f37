import type { types } from 'cassandra-driver';
import type { CasResult, Lease, LeaseStore, Stamp } from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { numberOf, textOf } from '../connection/row-values.js';
import type { Statement } from '../connection/statement.js';
import { leaseStatements } from './lease-statements.js';

/** Row `leader_lease`. */
export class CassandraLeaseStore implements LeaseStore {
  constructor(private readonly connection: CassandraConnection) {}

  async read({ serial }: { readonly serial: boolean }): Promise<Lease | undefined> {
    const [row] = await this.connection.rows(serial ? leaseStatements.readSerial : leaseStatements.read);
    return row && toLease(row);
  }

  acquire(lease: Lease, expected: { readonly epoch: Stamp; readonly beat: number } | undefined) {
    const { epoch, beat, holder, token, acquiredAtMs, cause } = lease;
    const values = [BigInt(epoch), beat, holder, token, BigInt(Math.round(acquiredAtMs)), cause];
    if (!expected) return this.#change(leaseStatements.create, values);
    return this.#change(leaseStatements.acquire, [...values, BigInt(expected.epoch), expected.beat]);
  }

  renew({ epoch, token, beat }: { readonly epoch: Stamp; readonly token: string; readonly beat: number }) {
    return this.#change(leaseStatements.renew, [beat, BigInt(epoch), token]);
  }

  release({ epoch, token }: { readonly epoch: Stamp; readonly token: string }) {
    return this.#change(leaseStatements.release, [BigInt(epoch), token]);
  }

  /** A refusal brings only the columns of the condition, so the row is read. */
  async #change(statement: Statement, values: readonly unknown[]): Promise<CasResult<Lease>> {
    const { applied } = await this.connection.conditional(statement, values);
    return applied ? { applied } : { applied, current: await this.read({ serial: true }) };
  }
}

function toLease(row: types.Row): Lease {
  return {
    epoch: numberOf(row, 'epoch'),
    beat: numberOf(row, 'beat'),
    token: textOf(row, 'holder_token'),
    holder: textOf(row, 'holder'),
    acquiredAtMs: numberOf(row, 'acquired_at_ms'),
    cause: textOf(row, 'cause'),
  };
}
