import type { CurrentCommand } from '../model/node-state.js';
import type { RepairCommand } from '../ports/repair-node.js';
import type { FakeBehaviour, FakeNodeOptions } from '../testing/fake-repair-node.js';
import { MortalProcess } from '../testing/mortal-process.js';
import { VirtualTime } from '../testing/virtual-time.js';
import { repairItem, WorkerRig } from '../testing/worker-rig.js';

const STRANGER: RepairCommand = {
  keyspace: 'ks',
  tables: ['t'],
  ranges: ['100:200'],
  mode: 'full',
  parallelism: 'parallel',
  datacenters: [],
  hosts: [],
  jobThreads: 1,
};

/** A process killed while its first command runs; the node goes on. */
async function orphaned(
  behaviour: FakeBehaviour,
  afterMs: number,
  node: Partial<FakeNodeOptions> = {},
): Promise<WorkerRig> {
  const rig = new WorkerRig(node);
  const mortal = new MortalProcess({ atCall: Infinity, call: 'before' });
  rig.plan(1, 2);
  rig.node.behave = () => behaviour;
  rig.newProcess((deps) => mortal.wrap(deps));
  await rig.start();
  await rig.assign([repairItem(1), repairItem(2)]);
  await rig.time.advance(afterMs);
  mortal.kill();
  return rig;
}

/** As left by a process that was killed between its intent and its start. */
async function announced(
  node: Partial<FakeNodeOptions> = {},
  changes: Partial<CurrentCommand> = {},
): Promise<WorkerRig> {
  const rig = new WorkerRig(node);
  await rig.start();
  const state = await rig.state();
  await rig.worker.stop({ drainMs: 0 });
  const { jvmStartMs } = await rig.node.identity();
  const sinceMs = rig.time.wallMs();
  const current: CurrentCommand = {
    item: repairItem(1),
    state: 'starting',
    jvmStartMs,
    commandBefore: 0,
    sinceMs,
    ...changes,
  };
  const { stamp } = (await rig.pen.nodeStates.read('host-1')) ?? { stamp: 0 };
  await rig.pen.nodeStates.write({ ...state, current }, stamp + 1);
  return rig;
}

async function restarted(rig: WorkerRig, afterMs: number): Promise<WorkerRig> {
  await rig.time.advance(afterMs);
  rig.newProcess();
  await rig.start();
  return rig;
}

describe('A worker that finds the command of its predecessor', () => {
  it('follows it to its end and starts it no second time', async () => {
    const rig = await restarted(await orphaned({ durationMs: 30_000 }, 5_000), 5_000);
    expect(await rig.state()).toMatchObject({ current: { commandNumber: 1, item: { stamp: 1 } }, over: 0 });
    await rig.assign([repairItem(1), repairItem(2)]);
    await rig.time.advance(60_000);
    expect(rig.outcome(1)).toMatchObject({
      state: 'DONE',
      commandNumber: 1,
      startedAtMs: rig.node.commands[0]?.startedAtMs,
    });
    expect(rig.node.commands.map(({ command }) => command.ranges[0])).toEqual(['1:2', '2:3']);
  });

  it.each<[string, FakeBehaviour, string]>([
    ['well', { durationMs: 8_000 }, 'DONE'],
    ['badly', { durationMs: 8_000, failure: 'x' }, 'FAILED'],
  ])('learns that it ended %s meanwhile', async (_how, behaviour, state) => {
    const rig = await restarted(await orphaned(behaviour, 5_000), 30_000);
    await rig.time.advance(1_000);
    expect(rig.outcome(1)?.state).toBe(state);
    expect(await rig.state()).toMatchObject({ over: 1 });
  });

  it('does not rest from a step of the clock as from work', async () => {
    const sinceMs = new VirtualTime().wallMs() - 3_600_000;
    const rig = await restarted(await announced({}, { sinceMs }), 1_000);
    await rig.time.advance(60_000);
    const { over, results } = await rig.state();
    expect(over).toBe(1);
    expect(results).toEqual([{ stamp: 1, state: 'FAILED', durationMs: 60_000 }]);
  });

  it('calls it failed when the node was restarted meanwhile', async () => {
    const rig = await orphaned({ durationMs: 30_000 }, 5_000);
    rig.node.restart();
    await restarted(rig, 5_000);
    await rig.time.advance(1_000);
    expect(rig.outcome(1)?.failure?.code).toBe('NODE_RESTARTED');
  });

  it('waits for it beyond an outage of JMX', async () => {
    const rig = await restarted(await orphaned({ durationMs: 30_000 }, 5_000), 5_000);
    rig.node.disconnect();
    await rig.time.advance(60_000);
    expect(rig.outcome(1)).toBeUndefined();
    rig.node.reconnect();
    await rig.time.advance(1_000);
    expect(rig.outcome(1)?.state).toBe('DONE');
  });

  it('does not mistake it for a foreign one', async () => {
    const rig = await restarted(await orphaned({ durationMs: 30_000 }, 5_000), 5_000);
    for (const command of rig.node.running()) rig.node.progress(command);
    await rig.time.advance(10_000);
    expect(await rig.state()).toMatchObject({ current: { commandNumber: 1 }, sessions: 1 });
    expect((await rig.state()).foreign).toBeUndefined();
  });

  it('does not run the rest of the old list before it is addressed to the new process', async () => {
    const rig = await restarted(await orphaned({ durationMs: 8_000 }, 5_000), 5_000);
    await rig.time.advance(60_000);
    expect(rig.node.commands).toHaveLength(1);
  });

  it('counts the time it ran before towards its timeout', async () => {
    const rig = await restarted(await orphaned({ durationMs: Infinity }, 20_000), 20_000);
    await rig.time.advance(18_000);
    expect(rig.outcome(1)).toBeUndefined();
    await rig.time.advance(3_000);
    expect(rig.outcome(1)?.failure?.code).toBe('SEGMENT_TIMEOUT');
  });

  it('leaves an outcome alone that was stored before the predecessor died', async () => {
    const rig = new WorkerRig();
    rig.plan(1);
    const mortal = new MortalProcess({ atCall: Infinity, call: 'before' });
    const process = rig.newProcess((deps) => mortal.wrap(deps));
    await rig.start();
    await rig.assign([repairItem(1)]);
    const write = process.stores.segments.writeOutcome.bind(process.stores.segments);
    process.stores.segments.writeOutcome = (...given) => write(...given).then(() => mortal.kill());
    await rig.time.advance(2_000);
    const before = rig.outcome(1);
    rig.node.restart();
    await restarted(rig, 5_000);
    await rig.time.advance(1_000);
    expect(before?.state).toBe('DONE');
    expect(rig.outcome(1)).toEqual(before);
    expect(await rig.state()).toMatchObject({ over: 1, results: [{ stamp: 1, state: 'DONE' }] });
  });
});

