import {
  type StorePair,
  describeAssignmentStoreContract,
  describeClusterKeyStoreContract,
  describeLeaseStoreContract,
  describeNodeStateStoreContract,
  describeRunStoreContract,
  describeSegmentStoreContract,
} from '@reaper-sidecar/repair-core/testing';
import type { CassandraStores } from './cassandra-stores.js';
import { StorageRig } from './testing/storage-rig.js';

const RUN_TABLES = ['active_run', 'repair_run', 'run_index', 'run_month', 'plan_log'];

describe('stores on three nodes', () => {
  let rig: StorageRig;
  let one: CassandraStores;
  let other: CassandraStores;

  beforeAll(async () => {
    rig = await StorageRig.start();
    [one, other] = await Promise.all([rig.stores(1), rig.stores(2)]);
  });

  afterAll(async () => {
    await rig?.stop();
  });

  function pairOf<T>(choose: (stores: CassandraStores) => T, ...emptied: readonly string[]) {
    return async (): Promise<StorePair<T>> => {
      await rig.truncate(...emptied);
      return { one: choose(one), other: choose(other) };
    };
  }

  describeLeaseStoreContract(pairOf(({ leases }) => leases, 'leader_lease'));
  describeAssignmentStoreContract(pairOf(({ assignments }) => assignments));
  describeNodeStateStoreContract(pairOf(({ nodeStates }) => nodeStates));
  describeRunStoreContract(pairOf((stores) => stores, ...RUN_TABLES));
  describeSegmentStoreContract(pairOf((stores) => stores));
  describeClusterKeyStoreContract(pairOf(({ clusterKeys }) => clusterKeys, 'cluster_key'));
});
