import { randomBytes } from 'node:crypto';
import { CLUSTER_KEY_BYTES, type ClusterKeyStore } from '../ports/cluster-keys.js';
import type { MemoryClient } from './memory-client.js';
import type { MemoryTables } from './memory-tables.js';

export class MemoryClusterKeyStore implements ClusterKeyStore {
  constructor(
    private readonly tables: MemoryTables,
    private readonly client: MemoryClient,
  ) {}

  getOrCreate(): Promise<Uint8Array> {
    return this.client.execute({
      operation: 'clusterKeys.getOrCreate',
      kind: 'read',
      apply: () => (this.tables.clusterKey ??= new Uint8Array(randomBytes(CLUSTER_KEY_BYTES))),
    });
  }
}
