import { UnreadableBodyError } from '../errors/domain-error.js';
import { PROTOCOL_VERSION, type Assignment } from '../model/assignment.js';
import { repairItem, WorkerRig } from '../testing/worker-rig.js';

const writes = (operation: string) => operation === 'nodeStates.write';
const outcomes = (operation: string) => operation === 'segments.writeOutcome';
const reads = (operation: string) => operation === 'assignments.read';
const started = (rig: WorkerRig) => rig.node.commands.map(({ command }) => Number(command.ranges[0]?.split(':')[0]));
const items = (count: number, changes = {}) => Array.from({ length: count }, (_, at) => repairItem(at + 1, changes));

async function startedRig(...given: ConstructorParameters<typeof WorkerRig>): Promise<WorkerRig> {
  const rig = new WorkerRig(...given);
  await rig.start();
  return rig;
}

describe('A worker with a list', () => {
  it('runs the items one after the other and reports their outcomes', async () => {
    const rig = await startedRig();
    await rig.assign(items(3));
    await rig.time.advance(3_500);
    expect(started(rig)).toEqual([1, 2, 3]);
    expect([1, 2, 3].map((seq) => rig.outcome(seq)?.state)).toEqual(['DONE', 'DONE', 'DONE']);
    expect(await rig.state()).toMatchObject({ over: 3, results: [{ stamp: 1 }, { stamp: 2 }, { stamp: 3 }] });
  });

  it('leaves no gap between two items', async () => {
    const rig = await startedRig({ durationMs: 1_000 });
    await rig.assign(items(10));
    await rig.time.advance(10_000);
    expect(rig.outcome(10)?.state).toBe('DONE');
    expect(rig.seen.gapsMs).toEqual(Array(9).fill(0));
  });

  it('writes at most twice per segment and never conditionally', async () => {
    const rig = await startedRig({ durationMs: 1_500 });
    const before = rig.process.stores.client.statistics();
    await rig.assign(items(20));
    await rig.time.advance(30_000);
    const { operations, conditionalWrites, statements } = rig.process.stores.client.statistics();
    expect(started(rig)).toHaveLength(20);
    expect(operations['segments.writeOutcome']).toBe(20);
    expect((operations['nodeStates.write'] ?? 0) - (before.operations['nodeStates.write'] ?? 0)).toBeLessThanOrEqual(
      22,
    );
    expect(statements - before.statements).toBeLessThanOrEqual(40 + 2 + 32);
    expect(conditionalWrites).toBe(0);
  });

  it('asks the node for little more than the command and its status', async () => {
    const rig = await startedRig({ durationMs: 1_500 });
    await rig.assign(items(20));
    await rig.time.advance(30_000);
    expect(rig.node.calls).toMatchObject({ start: 20, prepare: 20, status: 20 });
    expect(rig.node.calls['identity']).toBe(1);
    expect(rig.node.calls['activity']).toBeLessThanOrEqual(8);
  });

  it('goes on with an appended list without repeating an item', async () => {
    const rig = await startedRig();
    await rig.assign(items(2));
    await rig.time.advance(1_500);
    await rig.assign(items(4));
    await rig.time.advance(5_000);
    expect(started(rig)).toEqual([1, 2, 3, 4]);
    await rig.assign(items(4));
    await rig.time.advance(5_000);
    expect(started(rig)).toEqual([1, 2, 3, 4]);
  });

  it('takes items in the order of their stamps whatever the order of the list', async () => {
    const rig = await startedRig();
    await rig.assign([repairItem(3), repairItem(1), repairItem(2)]);
    await rig.time.advance(5_000);
    expect(started(rig)).toEqual([1, 2, 3]);
  });

  it('runs nothing of a list for another incarnation, but confirms that it saw it', async () => {
    const rig = await startedRig();
    const list = await rig.assign(items(2), { incarnation: 'an earlier process' });
    await rig.time.advance(30_000);
    expect(started(rig)).toEqual([]);
    expect(await rig.state()).toMatchObject({ seen: list.stamp, epoch: list.epoch });
  });

  it('ignores a list of an epoch below the one in the lease', async () => {
    const rig = new WorkerRig();
    const holder = { epoch: 5_000, beat: 0, token: 't', holder: 'leader', acquiredAtMs: 0, cause: 'test' };
    await rig.pen.leases.acquire(holder, undefined);
    await rig.start();
    await rig.assign(items(2), { epoch: 4_999 });
    await rig.time.advance(30_000);
    expect(started(rig)).toEqual([]);
    expect(await rig.state()).toMatchObject({ seen: 0, epoch: 5_000 });
  });

  it('does not run a revoked item, and lets the running one go on', async () => {
    const rig = await startedRig();
    await rig.assign(items(3));
    await rig.time.advance(500);
    await rig.assign([]);
    await rig.time.advance(10_000);
    expect(started(rig)).toEqual([1]);
    expect(rig.outcome(1)?.state).toBe('DONE');
    expect(await rig.state()).toMatchObject({ over: 1, results: [{ stamp: 1, state: 'DONE' }] });
  });

  it.each([
    ['the store', () => Promise.reject(new UnreadableBodyError('It has protocol 2'))],
    ['the worker', async () => ({ protocol: PROTOCOL_VERSION + 1 }) as Assignment],
  ])('refuses a list in a protocol that %s does not read, and says why', async (_who, read) => {
    const rig = await startedRig();
    rig.process.stores.assignments.read = read;
    rig.worker.look();
    await rig.time.advance(30_000);
    expect((await rig.state()).waiting).toMatchObject({
      code: 'PROTOCOL_UNSUPPORTED',
      detail: expect.stringContaining('protocol 2'),
    });
    expect(rig.worker.snapshot().registered).toBe(true);
  });

  it('writes the outcome of a command that Cassandra refuses, and goes on', async () => {
    const rig = await startedRig();
    rig.node.behave = ({ ranges }) => (ranges[0] === '1:2' ? { refused: 'Unknown keyspace ks' } : {});
    await rig.assign(items(2));
    await rig.time.advance(3_000);
    expect(rig.outcome(1)).toMatchObject({ state: 'FAILED', failure: { code: 'KEYSPACE_GONE' } });
    expect(rig.outcome(2)?.state).toBe('DONE');
  });
});

