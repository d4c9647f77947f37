import fc from 'fast-check';
import type { FakeNodeOptions } from '../testing/fake-repair-node.js';
import { repairItem, WorkerRig } from '../testing/worker-rig.js';

/** The machine may be busy; virtual time is not real time. */
jest.setTimeout(60_000);

type Item = Parameters<typeof repairItem>[1];

/** The first command never ends by itself. */
async function endless(item: Item = {}, node: Partial<FakeNodeOptions> = {}): Promise<WorkerRig> {
  const rig = new WorkerRig(node);
  rig.node.behave = ({ ranges }) => (ranges[0] === '1:2' ? { durationMs: Infinity } : {});
  await rig.start();
  await rig.assign([repairItem(1, item)]);
  await rig.time.advance(1_000);
  return rig;
}

const stranger = (rig: WorkerRig, tables: readonly string[] = ['t']) =>
  rig.node.startForeign({ ...ours(rig), tables, ranges: ['100:200'] });

describe('A cancel without leave to end all repairs of the node', () => {
  it.each<[string, Item, string]>([
    ['a full command that is aborted', {}, 'ABORTED'],
    ['an incremental command that is aborted', { mode: 'incremental' }, 'ABORTED'],
    ['a command over its time', { timeoutMs: 5_000 }, 'SEGMENT_TIMEOUT'],
  ])('ends %s by what can be named of it', async (_what, item, code) => {
    const rig = await endless(item);
    if (code === 'ABORTED') await rig.assign([], { cancel: [1] });
    await rig.time.advance(10_000);
    expect(rig.outcome(1)?.failure?.code).toBe(code);
    expect(rig.node.calls['terminateAll']).toBeUndefined();
  });

  it('waits while nothing of the command can be ended, says so, and asks again', async () => {
    const rig = new WorkerRig();
    rig.node.behave = () => ({ durationMs: 40_000, uncancellable: true });
    await rig.start();
    await rig.assign([repairItem(1)]);
    await rig.time.advance(1_000);
    await rig.assign([], { cancel: [1] });
    await rig.time.advance(20_000);
    expect(await rig.state()).toMatchObject({
      current: { state: 'cancelling' },
      waiting: { code: 'CANCEL_WAITS', detail: expect.stringContaining('nothing of it can be ended alone now') },
    });
    expect(rig.node.calls['cancel']).toBeGreaterThan(2);
    await rig.time.advance(30_000);
    expect(rig.outcome(1)?.state).toBe('DONE');
  });

  it('touches no validation while a foreign repair of the same table runs, but ends an incremental session by its id', async () => {
    const full = await endless();
    const foreign = stranger(full);
    await full.assign([], { cancel: [1] });
    await full.time.advance(20_000);
    expect(foreign.state).toBe('running');
    expect(await full.state()).toMatchObject({ current: { state: 'cancelling' }, waiting: { code: 'FOREIGN_REPAIR' } });

    const incremental = await endless({ mode: 'incremental' });
    const other = stranger(incremental);
    await incremental.assign([], { cancel: [1] });
    await incremental.time.advance(5_000);
    expect(incremental.outcome(1)?.failure?.code).toBe('ABORTED');
    expect(other.state).toBe('running');
  });

  it('touches no validation on a node that does not count its sessions', async () => {
    const rig = await endless({}, { tellsStatus: false, records: 'sessions' });
    await rig.assign([], { cancel: [1] });
    await rig.time.advance(30_000);
    expect(rig.node.running()).toHaveLength(1);
    expect((await rig.state()).waiting?.code).toBe('CANCEL_WAITS');
  });
});

it('A cancel never ends a foreign repair, whenever that begins and whatever is cancelled how', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Item>({}, { mode: 'incremental' }, { timeoutMs: 8_000 }),
      fc.boolean(),
      fc.array(fc.record({ afterMs: fc.integer({ min: 0, max: 8_000 }), sameTable: fc.boolean() }), {
        minLength: 1,
        maxLength: 3,
      }),
      async (item, isAborted, strangers) => {
        const rig = await endless(item);
        if (isAborted) void rig.time.advance(0).then(() => rig.assign([], { cancel: [1] }));
        const foreign = [];
        for (const { afterMs, sameTable } of strangers) {
          await rig.time.advance(afterMs);
          foreign.push(stranger(rig, sameTable ? ['t'] : ['other']));
        }
        await rig.time.advance(90_000);
        expect(foreign.map(({ state }) => state)).toEqual(foreign.map(() => 'running'));
      },
    ),
    { numRuns: 25 },
  );
});

function ours(rig: WorkerRig) {
  const [first] = rig.node.commands;
  if (!first) throw new Error('No command ran yet');
  return first.command;
}
