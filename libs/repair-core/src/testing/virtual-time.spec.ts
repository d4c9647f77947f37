import { VirtualTime } from './virtual-time.js';

describe('Virtual time', () => {
  it('wakes sleepers in the order in which they fall due', async () => {
    const time = new VirtualTime();
    const woken: number[] = [];
    for (const ms of [30, 10, 20, 10]) void time.sleep(ms).then(() => woken.push(ms));
    await time.advance(20);
    expect(woken).toEqual([10, 10, 20]);
    expect(time.monotonicMs()).toBe(new VirtualTime().monotonicMs() + 20);
  });

  it.each([0.4, 0.0001, Number.MIN_VALUE])('gets past somebody who sleeps %d ms at a time', async (ms) => {
    const time = new VirtualTime();
    let naps = 0;
    const nap = async (): Promise<void> => {
      while (naps < 1_000) {
        naps += 1;
        await time.sleep(ms);
      }
    };
    void nap();
    await time.advance(5);
    expect(naps).toBeLessThanOrEqual(6);
  });

  it('lets go of a sleeper whose signal is aborted', async () => {
    const time = new VirtualTime();
    const signal = new AbortController();
    const sleep = time.sleep(Infinity, signal.signal);
    signal.abort();
    await expect(sleep).resolves.toBeUndefined();
  });
});