describe('A worker and an unreliable store', () => {
  it('starts nothing from a list that it read more than 5 s ago', async () => {
    const rig = await startedRig({ durationMs: 20_000 });
    await rig.assign(items(2));
    rig.process.stores.client.fail(Infinity, reads);
    await rig.time.advance(40_000);
    expect(started(rig)).toEqual([1]);
    expect((await rig.state()).waiting).toMatchObject({ code: 'STORAGE_UNREACHABLE' });
    rig.process.stores.client.heal();
    await rig.time.advance(25_000);
    expect(started(rig)).toEqual([1, 2]);
    expect((await rig.state()).waiting).toBeUndefined();
  });

  it('starts nothing before its intent is acknowledged', async () => {
    const rig = await startedRig();
    rig.process.stores.client.fail(Infinity, writes);
    await rig.assign(items(1));
    await rig.time.advance(60_000);
    expect(started(rig)).toEqual([]);
    expect(rig.worker.snapshot().waiting?.code).toBe('STORAGE_UNREACHABLE');
    rig.process.stores.client.heal();
    await rig.time.advance(15_000);
    expect(started(rig)).toEqual([1]);
  });

  it.each(['applied', 'lost', 'late'] as const)(
    'starts nothing on an intent whose answer was lost (%s)',
    async (effect) => {
      const rig = await startedRig();
      rig.process.stores.client.loseAnswer(effect, { count: 2, matches: writes, lateMs: 3_000 });
      await rig.assign(items(1));
      expect(started(rig)).toEqual([]);
      await rig.time.advance(10_000);
      expect(started(rig)).toEqual([1]);
      expect(await rig.state()).toMatchObject({ over: 1 });
      expect((await rig.state()).current).toBeUndefined();
    },
  );

  it('does not start an item that was revoked while its intent was being stored', async () => {
    const rig = await startedRig();
    rig.process.stores.client.delay({ answerMs: 3_000, matches: writes });
    await rig.assign(items(1));
    await rig.time.advance(4_000);
    expect((await rig.state()).current?.state).toBe('starting');
    await rig.assign([]);
    await rig.time.advance(20_000);
    expect(started(rig)).toEqual([]);
    expect((await rig.state()).current).toBeUndefined();
  });

  it('does not start on an intent that took longer than its list stayed fresh', async () => {
    const rig = await startedRig();
    rig.process.stores.client.delay({ answerMs: 6_000, matches: writes });
    await rig.assign(items(1));
    rig.process.stores.client.fail(Infinity, reads);
    await rig.time.advance(60_000);
    expect(rig.process.stores.client.statistics().operations['nodeStates.write']).toBeGreaterThan(2);
    expect(started(rig)).toEqual([]);
  });

  it('keeps an outcome until it is stored, and neither reports nor starts anything before', async () => {
    const rig = await startedRig();
    rig.process.stores.client.fail(Infinity, outcomes);
    await rig.assign(items(2));
    await rig.time.advance(30_000);
    expect(started(rig)).toEqual([1]);
    expect(await rig.state()).toMatchObject({
      over: 0,
      current: { item: { stamp: 1 } },
      waiting: { code: 'STORAGE_UNREACHABLE' },
    });
    rig.process.stores.client.heal();
    await rig.time.advance(20_000);
    expect(started(rig)).toEqual([1, 2]);
    expect(await rig.state()).toMatchObject({ over: 2 });
  });
});

