import { randomBytes } from 'node:crypto';
import {
  CLUSTER_KEY_BYTES,
  type ClusterKeyStore,
  StoreRefusedError,
  UnknownOutcomeError,
} from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import type { Statement } from '../connection/statement.js';
import { keyStatements } from './key-statements.js';

const DOORBELL_KEY = 'doorbell';

/** Table `cluster_key`. */
export class CassandraClusterKeyStore implements ClusterKeyStore {
  constructor(private readonly connection: CassandraConnection) {}

  async getOrCreate(): Promise<Uint8Array> {
    const known = await this.#read(keyStatements.read);
    if (known) return known;
    const key = randomBytes(CLUSTER_KEY_BYTES);
    if (await this.#insert(key)) return new Uint8Array(key);
    // Another sidecar was first, or the answer was lost: only a serial read knows.
    const inserted = await this.#read(keyStatements.readSerial);
    if (inserted) return inserted;
    throw new UnknownOutcomeError('clusterKeys.insert: it is not known whether the key was written; try again');
  }

  async #insert(key: Buffer): Promise<boolean> {
    try {
      return (await this.connection.conditional(keyStatements.insert, [DOORBELL_KEY, key])).applied;
    } catch (error) {
      if (error instanceof UnknownOutcomeError) return false;
      throw error;
    }
  }

  async #read(statement: Statement): Promise<Uint8Array | undefined> {
    const [row] = await this.connection.rows(statement, [DOORBELL_KEY]);
    const key: unknown = row?.get('key');
    if (key == null) return undefined;
    if (Buffer.isBuffer(key) && key.length === CLUSTER_KEY_BYTES) return new Uint8Array(key);
    throw new StoreRefusedError(`The stored cluster key is not ${CLUSTER_KEY_BYTES} bytes; delete its row to renew it`);
  }
}
