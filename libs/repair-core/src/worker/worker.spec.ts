import { UnreadableBodyError } from '../errors/domain-error.js';
import { PROTOCOL_VERSION, type Assignment } from '../model/assignment.js';
import { repairItem, repairItems, WorkerRig } from '../testing/worker-rig.js';

describe('A worker with a list', () => {
  it('runs the items one after the other and reports their outcomes', async () => {
    const rig = await WorkerRig.started();
    await rig.assign(repairItems(3));
    await rig.time.advance(3_500);
    expect(rig.started).toEqual([1, 2, 3]);
    expect([1, 2, 3].map((seq) => rig.outcome(seq)?.state)).toEqual(['DONE', 'DONE', 'DONE']);
    expect(await rig.state()).toMatchObject({ over: 3, results: [{ stamp: 1 }, { stamp: 2 }, { stamp: 3 }] });
  });

  it('leaves no gap between two items', async () => {
    const rig = await WorkerRig.started({ durationMs: 1_000 });
    await rig.assign(repairItems(10));
    await rig.time.advance(10_000);
    expect(rig.outcome(10)?.state).toBe('DONE');
    expect(rig.seen.gapsMs).toEqual(Array(9).fill(0));
  });

  it('writes at most twice per segment and never conditionally', async () => {
    const rig = await WorkerRig.started({ durationMs: 1_500 });
    const before = rig.process.stores.client.statistics();
    await rig.assign(repairItems(20));
    await rig.time.advance(30_000);
    const { operations, conditionalWrites, statements } = rig.process.stores.client.statistics();
    expect(rig.started).toHaveLength(20);
    expect(operations['segments.writeOutcome']).toBe(20);
    expect((operations['nodeStates.write'] ?? 0) - (before.operations['nodeStates.write'] ?? 0)).toBeLessThanOrEqual(
      22,
    );
    expect(statements - before.statements).toBeLessThanOrEqual(40 + 2 + 32);
    expect(conditionalWrites).toBe(0);
  });

  it('asks the node for little more than the command and its status', async () => {
    const rig = await WorkerRig.started({ durationMs: 1_500 });
    await rig.assign(repairItems(20));
    await rig.time.advance(30_000);
    expect(rig.node.calls).toMatchObject({ start: 20, prepare: 20, status: 20 });
    expect(rig.node.calls['identity']).toBe(1);
    expect(rig.node.calls['activity']).toBeLessThanOrEqual(8);
  });

  it('goes on with an appended list without repeating an item', async () => {
    const rig = await WorkerRig.started();
    await rig.assign(repairItems(2));
    await rig.time.advance(1_500);
    await rig.assign(repairItems(4));
    await rig.time.advance(5_000);
    expect(rig.started).toEqual([1, 2, 3, 4]);
    await rig.assign(repairItems(4));
    await rig.time.advance(5_000);
    expect(rig.started).toEqual([1, 2, 3, 4]);
  });

  it('takes items in the order of their stamps whatever the order of the list', async () => {
    const rig = await WorkerRig.started();
    await rig.assign([repairItem(3), repairItem(1), repairItem(2)]);
    await rig.time.advance(5_000);
    expect(rig.started).toEqual([1, 2, 3]);
  });

  it('runs nothing of a list for another incarnation, but confirms that it saw it', async () => {
    const rig = await WorkerRig.started();
    const list = await rig.assign(repairItems(2), { incarnation: 'an earlier process' });
    await rig.time.advance(30_000);
    expect(rig.started).toEqual([]);
    expect(await rig.state()).toMatchObject({ seen: list.stamp, epoch: list.epoch });
  });

  it('ignores a list of an epoch below the one in the lease', async () => {
    const rig = new WorkerRig();
    const holder = { epoch: 5_000, beat: 0, token: 't', holder: 'leader', acquiredAtMs: 0, cause: 'test' };
    await rig.pen.leases.acquire(holder, undefined);
    await rig.start();
    await rig.assign(repairItems(2), { epoch: 4_999 });
    await rig.time.advance(30_000);
    expect(rig.started).toEqual([]);
    expect(await rig.state()).toMatchObject({ seen: 0, epoch: 5_000 });
  });

  it('does not run a revoked item, and lets the running one go on', async () => {
    const rig = await WorkerRig.started();
    await rig.assign(repairItems(3));
    await rig.time.advance(500);
    await rig.assign([]);
    await rig.time.advance(10_000);
    expect(rig.started).toEqual([1]);
    expect(rig.outcome(1)?.state).toBe('DONE');
    expect(await rig.state()).toMatchObject({ over: 1, results: [{ stamp: 1, state: 'DONE' }] });
  });

  it.each([
    ['the store', () => Promise.reject(new UnreadableBodyError('It has protocol 3'))],
    ['the worker', async () => ({ protocol: PROTOCOL_VERSION + 1 }) as Assignment],
  ])('refuses a list in a protocol that %s does not read, and says why', async (_who, read) => {
    const rig = await WorkerRig.started();
    rig.process.stores.assignments.read = read;
    rig.worker.look();
    await rig.time.advance(30_000);
    expect((await rig.state()).waiting).toMatchObject({
      code: 'PROTOCOL_UNSUPPORTED',
      detail: expect.stringContaining('protocol 3'),
    });
    expect(rig.worker.snapshot().registered).toBe(true);
  });

  it('writes the outcome of a command that Cassandra refuses, and goes on', async () => {
    const rig = await WorkerRig.started();
    rig.node.behave = ({ ranges }) => (ranges[0] === '1:2' ? { refused: 'Unknown keyspace ks' } : {});
    await rig.assign(repairItems(2));
    await rig.time.advance(3_000);
    expect(rig.outcome(1)).toMatchObject({ state: 'FAILED', failure: { code: 'KEYSPACE_GONE' } });
    expect(rig.outcome(2)?.state).toBe('DONE');
  });
});

describe('A worker that rests', () => {
  it('rests d·(1/intensity − 1) after d ms of repair and says so', async () => {
    const rig = await WorkerRig.started({ durationMs: 10_000 });
    await rig.assign(repairItems(3, { intensity: 0.5 }));
    await rig.time.advance(15_000);
    expect(rig.started).toEqual([1]);
    expect(await rig.state()).toMatchObject({ over: 1, waiting: { code: 'NODE_RESTING' } });
    await rig.time.advance(5_100);
    expect(rig.started).toEqual([1, 2]);
    expect(rig.seen.gapsMs).toEqual([0]);
  });

  it('wakes up when a newer version raises the intensity', async () => {
    const rig = await WorkerRig.started({ durationMs: 10_000 });
    await rig.assign(repairItems(3, { intensity: 0.01 }));
    await rig.time.advance(60_000);
    expect(rig.started).toEqual([1]);
    await rig.assign(repairItems(3, { intensity: 1 }));
    expect(rig.started).toEqual([1, 2]);
  });
});

describe('A worker that stops', () => {
  it('starts nothing new, waits for the running command and reports its end', async () => {
    const rig = await WorkerRig.started({ durationMs: 3_000 });
    await rig.assign(repairItems(3));
    const stopping = rig.worker.stop({ drainMs: 10_000 });
    await rig.time.advance(5_000);
    await stopping;
    expect(rig.started).toEqual([1]);
    expect(await rig.state()).toMatchObject({ over: 1, nextWithinMs: 0 });
  });

  it('leaves a command that outlasts the drain to the next process', async () => {
    const rig = await WorkerRig.started({ durationMs: 30_000 });
    await rig.assign(repairItems(1));
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
