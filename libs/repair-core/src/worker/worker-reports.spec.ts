import { repairItem, repairItems, WorkerRig } from '../testing/worker-rig.js';

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
    const rig = await WorkerRig.started();
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
    const rig = await WorkerRig.started({ durationMs: 4_000 });
    await rig.assign(repairItems(1));
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
    ['5 s with work', repairItems(1), 5_000],
  ] as const)('gives a sign of life every %s, and promises that', async (_name, list, periodMs) => {
    const rig = await WorkerRig.started({ durationMs: Infinity });
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
    await rig.assign(repairItems(10));
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
    const rig = await WorkerRig.started();
    await rig.assign(repairItems(50));
    await rig.time.advance(50_500);
    expect((await rig.state()).results).toHaveLength(50);
    await rig.assign([repairItem(51)]);
    await rig.time.advance(2_000);
    expect((await rig.state()).results.map(({ stamp }) => stamp)).toEqual(
      Array.from({ length: 33 }, (_, at) => at + 19),
    );
  });

  it('a hanging node does not silence the heartbeat', async () => {
    const rig = await WorkerRig.started();
    rig.node.activity = () => new Promise(() => undefined);
    const { n } = await rig.state();
    await rig.time.advance(70_000);
    expect((await rig.state()).n - n).toBeGreaterThanOrEqual(3);
    expect((await rig.state()).sessions).toBeUndefined();
  });
});
