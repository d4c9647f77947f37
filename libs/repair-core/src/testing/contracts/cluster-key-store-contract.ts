/// <reference types="jest" />
import { CLUSTER_KEY_BYTES, type ClusterKeyStore } from '../../ports/cluster-keys.js';
import type { MakeStorePair } from './contract-fixtures.js';

/** What every ClusterKeyStore must do. Needs Jest's globals. */
export function describeClusterKeyStoreContract(makeStores: MakeStorePair<ClusterKeyStore>): void {
  describe('a ClusterKeyStore', () => {
    it('gives every sidecar the same random bytes, also when they ask at once', async () => {
      const { one, other } = await makeStores();
      const keys = await Promise.all([one, other, one, other].map((store) => store.getOrCreate()));
      expect(keys[0]).toHaveLength(CLUSTER_KEY_BYTES);
      expect(new Set(keys[0]).size).toBeGreaterThan(CLUSTER_KEY_BYTES / 4);
      for (const key of keys) expect(key).toEqual(keys[0]);
      expect(await other.getOrCreate()).toEqual(keys[0]);
    });
  });
}
