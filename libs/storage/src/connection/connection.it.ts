import { StoreUnavailableError, UnknownOutcomeError } from '@reaper-sidecar/repair-core';
import { aLease, aNodeState, anAssignment, STAMP } from '@reaper-sidecar/repair-core/testing';
import { CassandraCommandHistory } from '../cluster/cassandra-command-history.js';
import { createStores } from '../cassandra-stores.js';
import { StorageRig } from '../testing/storage-rig.js';
import type { CassandraConnection } from './cassandra-connection.js';
import type { StorageState } from './storage-state.js';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(connection: CassandraConnection, holds: (state: StorageState) => boolean): Promise<void> {
  for (let waited = 0; !holds(connection.state()); waited += 100) {
    if (waited > 90_000) throw new Error(`Still ${JSON.stringify(connection.state())}`);
    await sleep(100);
  }
}

describe('the connection to three nodes', () => {
  let rig: StorageRig;

  beforeAll(async () => {
    rig = await StorageRig.start();
    await rig.connect(2).opened();
  });

  afterAll(async () => {
    await rig?.stop();
  });

  it('is usable as soon as a node that was down comes up', async () => {
    await rig.cluster.stopNode(1);
    const connection = rig.connect(1);
    const { assignments } = createStores(connection);
    await until(connection, ({ reason }) => reason.includes('ECONNREFUSED'));
    expect(connection.state()).toMatchObject({ phase: 'connecting', usable: false });
    const refused = assignments.read('host');
    await expect(refused).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(refused).rejects.toThrow('ECONNREFUSED');
    await rig.cluster.startNode(1);
    await connection.opened();
    expect(await assignments.read('host')).toBeUndefined();
    expect(connection.node()).toMatchObject({ datacenter: 'dc1' });
  });

  it('asks its own node, and others only while that one is down', async () => {
    const connection = rig.connect(1);
    await connection.opened();
    const { nodeStates } = createStores(connection);
    const history = new CassandraCommandHistory(connection);
    await until(connection, () => connection.statistics().connections === 3);

    await rig.cluster.stopNode(1);
    await until(connection, ({ phase }) => phase === 'fallback');
    expect(connection.state()).toMatchObject({ usable: true });
    const state = aNodeState();
    await nodeStates.write(state, STAMP);
    expect((await nodeStates.read(state.hostId))?.state).toEqual(state);
    await expect(history.recent('system_auth')).rejects.toBeInstanceOf(StoreUnavailableError);
    expect(connection.statistics().connections).toBeLessThanOrEqual(2);

    await rig.cluster.startNode(1);
    await until(connection, ({ phase }) => phase === 'ready');
    expect(await history.recent('system_auth')).toEqual([]);
    await until(connection, () => connection.statistics().connections === 3);
  });

  it('reads through another node when its own one hangs', async () => {
    const connection = rig.connect(1, { requestTimeoutMs: 1_000 });
    await connection.opened();
    const { assignments } = createStores(connection);
    const assignment = anAssignment();
    await assignments.write('hanging', assignment);
    const pid = rig.cluster.nodes[0]?.pid;
    if (pid === undefined) throw new Error('Node 1 does not run');
    process.kill(pid, 'SIGSTOP');
    try {
      expect(await assignments.read('hanging')).toEqual(assignment);
      await expect(assignments.write('hanging', assignment)).rejects.toBeInstanceOf(UnknownOutcomeError);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  });

  it('tells what surely was not written from what may have been, without a quorum', async () => {
    const connection = rig.connect(1);
    await connection.opened();
    const { assignments, leases } = createStores(connection);
    await Promise.all([rig.cluster.stopNode(2), rig.cluster.stopNode(3)]);
    try {
      await expect(assignments.write('h', anAssignment())).rejects.toBeInstanceOf(StoreUnavailableError);
      await expect(assignments.read('h')).rejects.toBeInstanceOf(StoreUnavailableError);
      await expect(leases.acquire(aLease(), undefined)).rejects.toBeInstanceOf(UnknownOutcomeError);
      expect(connection.state()).toMatchObject({ phase: 'ready', usable: true });
    } finally {
      await rig.cluster.startNode(2);
      await rig.cluster.startNode(3);
    }
  });

  it('says that a datacenter does not exist', async () => {
    const connection = rig.connect(1, { localDataCenter: 'nowhere' });
    await until(connection, ({ reason }) => reason.includes('nowhere'));
    expect(connection.state().usable).toBe(false);
    await connection.close();
    expect(connection.state()).toMatchObject({ phase: 'closed', usable: false });
  });
});
