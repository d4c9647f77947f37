import { randomUUID } from 'node:crypto';
import { UnreadableBodyError } from '@reaper-sidecar/repair-core';
import {
  STAMP,
  type StorePair,
  aCreation,
  aNodeState,
  aStatus,
  anOutcome,
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
  someSegments,
} from '@reaper-sidecar/repair-core/testing';
import { DEFAULT_KEYSPACE } from './connection/storage-options.js';
import { type CassandraStores, createStores } from './cassandra-stores.js';
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
  describeDecisionLogContract(pairOf(({ decisions }) => decisions, 'decision'));
  describeLeaderNoteStoreContract(pairOf(({ notes }) => notes));
  describeRepairAgeStoreContract(pairOf(({ ages }) => ages));
  describeIdempotencyStoreContract(pairOf(({ idempotency }) => idempotency));
  describeClusterKeyStoreContract(pairOf(({ clusterKeys }) => clusterKeys, 'cluster_key'));

  describe('with a clock that is an hour ahead', () => {
    const HOUR_MS = 3_600_000;

    afterEach(() => jest.restoreAllMocks());

    it('creation data is beaten by the first stamped write', async () => {
      const nowMs = Date.now();
      jest.spyOn(Date, 'now').mockImplementation(() => nowMs + HOUR_MS);
      const creation = aCreation({ createdAtMs: nowMs + HOUR_MS });
      await one.runs.createPlan(creation, someSegments(3));
      await one.runs.index(creation);
      jest.restoreAllMocks();
      const stamp = nowMs * 1_000;
      await other.runs.writeStatus(creation.runId, aStatus(), stamp);
      await other.segments.writeOutcome(creation.planId, 0, anOutcome(), stamp);
      expect((await one.runs.get(creation.runId))?.status).toEqual(aStatus());
      expect((await one.segments.readSome(creation.planId, [0]))[0]?.outcomeStamp).toBe(stamp);
      await other.runs.remove(creation, stamp + 1);
      expect(await one.runs.get(creation.runId)).toBeUndefined();
      expect(await one.segments.readPlan(creation.planId)).toEqual([]);
    });
  });

  describe('statements', () => {
    it('a page of runs takes at most three, and a page of segments one', async () => {
      await rig.truncate(...RUN_TABLES);
      const connection = rig.connect(1);
      await connection.opened();
      const { runs, segments } = createStores(connection);
      for (let n = 0; n < 30; n++) {
        const creation = aCreation({ createdAtMs: Date.UTC(2026, n % 3, 1) + n });
        await runs.createPlan(creation, someSegments(3));
        await runs.index(creation);
      }
      const before = connection.statistics().statements;
      const { items } = await runs.list({ limit: 20 });
      expect(items).toHaveLength(20);
      expect(connection.statistics().statements - before).toBeLessThanOrEqual(3);
      await segments.page(items[0]?.creation.planId ?? '', { limit: 100 });
      expect(connection.statistics().statements - before).toBeLessThanOrEqual(4);
    });

    it('a further page takes two, and has the first run of a month that another sidecar created', async () => {
      await rig.truncate(...RUN_TABLES);
      const connection = rig.connect(1);
      await connection.opened();
      const { runs } = createStores(connection);
      expect((await runs.list({ limit: 20 })).items).toEqual([]);
      const creation = aCreation({ createdAtMs: Date.now() });
      await other.runs.createPlan(creation, someSegments(3));
      await other.runs.index(creation);
      const before = connection.statistics().statements;
      expect((await runs.list({ limit: 20 })).items).toMatchObject([{ creation: { runId: creation.runId } }]);
      expect(connection.statistics().statements - before).toBe(2);
    });

    it('taking over reads each register with one statement per shard', async () => {
      const connection = rig.connect(1);
      await connection.opened();
      const { assignments, nodeStates } = createStores(connection);
      const before = connection.statistics().statements;
      await assignments.readAll();
      await nodeStates.readFor(['a', 'a', 'b']);
      expect(connection.statistics().statements - before).toBeLessThanOrEqual(34);
    });
  });

  describe('with rows that this build cannot read', () => {
    async function plant(hostId: string, body: string): Promise<void> {
      const readable = aNodeState({ hostId });
      await one.nodeStates.write(readable, STAMP);
      const [row] = await rig.cql.query(
        `SELECT shard FROM ${DEFAULT_KEYSPACE}.node_state WHERE host_id = '${hostId}' ALLOW FILTERING`,
      );
      await rig.cql.query(
        `UPDATE ${DEFAULT_KEYSPACE}.node_state USING TIMESTAMP ${STAMP + 1} SET body = '${body}' WHERE shard = ${String(row?.['shard'])} AND host_id = '${hostId}'`,
      );
    }

    it.each(['{"protocol":99}', 'garbage', ''])('names the row and reads the others: %s', async (body) => {
      const hostId = randomUUID();
      const good = aNodeState();
      await one.nodeStates.write(good, STAMP);
      await plant(hostId, body);
      const unreadable: string[] = [];
      const all = await other.nodeStates.readAll({ onUnreadable: (key) => unreadable.push(key) });
      expect(unreadable).toContain(hostId);
      expect(all.get(good.hostId)?.state).toEqual(good);
      await expect(other.nodeStates.read(hostId)).rejects.toBeInstanceOf(UnreadableBodyError);
      await expect(other.nodeStates.readFor([hostId])).rejects.toBeInstanceOf(UnreadableBodyError);
    });
  });
});
