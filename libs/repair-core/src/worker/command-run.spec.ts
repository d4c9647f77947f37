import { NodeUnreachableError } from '../errors/domain-error.js';
import type { FakeBehaviour, FakeNodeOptions } from '../testing/fake-repair-node.js';
import { repairItem, WorkerRig } from '../testing/worker-rig.js';

/** The operator allows ending all repairs of the node. */
const ALLOWED = { allowTerminateAll: true };
const OLD_NODE: Partial<FakeNodeOptions> = { tellsStatus: false, records: 'sessions' };

async function running(
  behaviour: FakeBehaviour,
  node: Partial<FakeNodeOptions> = {},
  changes: Parameters<typeof repairItem>[1] = {},
  options: ConstructorParameters<typeof WorkerRig>[1] = {},
): Promise<WorkerRig> {
  const rig = new WorkerRig(node, options);
  rig.node.behave = ({ ranges }) => (ranges[0] === '1:2' ? behaviour : {});
  await rig.start();
  await rig.assign([repairItem(1, changes), repairItem(2, changes)]);
  return rig;
}

describe('A command that runs', () => {
  it.each<[string, FakeBehaviour, Partial<FakeNodeOptions>, object]>([
    ['ended well', {}, {}, { state: 'DONE', commandNumber: 1, sessionId: expect.stringContaining('session') }],
    ['ended well on 3.11', {}, OLD_NODE, { state: 'DONE' }],
    ['ended well on a node without any record', {}, { tellsStatus: false, records: 'nothing' }, { state: 'DONE' }],
    ['returned 0', { nothingToRepair: true }, {}, { state: 'SKIPPED' }],
    ['was skipped by Cassandra', { skipped: 'no tables' }, {}, { state: 'SKIPPED' }],
    ['failed', { failure: 'Stream failed' }, {}, { state: 'FAILED', failure: { code: 'REPAIR_FAILED' } }],
    [
      'failed on 3.11',
      { failure: 'Some repair failed' },
      OLD_NODE,
      { state: 'FAILED', failure: { code: 'REPAIR_FAILED' } },
    ],
    ['met a dead replica', { failure: 'Endpoint not alive: /10.0.0.2' }, {}, { failure: { code: 'REPLICA_DOWN' } }],
    [
      'was refused',
      { refused: 'The node is drained' },
      {},
      { state: 'FAILED', failure: { code: 'START_REFUSED', message: 'The node is drained' } },
    ],
    [
      'completed before its number arrived',
      { durationMs: 500, answerAfterMs: 3_000 },
      {},
      { state: 'DONE', commandNumber: 1 },
    ],
    [
      'failed before its number arrived',
      { durationMs: 500, answerAfterMs: 3_000, failure: 'x' },
      {},
      { state: 'FAILED' },
    ],
  ])('that %s has that outcome, and the next one starts', async (_how, behaviour, node, outcome) => {
    const rig = await running(behaviour, node);
    await rig.time.advance(10_000);
    expect(rig.outcome(1)).toMatchObject({ round: 0, attempt: 1, coordinator: 'host-1', ...outcome });
    expect(rig.outcome(2)?.state).toBe('DONE');
  });

  it.each<[string, FakeBehaviour, Partial<FakeNodeOptions>, string]>([
    ['success', { silent: true }, {}, 'DONE'],
    ['failure', { silent: true, failure: 'x' }, {}, 'FAILED'],
    ['success on 3.11, by its record,', { silent: true }, OLD_NODE, 'DONE'],
    ['failure on 3.11, by its record,', { silent: true, failure: 'x' }, OLD_NODE, 'FAILED'],
  ])('without any event is known to be over 10 s later: %s', async (_how, behaviour, node, state) => {
    const rig = await running({ durationMs: 5_000, ...behaviour }, node);
    await rig.time.advance(9_900);
    expect(rig.outcome(1)).toBeUndefined();
    await rig.time.advance(200);
    expect(rig.outcome(1)?.state).toBe(state);
  });

  it('is asked for at once when events were dropped', async () => {
    const rig = await running({ durationMs: 5_000, silent: true });
    await rig.time.advance(5_500);
    rig.node.loseEvents();
    await rig.time.settle();
    expect(rig.outcome(1)?.state).toBe('DONE');
  });

  it('goes on while JMX is away, and is asked for at the reconnect', async () => {
    const rig = await running({ durationMs: 5_000 });
    await rig.time.advance(1_000);
    rig.node.disconnect();
    await rig.time.advance(120_000);
    expect(rig.worker.snapshot()).toMatchObject({ reachable: false, current: { commandNumber: 1 } });
    expect((await rig.state()).pressure.unreachable).toContain('cannot be reached');
    expect(rig.outcome(1)).toBeUndefined();
    rig.node.reconnect();
    await rig.time.advance(100);
    expect(rig.outcome(1)?.state).toBe('DONE');
    await rig.time.advance(10_000);
    expect(rig.outcome(2)?.state).toBe('DONE');
  });

  it('has no success to show on 3.11 when its events were lost and no record is left', async () => {
    const rig = await running({ durationMs: 5_000 }, { tellsStatus: false, records: 'nothing' });
    await rig.time.advance(1_000);
    rig.node.loseEvents();
    await rig.time.advance(5_000);
    expect(rig.outcome(1)?.failure?.code).toBe('UNKNOWN_OUTCOME');
  });

  it('has failed when the node was restarted meanwhile, and the next item runs in its new life', async () => {
    const rig = await running({ durationMs: 30_000 });
    await rig.time.advance(1_000);
    rig.node.restart();
    await rig.time.advance(10_000);
    expect(rig.outcome(1)?.failure?.code).toBe('NODE_RESTARTED');
    expect(rig.outcome(2)).toMatchObject({ state: 'DONE', commandNumber: 1 });
    expect((await rig.state()).jvmStartMs).toBe((await rig.node.identity()).jvmStartMs);
  });

  it('gives numbers that are forgotten when the node is restarted', async () => {
    const rig = await running({});
    await rig.time.advance(5_000);
    expect((await rig.state()).lastCommand).toBe(2);
    rig.node.restart();
    await rig.time.advance(100);
    expect((await rig.state()).lastCommand).toBeUndefined();
  });

  it('is not taken for ended by a command of the next life with the same number', async () => {
    const rig = await running({ durationMs: 30_000 });
    await rig.time.advance(1_000);
    rig.node.restart();
    rig.node.startForeign({ ...commandOf(rig), keyspace: 'other' }, { durationMs: 0 });
    await rig.time.advance(10_000);
    expect(rig.outcome(1)?.failure?.code).toBe('NODE_RESTARTED');
  });

  it('is prepared again soon after the node was away for a moment', async () => {
    const rig = new WorkerRig();
    const prepare = rig.node.prepare.bind(rig.node);
    rig.node.prepare = async () => {
      rig.node.prepare = prepare;
      throw new NodeUnreachableError('away');
    };
    await rig.start();
    await rig.assign([repairItem(1)]);
    expect(rig.worker.snapshot()).toMatchObject({ reachable: false, waiting: { code: 'NODE_UNREACHABLE' } });
    await rig.time.advance(1_000);
    expect(rig.started).toEqual([1]);
  });

  it('waits for the node when it was prepared on a connection that is gone', async () => {
    const rig = await running({});
    const prepare = rig.node.prepare.bind(rig.node);
    let times = 0;
    rig.node.prepare = async (command) => {
      const prepared = await prepare(command);
      if (++times === 1) rig.node.disconnect();
      if (times === 1) rig.node.reconnect();
      return prepared;
    };
    await rig.time.advance(15_000);
    expect(rig.node.commands.map(({ command }) => command.ranges[0])).toEqual(['1:2', '2:3']);
    expect(rig.outcome(2)?.state).toBe('DONE');
  });
});