describe('A worker that finds a start without a number', () => {
  it.each<[string, Partial<FakeNodeOptions>]>([
    ['by number and session', {}],
    ['by session alone', { records: 'sessions' }],
    ['on 3.11', { records: 'sessions', tellsStatus: false }],
  ])('finds the command in the record of the node %s', async (_how, node) => {
    const rig = await restarted(await orphaned({ durationMs: 30_000 }, 1_000, node), 5_000);
    expect((await rig.state()).current?.commandNumber).toBeUndefined();
    await rig.time.advance(60_000);
    expect(rig.outcome(1)?.state).toBe('DONE');
    expect(rig.node.commands).toHaveLength(1);
  });

  it('gives it up 10 s after its own start when there is no trace of it', async () => {
    const rig = await restarted(await announced(), 60_000);
    await rig.time.advance(9_000);
    expect(rig.outcome(1)).toBeUndefined();
    expect(rig.worker.snapshot().waiting?.code).toBe('IN_DOUBT');
    await rig.time.advance(3_000);
    expect(rig.outcome(1)?.failure?.code).toBe('UNKNOWN_OUTCOME');
  });

  it.each([
    ['other ranges', STRANGER, true],
    ['the same ranges, but before the intent', { ...STRANGER, ranges: ['1:2'] }, false],
  ])('credits no success of a command with %s', async (_what, command, after) => {
    const rig = await announced();
    const sinceMs = rig.time.wallMs() + 60_000;
    if (!after) {
      const found = await rig.pen.nodeStates.read('host-1');
      if (!found?.state.current) throw new Error('Nothing was announced');
      await rig.pen.nodeStates.write({ ...found.state, current: { ...found.state.current, sinceMs } }, found.stamp + 1);
    }
    rig.node.startForeign(command, { durationMs: 1_000 });
    await restarted(rig, 60_000);
    await rig.time.advance(20_000);
    expect(rig.outcome(1)?.failure?.code).toBe('UNKNOWN_OUTCOME');
  });

  it('waits while an unexplained repair runs, and says so', async () => {
    const rig = await announced({}, { commandBefore: 0 });
    const stranger = rig.node.startForeign(STRANGER);
    await restarted(rig, 1_000);
    await rig.time.advance(50_000);
    expect(rig.outcome(1)).toBeUndefined();
    expect(rig.worker.snapshot().waiting).toMatchObject({
      code: 'IN_DOUBT',
      detail: expect.stringContaining('session'),
    });
    rig.node.end(stranger);
    await rig.time.advance(5_000);
    expect(rig.outcome(1)?.failure?.code).toBe('UNKNOWN_OUTCOME');
  });

  it('is not held up by the repair of somebody else whose end was not told', async () => {
    const rig = new WorkerRig();
    rig.plan(1);
    rig.node.behave = () => ({ requestLost: true });
    await rig.start();
    await rig.assign([repairItem(1)]);
    await rig.time.advance(1_000);
    rig.node.reconnect();
    await rig.time.advance(1_000);
    const stranger = rig.node.startForeign(STRANGER);
    await rig.time.advance(1_000);
    rig.node.disconnect();
    rig.node.end(stranger);
    rig.node.reconnect();
    await rig.time.advance(60_000);
    expect(rig.outcome(1)?.failure?.code).toBe('UNKNOWN_OUTCOME');
  });

  it('gives it up on 3.11 only after its timeout, because nothing there proves an end', async () => {
    const rig = await restarted(await announced({ tellsStatus: false, records: 'nothing' }), 1_000);
    await rig.time.advance(55_000);
    expect(rig.outcome(1)).toBeUndefined();
    await rig.time.advance(10_000);
    expect(rig.outcome(1)?.failure?.code).toBe('RELEASED_WITHOUT_PROOF');
  });

  it('searches above the last number that its predecessor knew', async () => {
    const rig = await orphaned({ durationMs: 1_000 }, 2_500);
    expect((await rig.state()).lastCommand).toBe(2);
    await restarted(rig, 5_000);
    await rig.time.advance(5_000);
    await rig.assign([repairItem(3)]);
    expect((await rig.state()).current).toMatchObject({ item: { stamp: 3 }, commandBefore: 2 });
  });
});
