import type { AuthStores } from '@reaper-sidecar/auth';
import { MemoryAuthTables } from '@reaper-sidecar/auth/testing';
import type { Clock, Timers } from '@reaper-sidecar/repair-core';
import {
  FakeRepairNode,
  MemoryClusterKeyStore,
  MemoryRepairHistory,
  type MemoryCluster,
} from '@reaper-sidecar/repair-core/testing';
import type { NodeParts, StorageParts } from '../composition/parts.js';
import { FakeCassandra, hostIdOf } from './fake-cassandra.js';

const ready = () => ({ state: 'ready', detail: 'in memory' }) as const;

/** Adapters of one sidecar over memory. */
export function memoryParts(
  shared: MemoryCluster,
  n: number,
  time: { readonly clock: Clock; readonly timers: Timers },
  auth: AuthStores = new MemoryAuthTables().connect(),
): { storage: StorageParts; node: NodeParts; fake: FakeRepairNode } {
  const stores = shared.connect();
  const cassandra = new FakeCassandra();
  const identity = { hostId: hostIdOf(n), address: `127.0.0.${n}:7000`, datacenter: 'dc1', rack: `r${n}` };
  const fake = new FakeRepairNode({ ...time, identity, durationMs: 5 });
  const { leases, assignments, nodeStates, runs, segments, idempotency, client } = stores;
  const storage: StorageParts = {
    leases,
    assignments,
    nodeStates,
    runs,
    segments,
    idempotency,
    auth,
    clusterKeys: new MemoryClusterKeyStore(shared.tables, client),
    schema: cassandra,
    ages: stores.ages,
    decisions: stores.decisions,
    notes: stores.notes,
    repairHistory: new MemoryRepairHistory(),
    inspector: { keyspace: 'reaper_sidecar', replication: async () => 'one', timestampGuardrails: async () => [] },
    history: fake,
    cql: ready,
    keyspace: ready,
    use: () => ({ ...client.statistics(), failures: 0, connections: 1 }),
    close: async () => undefined,
  };
  return { storage, node: { node: fake, cluster: cassandra, jmx: ready, close: async () => undefined }, fake };
}
