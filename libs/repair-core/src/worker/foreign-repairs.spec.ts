import { repairItem, WorkerRig } from '../testing/worker-rig.js';
import type { RepairCommand } from '../ports/repair-node.js';
import { ForeignRepairs, type Look } from './foreign-repairs.js';

const STRANGER: RepairCommand = {
  keyspace: 'other',
  tables: ['t'],
  ranges: ['100:200'],
  mode: 'full',
  parallelism: 'parallel',
  datacenters: [],
  hosts: [],
  jobThreads: 1,
};

async function withList(rig = new WorkerRig()): Promise<WorkerRig> {
  await rig.assign([repairItem(1), repairItem(2)]);
  return rig;
}

async function registered(): Promise<WorkerRig> {
  const rig = new WorkerRig();
  await rig.start();
  return rig;
}

describe('A node with a repair that is not ours', () => {
  it('starts nothing while a foreign command runs, says so, and goes on when it ends', async () => {
    const rig = await registered();
    const stranger = rig.node.startForeign(STRANGER);
    await withList(rig);
    await rig.time.advance(60_000);
    expect(rig.node.commands).toEqual([stranger]);
    expect(await rig.state()).toMatchObject({
      foreign: { kind: 'command', detail: expect.stringContaining('#1') },
      waiting: { code: 'FOREIGN_REPAIR' },
    });
    rig.node.end(stranger);
    await rig.time.advance(2_100);
    expect(rig.outcome(2)?.state).toBe('DONE');
    await rig.time.advance(5_000);
    expect((await rig.state()).foreign).toBeUndefined();
  });

  it('does not need a further look at the node to step back for a foreign command', async () => {
    const rig = await registered();
    rig.node.activity = () => new Promise(() => undefined);
    const stranger = rig.node.startForeign(STRANGER);
    await withList(rig);
    await rig.time.advance(10_000);
    expect(rig.node.commands).toEqual([stranger]);
  });

  it('goes on when the end of the foreign command was missed', async () => {
    const rig = await registered();
    const stranger = rig.node.startForeign(STRANGER);
    await withList(rig);
    await rig.time.advance(20_000);
    rig.node.disconnect();
    rig.node.end(stranger);
    rig.node.reconnect();
    await rig.time.advance(30_000);
    expect(rig.outcome(2)?.state).toBe('DONE');
  });

  it('starts nothing while automatic repair of Cassandra is on', async () => {
    const rig = await registered();
    rig.node.autoRepair = 'full repair every 24 h';
    await rig.time.advance(20_000);
    await withList(rig);
    await rig.time.advance(60_000);
    expect(rig.node.commands).toEqual([]);
    expect((await rig.state()).foreign).toEqual({
      kind: 'auto-repair',
      detail: 'full repair every 24 h',
      sinceMs: expect.any(Number),
    });
  });

  it('starts nothing while another coordinator holds a session on the node', async () => {
    const rig = await registered();
    rig.node.otherSessions = 1;
    await rig.time.advance(20_000);
    await withList(rig);
    await rig.time.advance(3_100);
    expect(rig.worker.snapshot().foreign?.kind).toBe('unknown');
    await rig.time.advance(60_000);
    expect(rig.node.commands).toEqual([]);
    expect(await rig.state()).toMatchObject({
      foreign: { kind: 'unknown' },
      waiting: { code: 'FOREIGN_REPAIR' },
      sessions: 1,
    });
    rig.node.otherSessions = 0;
    await rig.time.advance(10_000);
    expect(rig.outcome(2)?.state).toBe('DONE');
  });

  it('does not mistake sessions for foreign while it has no work: another sidecar may run a segment here', async () => {
    const rig = await registered();
    rig.node.otherSessions = 1;
    await rig.time.advance(120_000);
    expect(await rig.state()).toMatchObject({ sessions: 1 });
    expect((await rig.state()).foreign).toBeUndefined();
    rig.node.otherSessions = 0;
    await withList(rig);
    await rig.time.advance(100);
    expect(rig.node.commands).toHaveLength(1);
  });

  it('does not mistake its own command for a foreign one, whatever comes first', async () => {
    const rig = await registered();
    rig.node.behave = () => ({ durationMs: 30_000, answerAfterMs: 20_000 });
    await withList(rig);
    for (let second = 0; second < 25; second++) {
      await rig.time.advance(1_000);
      expect((await rig.state()).foreign).toBeUndefined();
    }
    await rig.time.advance(60_000);
    expect(rig.outcome(2)?.state).toBe('DONE');
  });
});

describe('Judging looks at a node', () => {
  const limits = { maxRepairsPerNode: 1, suspicionMs: 3_000, leftoverMs: 100_000 };
  const look = (changes: Partial<Look>): Look => ({
    atMs: 0,
    wallMs: 0,
    commands: [],
    ours: 0,
    judgeable: true,
    sessions: 0,
    ...changes,
  });

  it.each<[string, number, Partial<Look>, string]>([
    ['no session', 1, {}, 'alone'],
    ['our own session', 1, { sessions: 1, ours: 1 }, 'alone'],
    ['a version without counts', 1, { sessions: undefined }, 'alone'],
    ['one session too many', 1, { sessions: 1 }, 'suspicious'],
    ['one beside ours', 1, { sessions: 2, ours: 1 }, 'suspicious'],
    ['one beside ours, where two are allowed', 2, { sessions: 2, ours: 1 }, 'shared'],
    ['one session without work at hand', 1, { sessions: 1, judgeable: false }, 'unjudged'],
  ])('%s is judged once', (_what, maxRepairsPerNode, changes, kind) => {
    expect(new ForeignRepairs({ ...limits, maxRepairsPerNode }).judge(look(changes)).kind).toBe(kind);
  });

  it('needs two looks, some seconds apart, to call a session foreign', () => {
    const watch = new ForeignRepairs(limits);
    expect(watch.judge(look({ sessions: 1 })).kind).toBe('suspicious');
    expect(watch.judge(look({ sessions: 1, atMs: 1_000 })).kind).toBe('suspicious');
    expect(watch.judge(look({ sessions: 1, atMs: 3_000 })).kind).toBe('foreign');
    expect(watch.judge(look({ sessions: 0, atMs: 4_000 })).kind).toBe('alone');
    expect(watch.judge(look({ sessions: 1, atMs: 5_000 })).kind).toBe('suspicious');
  });

  it('ignores a session that leaked in Cassandra, until it is gone', () => {
    const watch = new ForeignRepairs(limits);
    for (const atMs of [0, 3_000, 99_000]) watch.judge(look({ sessions: 1, atMs }));
    expect(watch.judge(look({ sessions: 1, atMs: 100_000 })).kind).toBe('alone');
    expect(watch.judge(look({ sessions: 1, atMs: 200_000 })).kind).toBe('alone');
    expect(watch.judge(look({ sessions: 2, atMs: 200_000 })).kind).toBe('suspicious');
    expect(watch.judge(look({ sessions: 0, atMs: 201_000 })).kind).toBe('alone');
    expect(watch.judge(look({ sessions: 1, atMs: 202_000 })).kind).toBe('suspicious');
  });

  it('keeps the time since when a foreign repair is known', () => {
    const watch = new ForeignRepairs(limits);
    watch.judge(look({ autoRepair: 'on', wallMs: 5 }));
    expect(watch.judge(look({ autoRepair: 'still on', wallMs: 9 }))).toMatchObject({
      foreign: { detail: 'still on', sinceMs: 5 },
    });
  });
});