describe('A start without an answer', () => {
  it.each<[string, Partial<FakeNodeOptions>]>([
    ['number and record', {}],
    ['the session in its record', { records: 'sessions' }],
    ['the record alone on 3.11', OLD_NODE],
  ])('is found again by %s and not repeated', async (_how, node) => {
    const rig = await running({ durationMs: 20_000, answerLost: true }, node);
    await rig.time.advance(15_000);
    expect((await rig.state()).current).toMatchObject({
      state: 'running',
      sessionId: expect.stringContaining('session'),
    });
    await rig.time.advance(30_000);
    expect(rig.node.commands).toHaveLength(2);
    expect(rig.outcome(1)?.state).toBe('DONE');
  });

  it('that never reached the node is given up 10 s later and left to the leader', async () => {
    const rig = await running({ requestLost: true });
    await rig.time.advance(9_000);
    expect(rig.outcome(1)).toBeUndefined();
    expect(rig.worker.snapshot().waiting?.code).toBe('IN_DOUBT');
    await rig.time.advance(10_000);
    expect(rig.outcome(1)?.failure?.code).toBe('UNKNOWN_OUTCOME');
    expect(rig.outcome(2)?.state).toBe('DONE');
  });

  it('holds the item while a command runs that may be it, and credits nothing without a record', async () => {
    const rig = await running({ durationMs: 40_000, answerLost: true }, { records: 'nothing' });
    await rig.time.advance(39_000);
    expect((await rig.state()).current?.item.stamp).toBe(1);
    await rig.time.advance(5_000);
    expect(rig.outcome(1)?.failure?.code).toBe('UNKNOWN_OUTCOME');
    expect(rig.node.calls['terminateAll']).toBeUndefined();
  });

  it('is searched for when the answer does not come within two minutes', async () => {
    const rig = await running({ durationMs: 1_000, answerAfterMs: 3_600_000 }, {}, { timeoutMs: 600_000 });
    await rig.time.advance(119_000);
    expect(rig.outcome(1)).toBeUndefined();
    await rig.time.advance(10_000);
    expect(rig.outcome(1)).toMatchObject({ state: 'DONE', commandNumber: 1 });
  });
});