describe('A worker that registers', () => {
  it('tries for ever while node or store are away', async () => {
    const rig = new WorkerRig();
    rig.node.disconnect();
    await rig.start();
    await rig.time.advance(300_000);
    expect(rig.worker.snapshot()).toMatchObject({
      registered: false,
      problem: expect.stringContaining('cannot be reached'),
    });
    rig.process.stores.client.fail(Infinity);
    rig.node.reconnect();
    await rig.time.advance(300_000);
    expect(rig.worker.snapshot()).toMatchObject({ registered: false, problem: expect.stringContaining('unavailable') });
    rig.process.stores.client.heal();
    await rig.time.advance(15_000);
    expect(rig.worker.snapshot()).toMatchObject({ registered: true, reachable: true, identity: { hostId: 'host-1' } });
    expect(rig.worker.snapshot().problem).toBeUndefined();
  });

  it('makes itself visible before it reads the epoch', async () => {
    const rig = new WorkerRig();
    rig.process.stores.client.fail(3, (operation) => operation === 'leases.read');
    await rig.start();
    expect((await rig.state()).incarnation).toBe(rig.worker.snapshot().incarnation);
    expect(rig.worker.snapshot().registered).toBe(false);
    await rig.time.advance(10_000);
    expect(rig.worker.snapshot().registered).toBe(true);
  });

  it('writes above everything an earlier incarnation can have written, even with a clock set back', async () => {
    const rig = new WorkerRig();
    const ahead = rig.time.wallMs() * 1_000 + 3_600_000_000;
    await rig.start();
    const state = await rig.state();
    await rig.pen.nodeStates.write({ ...state, incarnation: 'clock ahead', over: 7 }, ahead);
    rig.newProcess();
    await rig.start();
    const found = await rig.pen.nodeStates.read('host-1');
    expect(found?.state).toMatchObject({ incarnation: rig.worker.snapshot().incarnation, over: 7 });
    expect(found?.stamp).toBeGreaterThan(ahead + 60_000_000);
  });

  it('begins a new incarnation under the new id when the node comes back with another host id', async () => {
    const rig = await startedRig();
    const before = rig.worker.snapshot().incarnation;
    rig.node.restart({ hostId: 'host-9' });
    await rig.time.advance(5_000);
    const { identity, incarnation, registered } = rig.worker.snapshot();
    expect({ hostId: identity?.hostId, registered }).toEqual({ hostId: 'host-9', registered: true });
    expect(incarnation).not.toBe(before);
    expect((await rig.pen.nodeStates.read('host-9'))?.state.incarnation).toBe(incarnation);
    const { stamp } = (await rig.pen.nodeStates.read('host-1')) ?? {};
    await rig.time.advance(60_000);
    expect((await rig.pen.nodeStates.read('host-1'))?.stamp).toBe(stamp);
  });
});

