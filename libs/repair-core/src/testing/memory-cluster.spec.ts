import { StoreUnavailableError, UnknownOutcomeError } from '../errors/domain-error.js';
import type { Assignment } from '../model/assignment.js';
import type { Lease } from '../model/lease.js';
import { MemoryCluster } from './memory-cluster.js';
import { VirtualTime } from './virtual-time.js';

const assignment = (stamp: number, leader = 'a'): Assignment => ({
  protocol: 1,
  epoch: stamp,
  stamp,
  leader,
  incarnation: 'i',
  items: [],
});
const lease = (epoch: number): Lease => ({
  epoch,
  beat: 0,
  token: `t${epoch}`,
  holder: 'h',
  acquiredAtMs: 0,
  cause: 'test',
});

describe('MemoryCluster', () => {
  it('shows every client what another one wrote', async () => {
    const cluster = new MemoryCluster();
    await cluster.connect().assignments.write('h', assignment(5));
    expect(await cluster.connect().assignments.read('h')).toEqual(assignment(5));
  });

  it('fails the chosen statements of one client only', async () => {
    const cluster = new MemoryCluster();
    const [a, b] = [cluster.connect(), cluster.connect()];
    a.client.fail(1, (operation) => operation === 'assignments.write');
    expect(await a.assignments.read('h')).toBeUndefined();
    await expect(a.assignments.write('h', assignment(5))).rejects.toBeInstanceOf(StoreUnavailableError);
    await b.assignments.write('h', assignment(4));
    expect(await a.assignments.read('h')).toEqual(assignment(4));
  });

  it.each([
    ['applied', 5],
    ['lost', undefined],
  ] as const)('a write whose answer is lost can be %s', async (effect, stamp) => {
    const { client, assignments } = new MemoryCluster().connect();
    client.loseAnswer(effect);
    await expect(assignments.write('h', assignment(5))).rejects.toBeInstanceOf(UnknownOutcomeError);
    expect((await assignments.read('h'))?.stamp).toBe(stamp);
  });

  it('a late write arrives after its time, and loses against a newer stamp', async () => {
    const timers = new VirtualTime();
    const { client, assignments } = new MemoryCluster().connect({ timers });
    for (const host of ['h', 'g']) {
      client.loseAnswer('late', { lateMs: 60_000 });
      await expect(assignments.write(host, assignment(5))).rejects.toBeInstanceOf(UnknownOutcomeError);
    }
    await assignments.write('g', assignment(6));
    expect(await assignments.read('h')).toBeUndefined();
    await timers.advance(60_000);
    expect((await assignments.read('h'))?.stamp).toBe(5);
    expect((await assignments.read('g'))?.stamp).toBe(6);
  });

  it('a late conditional write is seen by a serial read, not by a plain one', async () => {
    const { client, leases } = new MemoryCluster().connect();
    client.loseAnswer('late');
    await expect(leases.acquire(lease(7), undefined)).rejects.toBeInstanceOf(UnknownOutcomeError);
    expect(await leases.read({ serial: false })).toBeUndefined();
    expect(await leases.read({ serial: true })).toEqual(lease(7));
  });

  it('delays a request before it takes effect', async () => {
    const timers = new VirtualTime();
    const cluster = new MemoryCluster();
    const [slow, quick] = [cluster.connect({ timers }), cluster.connect()];
    slow.client.delay({ requestMs: 1_000 });
    const writing = slow.assignments.write('h', assignment(5));
    expect(await quick.assignments.read('h')).toBeUndefined();
    await timers.advance(1_000);
    await writing;
    expect((await quick.assignments.read('h'))?.stamp).toBe(5);
  });

  it('counts statements and conditional writes per client', async () => {
    const cluster = new MemoryCluster();
    const { client, leases, nodeStates } = cluster.connect();
    await leases.acquire(lease(7), undefined);
    await nodeStates.readAll();
    expect(client.statistics()).toEqual({
      statements: 33,
      conditionalWrites: 1,
      operations: { 'leases.acquire': 1, 'nodeStates.readAll': 1 },
    });
    expect(cluster.connect().client.statistics().statements).toBe(0);
  });
});
