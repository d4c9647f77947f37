import { VirtualTime } from '@reaper-sidecar/repair-core/testing';
import { SharedRead } from './shared-read.js';

describe('A shared read', () => {
  it('answers all who ask while it runs, and whoever wants it fresh from one that began afterwards', async () => {
    const time = new VirtualTime();
    const begun: ((value: number) => void)[] = [];
    const shared = new SharedRead(time, 5_000, () => new Promise<number>((resolve) => begun.push(resolve)));
    const [first, second] = [shared.cached(), shared.cached()];
    const [third, fourth] = [shared.fresh(), shared.fresh()];
    await time.settle();
    expect(begun).toHaveLength(1);
    begun[0]!(1);
    await time.settle();
    begun[1]!(2);
    expect(await Promise.all([first, second, third, fourth])).toEqual([1, 1, 2, 2]);
    expect(await shared.cached()).toBe(2);
    expect(begun).toHaveLength(2);
  });

  it('repeats a failure for nobody', async () => {
    const time = new VirtualTime();
    let calls = 0;
    const shared = new SharedRead(time, 5_000, async () => {
      if (++calls === 1) throw new Error('away');
      return calls;
    });
    await expect(shared.cached()).rejects.toThrow('away');
    expect(await shared.cached()).toBe(2);
  });
});
