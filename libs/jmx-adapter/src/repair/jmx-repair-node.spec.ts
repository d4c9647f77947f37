import { NodeUnreachableError, StartRefusedError, type RepairCommand } from '@reaper-sidecar/repair-core';
import { STORAGE_SERVICE } from '../mbeans/storage-service.js';
import { type FakeCassandra } from '../testing/fake-cassandra.js';
import { connectionClosed, remoteError } from '../testing/jmx-errors.js';
import { testConnection } from '../testing/test-connection.js';
import { HOST_IDS, threeNodes } from '../testing/three-nodes.js';
import { JmxRepairNode } from './jmx-repair-node.js';

const COMMAND: RepairCommand = {
  keyspace: 'ks',
  tables: ['t'],
  ranges: ['0:100'],
  mode: 'full',
  parallelism: 'parallel',
  datacenters: [],
  hosts: [],
  jobThreads: 1,
};
function repairNode(cassandra: FakeCassandra) {
  const { connection, time } = testConnection(cassandra);
  return { node: new JmxRepairNode(connection), connection, time };
}

describe('JmxRepairNode', () => {
  describe('identity', () => {
    it.each([
      ['5.0.9', '10.0.0.1:7000'],
      ['3.11.19', '10.0.0.1'],
    ] as const)('says who a node of %s is', async (releaseVersion, address) => {
      const { node } = repairNode(threeNodes(releaseVersion));
      expect(await node.identity()).toEqual({
        hostId: HOST_IDS[0],
        address,
        datacenter: 'dc1',
        rack: 'r1',
        clusterName: 'test',
        releaseVersion,
        jvmStartMs: 1_795_357_890_216,
      });
    });

    it('asks only for the host id again as long as the connection lasts', async () => {
      const cassandra = threeNodes();
      const { node } = repairNode(cassandra);
      await node.identity();
      cassandra.calls.length = 0;
      await node.identity();
      expect(cassandra.calls).toEqual(['LocalHostId']);
    });

    it('asks for everything after a restart', async () => {
      const cassandra = threeNodes();
      const { node, time } = repairNode(cassandra);
      await node.identity();
      await time.advance(1_000);
      cassandra.crash();
      cassandra.set('java.lang:type=Runtime', { StartTime: 1_800_000_000_000n });
      expect(await node.identity()).toMatchObject({ jvmStartMs: 1_800_000_000_000 });
    });

    it.each([
      ['has no host id', { LocalHostId: null }],
      ['is not in the ring', { EndpointWithPortToHostId: new Map() }],
    ])('says that the node is starting while it %s', async (_what, attributes) => {
      const { node } = repairNode(threeNodes().set(STORAGE_SERVICE, attributes));
      await expect(node.identity()).rejects.toMatchObject({
        code: 'NODE_UNREACHABLE',
        details: { reason: 'NODE_STARTING' },
      });
    });
  });

  describe('prepare and start', () => {
    it('sends keyspace and options, and gives the command number', async () => {
      const asked: unknown[] = [];
      const cassandra = threeNodes().on(STORAGE_SERVICE, 'repairAsync', (...params) => {
        asked.push(...params);
        return 7;
      });
      const { node } = repairNode(cassandra);
      const prepared = await node.prepare(COMMAND);
      expect(prepared.jvmStartMs).toBe(1_795_357_890_216);
      expect(asked).toEqual([]);
      expect(await prepared.start()).toBe(7);
      const [keyspace, options] = asked;
      expect(keyspace).toBe('ks');
      expect(options).toBeInstanceOf(Map);
      expect([...(options as Map<string, string>)]).toContainEqual(['ranges', '0:100']);
    });

    it('listens before it sends', async () => {
      const cassandra = threeNodes().on(STORAGE_SERVICE, 'repairAsync', () => 7);
      const { node } = repairNode(cassandra);
      node.listen({ event: () => undefined, missed: () => undefined });
      await (await node.prepare(COMMAND)).start();
      const { calls } = cassandra;
      expect(calls.indexOf('addNotificationListener')).toBeGreaterThan(-1);
      expect(calls.indexOf('repairAsync')).toBeGreaterThan(calls.indexOf('addNotificationListener'));
    });

    it('gives 0 when there is nothing to repair', async () => {
      const { node } = repairNode(threeNodes().on(STORAGE_SERVICE, 'repairAsync', () => 0));
      expect(await (await node.prepare(COMMAND)).start()).toBe(0);
    });

    it('refuses a command that Cassandra would read as something else, without sending it', async () => {
      const cassandra = threeNodes();
      const { node } = repairNode(cassandra);
      await expect(node.prepare({ ...COMMAND, tables: [] })).rejects.toThrow(StartRefusedError);
      expect(cassandra.calls).not.toContain('repairAsync');
    });

    it('passes a refusal of Cassandra on', async () => {
      const cassandra = threeNodes().on(STORAGE_SERVICE, 'repairAsync', () => {
        throw remoteError('java.lang.IllegalArgumentException', 'Start and end tokens must be different.');
      });
      const prepared = await repairNode(cassandra).node.prepare(COMMAND);
      await expect(prepared.start()).rejects.toThrow(StartRefusedError);
    });

    it('throws at once when the connection is gone before the write', async () => {
      const cassandra = threeNodes().on(STORAGE_SERVICE, 'repairAsync', () => 7);
      const prepared = await repairNode(cassandra).node.prepare(COMMAND);
      cassandra.crash();
      expect(() => prepared.start()).toThrow(NodeUnreachableError);
      expect(cassandra.calls).not.toContain('repairAsync');
    });

    it('never sends on a later connection', async () => {
      const cassandra = threeNodes().on(STORAGE_SERVICE, 'repairAsync', () => 7);
      const { node, time } = repairNode(cassandra);
      const prepared = await node.prepare(COMMAND);
      cassandra.crash();
      await time.advance(1_000);
      await node.identity();
      expect(() => prepared.start()).toThrow(NodeUnreachableError);
    });

    it.each([
      ['the connection is lost', connectionClosed()],
      ['the JVM runs out of memory', remoteError('java.lang.OutOfMemoryError', null, 'java.lang.VirtualMachineError')],
    ])('leaves the outcome open when %s after the write', async (_what, error) => {
      const cassandra = threeNodes().on(STORAGE_SERVICE, 'repairAsync', () => {
        throw error;
      });
      const prepared = await repairNode(cassandra).node.prepare(COMMAND);
      await expect(prepared.start()).rejects.toThrow(NodeUnreachableError);
    });

    it('leaves the outcome open when the answer is no number', async () => {
      const cassandra = threeNodes().on(STORAGE_SERVICE, 'repairAsync', () => 'seven');
      const prepared = await repairNode(cassandra).node.prepare(COMMAND);
      await expect(prepared.start()).rejects.toThrow(NodeUnreachableError);
    });
  });

  describe('status', () => {
    it('reads the status of a command', async () => {
      const cassandra = threeNodes().on(STORAGE_SERVICE, 'getParentRepairStatus', (number) =>
        number === 7 ? ['COMPLETED', 'done'] : null,
      );
      const { node } = repairNode(cassandra);
      expect(await node.status(7)).toEqual({ state: 'completed', messages: ['done'] });
      expect(await node.status(8)).toEqual({ state: 'unknown' });
    });

    it('is unknown on 3.11, which is not asked', async () => {
      expect(await repairNode(threeNodes('3.11.19')).node.status(7)).toEqual({ state: 'unknown' });
    });

    it('takes a status it does not understand as a node it cannot use', async () => {
      const cassandra = threeNodes().on(STORAGE_SERVICE, 'getParentRepairStatus', () => ['DONE']);
      await expect(repairNode(cassandra).node.status(7)).rejects.toThrow(NodeUnreachableError);
    });
  });

  it('tells of repair events and of those that may have been missed', async () => {
    const cassandra = threeNodes();
    const { node, time } = repairNode(cassandra);
    const heard: unknown[] = [];
    const stop = node.listen({ event: (event) => heard.push(event), missed: () => heard.push('missed') });
    await time.advance(1_000);
    const userData = new Map([['type', 5]]);
    cassandra.notify({ type: 'progress', source: 'rebuild', message: 'x', userData });
    cassandra.notify({ type: 'progress', source: 'repair:7', message: 'over', userData });
    cassandra.dropNotifications();
    stop();
    cassandra.notify({ type: 'progress', source: 'repair:8', message: 'over', userData });
    expect(heard).toEqual([{ commandNumber: 7, type: 'COMPLETE', message: 'over' }, 'missed']);
  });

  it('ends all repairs', async () => {
    const cassandra = threeNodes().on(STORAGE_SERVICE, 'forceTerminateAllRepairSessions', () => null);
    await repairNode(cassandra).node.terminateAll();
    expect(cassandra.calls).toContain('forceTerminateAllRepairSessions');
  });
});
