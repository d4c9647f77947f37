import { repairItems, WorkerRig } from '../testing/worker-rig.js';

const writes = (operation: string) => operation === 'nodeStates.write';
const outcomes = (operation: string) => operation === 'segments.writeOutcome';
const reads = (operation: string) => operation === 'assignments.read';

describe('A worker and an unreliable store', () => {
  it('starts nothing from a list that it read more than 5 s ago', async () => {
    const rig = await WorkerRig.started({ durationMs: 20_000 });
    await rig.assign(repairItems(2));
    rig.process.stores.client.fail(Infinity, reads);
    await rig.time.advance(40_000);
    expect(rig.started).toEqual([1]);
    expect((await rig.state()).waiting).toMatchObject({ code: 'STORAGE_UNREACHABLE' });
    rig.process.stores.client.heal();
    await rig.time.advance(25_000);
    expect(rig.started).toEqual([1, 2]);
    expect((await rig.state()).waiting).toBeUndefined();
  });

  it('starts nothing before its intent is acknowledged', async () => {
    const rig = await WorkerRig.started();
    rig.process.stores.client.fail(Infinity, writes);
    await rig.assign(repairItems(1));
    await rig.time.advance(60_000);
    expect(rig.started).toEqual([]);
    expect(rig.worker.snapshot().waiting?.code).toBe('STORAGE_UNREACHABLE');
    rig.process.stores.client.heal();
    await rig.time.advance(15_000);
    expect(rig.started).toEqual([1]);
  });

  it.each(['applied', 'lost', 'late'] as const)(
    'starts nothing on an intent whose answer was lost (%s)',
    async (effect) => {
      const rig = await WorkerRig.started();
      rig.process.stores.client.loseAnswer(effect, { count: 2, matches: writes, lateMs: 3_000 });
      await rig.assign(repairItems(1));
      expect(rig.started).toEqual([]);
      await rig.time.advance(10_000);
      expect(rig.started).toEqual([1]);
      expect(await rig.state()).toMatchObject({ over: 1 });
      expect((await rig.state()).current).toBeUndefined();
    },
  );

  it('does not start an item that was revoked while its intent was being stored', async () => {
    const rig = await WorkerRig.started();
    rig.process.stores.client.delay({ answerMs: 3_000, matches: writes });
    await rig.assign(repairItems(1));
    await rig.time.advance(4_000);
    expect((await rig.state()).current?.state).toBe('starting');
    await rig.assign([]);
    await rig.time.advance(20_000);
    expect(rig.started).toEqual([]);
    expect((await rig.state()).current).toBeUndefined();
  });

  it('does not start on an intent that took longer than its list stayed fresh', async () => {
    const rig = await WorkerRig.started();
    rig.process.stores.client.delay({ answerMs: 6_000, matches: writes });
    await rig.assign(repairItems(1));
    rig.process.stores.client.fail(Infinity, reads);
    await rig.time.advance(60_000);
    expect(rig.process.stores.client.statistics().operations['nodeStates.write']).toBeGreaterThan(2);
    expect(rig.started).toEqual([]);
  });

  it('keeps an outcome until it is stored, and neither reports nor starts anything before', async () => {
    const rig = await WorkerRig.started();
    rig.process.stores.client.fail(Infinity, outcomes);
    await rig.assign(repairItems(2));
    await rig.time.advance(30_000);
    expect(rig.started).toEqual([1]);
    expect(await rig.state()).toMatchObject({
      over: 0,
      current: { item: { stamp: 1 } },
      waiting: { code: 'STORAGE_UNREACHABLE' },
    });
    rig.process.stores.client.heal();
    await rig.time.advance(20_000);
    expect(rig.started).toEqual([1, 2]);
    expect(await rig.state()).toMatchObject({ over: 2 });
  });
});