describe('A command over its timeout', () => {
  it('is cancelled once, followed to its end and recorded as such', async () => {
    const rig = await running({ durationMs: Infinity }, {}, {}, ALLOWED);
    await rig.time.advance(59_000);
    expect(rig.node.calls['terminateAll']).toBeUndefined();
    await rig.time.advance(2_000);
    expect(rig.outcome(1)?.failure).toMatchObject({
      code: 'SEGMENT_TIMEOUT',
      message: expect.stringContaining('60000 ms'),
    });
    expect(rig.node.calls['terminateAll']).toBe(1);
    await rig.time.advance(3_000);
    expect(rig.outcome(2)?.state).toBe('DONE');
  });

  it('is cancelled sparingly while that has no effect, and may still succeed', async () => {
    const rig = await running({ durationMs: 200_000, uncancellable: true }, {}, {}, ALLOWED);
    await rig.time.advance(190_000);
    expect((await rig.state()).current?.state).toBe('cancelling');
    expect(rig.node.calls['terminateAll']).toBe(3);
    await rig.time.advance(20_000);
    expect(rig.outcome(1)?.state).toBe('DONE');
  });

  it('is not cancelled while a foreign command runs, which would end that too', async () => {
    const rig = await running({ durationMs: Infinity }, {}, {}, ALLOWED);
    await rig.time.advance(30_000);
    const foreign = rig.node.startForeign({ ...commandOf(rig), keyspace: 'other' });
    await rig.time.advance(60_000);
    expect(rig.node.calls['terminateAll']).toBeUndefined();
    expect(await rig.state()).toMatchObject({
      current: { state: 'cancelling' },
      foreign: { kind: 'command' },
      waiting: { code: 'FOREIGN_REPAIR', detail: expect.stringContaining('Over time, not cancelled') },
    });
    rig.node.end(foreign);
    await rig.time.advance(10_000);
    expect(rig.outcome(1)?.failure?.code).toBe('SEGMENT_TIMEOUT');
  });

  it('is not cancelled while the node holds a session of another coordinator', async () => {
    const rig = await running({ durationMs: Infinity }, {}, {}, ALLOWED);
    await rig.time.advance(59_500);
    rig.node.otherSessions = 1;
    await rig.time.advance(60_000);
    expect(rig.node.calls['terminateAll']).toBeUndefined();
    rig.node.otherSessions = 0;
    await rig.time.advance(10_000);
    expect(rig.node.calls['terminateAll']).toBe(1);
  });

  it('is never given up while the node says that it runs', async () => {
    const rig = await running({ durationMs: Infinity, uncancellable: true });
    await rig.time.advance(2_000_000);
    expect((await rig.state()).current).toMatchObject({ state: 'cancelling', item: { stamp: 1 } });
    expect(rig.outcome(1)).toBeUndefined();
  });

  it('is given up without proof only when the node has had no trace of it for long', async () => {
    const rig = await running({ durationMs: 10_000, silent: true }, { tellsStatus: false, records: 'nothing' });
    await rig.time.advance(600_000);
    expect(rig.outcome(1)).toBeUndefined();
    await rig.time.advance(120_000);
    expect(rig.outcome(1)?.failure?.code).toBe('RELEASED_WITHOUT_PROOF');
  });
});

