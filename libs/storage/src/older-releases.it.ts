import {
  STAMP,
  aCreation,
  aLease,
  aNodeState,
  aResult,
  anActiveRun,
  anAssignment,
  anOutcome,
  someSegments,
} from '@reaper-sidecar/repair-core/testing';
import { type CassandraStores, createStores } from './cassandra-stores.js';
import { CassandraCommandHistory } from './cluster/cassandra-command-history.js';
import { CassandraSchemaReader } from './cluster/cassandra-schema-reader.js';
import type { CassandraConnection } from './connection/cassandra-connection.js';
import { DEFAULT_KEYSPACE } from './connection/storage-options.js';
import { StorageRig } from './testing/storage-rig.js';

describe.each(['3.11.19', '4.0.19', '4.1.10'])('storage on two nodes of Cassandra %s', (version) => {
  let rig: StorageRig;
  let connection: CassandraConnection;
  let stores: CassandraStores;

  beforeAll(async () => {
    rig = await StorageRig.start({ nodes: 2, version });
    connection = rig.connect(1);
    const other = rig.connect(2);
    await Promise.all([connection.opened(), other.opened()]);
    stores = createStores(connection);
  });

  afterAll(async () => {
    await rig?.stop();
  });

  it('leads, registers and remembers', async () => {
    const lease = aLease();
    expect(await stores.leases.acquire(lease, undefined)).toEqual({ applied: true });
    expect(await stores.leases.renew({ ...lease, token: 'other' })).toEqual({ applied: false, current: lease });
    const [assignment, state] = [anAssignment(), aNodeState()];
    await stores.assignments.write(state.hostId, assignment);
    await stores.nodeStates.write(state, STAMP);
    expect((await stores.assignments.readAll()).get(state.hostId)).toEqual(assignment);
    expect((await stores.nodeStates.readAll()).get(state.hostId)).toEqual({ state, stamp: STAMP });
    expect(await stores.clusterKeys.getOrCreate()).toEqual(await stores.clusterKeys.getOrCreate());
  });

  it('creates, runs, lists and removes a run', async () => {
    const creation = aCreation({ segmentCount: 300 });
    await stores.runs.createPlan(creation, someSegments(300));
    const run = anActiveRun(creation);
    expect(await stores.runs.activate(run)).toEqual({ applied: true });
    expect(await stores.runs.activate(run)).toEqual({ applied: false, current: run });
    await stores.runs.index(creation);
    await stores.segments.writeOutcome(creation.planId, 7, anOutcome(), STAMP);
    expect(await stores.segments.readPlan(creation.planId)).toHaveLength(300);
    await stores.runs.writeResult(creation.runId, aResult(), STAMP);
    expect(await stores.runs.end(run)).toEqual({ applied: true });
    expect((await stores.runs.list({ limit: 5 })).items).toEqual([{ creation, result: aResult() }]);
    await stores.runs.remove(creation, STAMP + 1);
    expect((await stores.runs.list({ limit: 5 })).items).toEqual([]);
  });

  it('reads the schema and sizes of its node', async () => {
    const schema = new CassandraSchemaReader(connection);
    const own = await schema.keyspace(DEFAULT_KEYSPACE);
    expect(own?.replicationFactors).toEqual({ dc1: 2 });
    expect(own?.tables.find(({ name }) => name === 'active_run')?.gcGraceSeconds).toBe(86_400);
    await schema.sizeEstimates(DEFAULT_KEYSPACE, ['segment'], 'org.apache.cassandra.dht.Murmur3Partitioner');
  });

  it('reads the repair commands of its node', async () => {
    const repair = (...more: readonly string[]) =>
      rig.cluster.nodetool(1, ['repair', '-full', ...more, DEFAULT_KEYSPACE, 'segment']);
    await repair();
    await repair('-st', '-100', '-et', '200');
    const [part, whole] = (await new CassandraCommandHistory(connection).recent(DEFAULT_KEYSPACE)) ?? [];
    const expected = { keyspace: DEFAULT_KEYSPACE, tables: ['segment'], state: 'completed' };
    expect(part).toMatchObject({ ...expected, ranges: ['-100:200'] });
    expect(whole).toMatchObject(expected);
    // Two replicas hold everything: neighbouring ranges stay apart.
    expect(whole?.ranges).toHaveLength(8);
    expect(whole?.commandNumber).toBe(version.startsWith('4.1') ? 1 : undefined);
  });
});