describe('A worker that reports', () => {
  it('tells number and session 2 s after a start', async () => {
    const rig = await startedRig({ durationMs: 4_000 });
    await rig.assign(items(1));
    await rig.time.advance(1_900);
    expect((await rig.state()).current?.commandNumber).toBeUndefined();
    await rig.time.advance(200);
    expect((await rig.state()).current).toMatchObject({
      state: 'running',
      commandNumber: 1,
      sessionId: expect.stringContaining('session'),
    });
  });

  it.each([
    ['20 s without work', [], 20_000],
    ['5 s with work', items(1), 5_000],
  ] as const)('gives a sign of life every %s, and promises that', async (_name, list, periodMs) => {
    const rig = await startedRig({ durationMs: Infinity });
    await rig.assign(list);
    await rig.time.advance(10_000);
    const before = await rig.state();
    await rig.time.advance(periodMs * 3);
    const after = await rig.state();
    expect(after.n - before.n).toBe(3);
    expect(after.nextWithinMs).toBe(periodMs);
    expect(after).toMatchObject({
      sessions: list.length,
      pressure: { operationMode: 'NORMAL', pendingCompactions: 0 },
    });
  });

  it('wakes the leader after registration, when its list runs low and when it is through', async () => {
    const rig = new WorkerRig();
    const holder = { epoch: 1_000, beat: 0, token: 't', holder: 'leader', acquiredAtMs: 0, cause: 'test' };
    await rig.pen.leases.acquire(holder, undefined);
    await rig.start();
    expect(rig.seen.rings).toEqual(['leader']);
    await rig.assign(items(10));
    await rig.time.advance(6_900);
    expect(rig.seen.rings).toEqual(['leader']);
    await rig.time.advance(200);
    expect(rig.seen.rings).toEqual(['leader', 'leader']);
    expect(await rig.state()).toMatchObject({ over: 7, current: { item: { stamp: 8 } } });
    await rig.time.advance(3_500);
    expect(rig.seen.rings).toEqual(['leader', 'leader', 'leader']);
    expect(await rig.state()).toMatchObject({ over: 10 });
  });

  it('keeps the results of items that the newest version still lists', async () => {
    const rig = await startedRig();
    await rig.assign(items(50));
    await rig.time.advance(50_500);
    expect((await rig.state()).results).toHaveLength(50);
    await rig.assign([repairItem(51)]);
    await rig.time.advance(2_000);
    expect((await rig.state()).results.map(({ stamp }) => stamp)).toEqual(
      Array.from({ length: 33 }, (_, at) => at + 19),
    );
  });

  it('a hanging node does not silence the heartbeat', async () => {
    const rig = await startedRig();
    rig.node.activity = () => new Promise(() => undefined);
    const { n } = await rig.state();
    await rig.time.advance(70_000);
    expect((await rig.state()).n - n).toBeGreaterThanOrEqual(3);
    expect((await rig.state()).sessions).toBeUndefined();
  });
});

describe('A worker that rests', () => {
  it('rests d·(1/intensity − 1) after d ms of repair and says so', async () => {
    const rig = await startedRig({ durationMs: 10_000 });
    await rig.assign(items(3, { intensity: 0.5 }));
    await rig.time.advance(15_000);
    expect(started(rig)).toEqual([1]);
    expect(await rig.state()).toMatchObject({ over: 1, waiting: { code: 'NODE_RESTING' } });
    await rig.time.advance(5_100);
    expect(started(rig)).toEqual([1, 2]);
    expect(rig.seen.gapsMs).toEqual([0]);
  });

  it('wakes up when a newer version raises the intensity', async () => {
    const rig = await startedRig({ durationMs: 10_000 });
    await rig.assign(items(3, { intensity: 0.01 }));
    await rig.time.advance(60_000);
    expect(started(rig)).toEqual([1]);
    await rig.assign(items(3, { intensity: 1 }));
    expect(started(rig)).toEqual([1, 2]);
  });
});

describe('A worker that stops', () => {
  it('starts nothing new, waits for the running command and reports its end', async () => {
    const rig = await startedRig({ durationMs: 3_000 });
    await rig.assign(items(3));
    const stopping = rig.worker.stop({ drainMs: 10_000 });
    await rig.time.advance(5_000);
    await stopping;
    expect(started(rig)).toEqual([1]);
    expect(await rig.state()).toMatchObject({ over: 1, nextWithinMs: 0 });
  });

  it('leaves a command that outlasts the drain to the next process', async () => {
    const rig = await startedRig({ durationMs: 30_000 });
    await rig.assign(items(1));
    const stopping = rig.worker.stop({ drainMs: 1_000 });
    await rig.time.advance(1_500);
    await stopping;
    expect(await rig.state()).toMatchObject({ over: 0, current: { commandNumber: 1 } });
    const statements = rig.process.stores.client.statistics().statements;
    await rig.time.advance(60_000);
    expect(rig.process.stores.client.statistics().statements).toBe(statements);
    rig.newProcess();
    await rig.start();
    await rig.time.advance(1_000);
    expect(rig.outcome(1)?.state).toBe('DONE');
  });

  it('ends at once when it could not even register', async () => {
    const rig = new WorkerRig();
    rig.node.disconnect();
    await rig.start();
    const stopping = rig.worker.stop({ drainMs: 60_000 });
    await rig.time.settle();
    await stopping;
    expect(rig.worker.snapshot().registered).toBe(false);
  });
});

describe('Options of a worker', () => {
  it('are refused with all mistakes at once', () => {
    const timings = { freshnessMs: 0, busyPollMs: 30_000, silenceMs: NaN };
    expect(() => new WorkerRig({}, { timings })).toThrow(/freshnessMs.*silenceMs.*busyPollMs/);
    expect(() => new WorkerRig({}, { maxRepairsPerNode: 0 })).toThrow(/maxRepairsPerNode/);
  });
});
