import { MemoryCluster, type MemoryStores } from '../memory-cluster.js';
import {
  type StorePair,
  describeAssignmentStoreContract,
  describeClusterKeyStoreContract,
  describeDecisionLogContract,
  describeLeaderNoteStoreContract,
  describeRepairAgeStoreContract,
  describeIdempotencyStoreContract,
  describeLeaseStoreContract,
  describeNodeStateStoreContract,
  describeRunStoreContract,
  describeSegmentStoreContract,
} from './index.js';

function pairOf<T>(choose: (stores: MemoryStores) => T): StorePair<T> {
  const cluster = new MemoryCluster();
  return { one: choose(cluster.connect()), other: choose(cluster.connect()) };
}

describe('memory stores', () => {
  describeDecisionLogContract(() => pairOf(({ decisions }) => decisions));
  describeLeaderNoteStoreContract(() => pairOf(({ notes }) => notes));
  describeRepairAgeStoreContract(() => pairOf(({ ages }) => ages));
  describeLeaseStoreContract(() => pairOf(({ leases }) => leases));
  describeAssignmentStoreContract(() => pairOf(({ assignments }) => assignments));
  describeNodeStateStoreContract(() => pairOf(({ nodeStates }) => nodeStates));
  describeRunStoreContract(() => pairOf((stores) => stores));
  describeSegmentStoreContract(() => pairOf((stores) => stores));
  describeIdempotencyStoreContract(() => pairOf(({ idempotency }) => idempotency));
  describeClusterKeyStoreContract(() => pairOf(({ clusterKeys }) => clusterKeys));
});