describe('A command whose run is aborted', () => {
  it('is cancelled at once, and recorded as such', async () => {
    const rig = await running({ durationMs: Infinity });
    await rig.time.advance(10_000);
    await rig.assign([], { cancel: [1, 2] });
    await rig.time.advance(100);
    expect(rig.outcome(1)).toMatchObject({ state: 'FAILED', failure: { code: 'ABORTED' } });
    expect(await rig.state()).toMatchObject({ over: 1, results: [{ stamp: 1, state: 'FAILED' }] });
    await rig.time.advance(30_000);
    expect(rig.started).toEqual([1]);
  });

  it('is followed to its end while the cancel has no effect, and cancelled again with growing pauses', async () => {
    const rig = await running({ durationMs: 40_000, uncancellable: true }, {}, {}, ALLOWED);
    await rig.time.advance(1_000);
    await rig.assign([], { cancel: [1] });
    await rig.time.advance(30_000);
    expect((await rig.state()).current).toMatchObject({ state: 'cancelling', item: { stamp: 1 } });
    expect(rig.node.calls['terminateAll']).toBe(4);
    await rig.time.advance(20_000);
    expect(rig.outcome(1)?.state).toBe('DONE');
  });

  it('is not cancelled while a foreign command runs, and says so', async () => {
    const rig = await running({ durationMs: Infinity }, {}, {}, ALLOWED);
    await rig.time.advance(1_000);
    const foreign = rig.node.startForeign({ ...commandOf(rig), keyspace: 'other' });
    await rig.assign([], { cancel: [1] });
    await rig.time.advance(10_000);
    expect(rig.node.calls['terminateAll']).toBeUndefined();
    expect(await rig.state()).toMatchObject({
      current: { state: 'cancelling' },
      waiting: { code: 'FOREIGN_REPAIR', detail: expect.stringContaining('Aborted, not cancelled') },
    });
    rig.node.end(foreign);
    await rig.time.advance(5_000);
    expect(rig.outcome(1)?.failure?.code).toBe('ABORTED');
  });

  it('goes on when only others are named, or when it is only revoked', async () => {
    const rig = await running({ durationMs: 20_000 });
    await rig.time.advance(1_000);
    await rig.assign([], { cancel: [2] });
    await rig.assign([]);
    await rig.time.advance(30_000);
    expect(rig.node.calls['terminateAll']).toBeUndefined();
    expect(rig.outcome(1)?.state).toBe('DONE');
  });

  it('is cancelled by the next process of the host, whichever incarnation the list names', async () => {
    const rig = await running({ durationMs: Infinity });
    await rig.time.advance(5_000);
    await rig.worker.stop({ drainMs: 0 });
    await rig.assign([], { cancel: [1], incarnation: 'the one before' });
    rig.newProcess();
    await rig.start();
    await rig.time.advance(15_000);
    expect(rig.outcome(1)?.failure?.code).toBe('ABORTED');
    expect(rig.node.running()).toEqual([]);
  });
});

function commandOf(rig: WorkerRig) {
  const [first] = rig.node.commands;
  if (!first) throw new Error('No command ran yet');
  return first.command;
}
