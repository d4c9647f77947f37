import { repairItem, WorkerRig } from '../testing/worker-rig.js';

describe('Worker', () => {
  it('runs the items of its list one after the other and reports their outcomes', async () => {
    const rig = new WorkerRig();
    await rig.start();
    await rig.assign([repairItem(1), repairItem(2), repairItem(3)]);
    await rig.time.advance(3_500);
    expect(rig.node.commands.map(({ command }) => command.ranges)).toEqual([['1:2'], ['2:3'], ['3:4']]);
    expect([1, 2, 3].map((seq) => rig.outcome(seq)?.state)).toEqual(['DONE', 'DONE', 'DONE']);
    expect(await rig.state()).toMatchObject({ over: 3, results: [{ stamp: 1 }, { stamp: 2 }, { stamp: 3 }] });
  });
});
