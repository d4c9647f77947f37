import type { types } from 'cassandra-driver';
import {
  type BodyCodec,
  HOST_SHARDS,
  type Stamp,
  type UnreadableRows,
  hostShard,
  readable,
} from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { numberOf, textOf } from '../connection/row-values.js';
import type { assignmentStatements } from './register-statements.js';

type RegisterStatements = {
  readonly [K in keyof typeof assignmentStatements]: Omit<(typeof assignmentStatements)[K], 'name' | 'cql'> & {
    readonly name: string;
    readonly cql: string;
  };
};

export interface StampedBody<T> {
  readonly value: T;
  readonly stamp: Stamp;
}

/** A table with one stamped cell per host, in 32 partitions by host id. */
export class HostRegister<T> {
  constructor(
    private readonly connection: CassandraConnection,
    private readonly statements: RegisterStatements,
    private readonly codec: BodyCodec<T>,
  ) {}

  async read(hostId: string): Promise<StampedBody<T> | undefined> {
    const [row] = await this.connection.rows(this.statements.read, [hostShard(hostId), hostId]);
    return row && this.#decode(row);
  }

  /** All rows of the shards of these hosts. */
  readShardsOf(hostIds: readonly string[], options: UnreadableRows): Promise<ReadonlyMap<string, StampedBody<T>>> {
    return this.#readShards([...new Set(hostIds.map(hostShard))], options);
  }

  readAll(options: UnreadableRows): Promise<ReadonlyMap<string, StampedBody<T>>> {
    return this.#readShards([...Array(HOST_SHARDS).keys()], options);
  }

  write(hostId: string, value: T, stamp: Stamp): Promise<void> {
    const values = [BigInt(stamp), this.codec.encode(value), hostShard(hostId), hostId];
    return this.connection.write(this.statements.write, values);
  }

  remove(hostId: string, stamp: Stamp): Promise<void> {
    return this.connection.write(this.statements.remove, [BigInt(stamp), hostShard(hostId), hostId]);
  }

  async #readShards(shards: readonly number[], options: UnreadableRows): Promise<ReadonlyMap<string, StampedBody<T>>> {
    const results = await Promise.all(shards.map((shard) => this.connection.rows(this.statements.readShard, [shard])));
    const read = new Map<string, StampedBody<T>>();
    for (const row of results.flat()) {
      const hostId = textOf(row, 'host_id');
      const found = readable(hostId, () => this.#decode(row), options);
      if (found) read.set(hostId, found);
    }
    return read;
  }

  #decode(row: types.Row): StampedBody<T> {
    return { value: this.codec.decode(textOf(row, 'body')), stamp: numberOf(row, 'stamp') };
  }
}
