import { paced } from './paced';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('paced work', () => {
  it('starts at once, and once more for all calls during its rest', async () => {
    let started = 0;
    const call = paced(async () => void started++, 1_000);
    call();
    expect(started).toBe(1);
    call();
    call();
    await vi.advanceTimersByTimeAsync(999);
    expect(started).toBe(1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(started).toBe(2);
  });

  it('never runs twice at a time, however long it takes, and then makes up for the calls meanwhile', async () => {
    let running = 0;
    let most = 0;
    let ended = 0;
    const call = paced(async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      running--;
      ended++;
    }, 1_000);
    for (let second = 0; second < 4; second++) {
      call();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    await vi.advanceTimersByTimeAsync(20_000);
    expect({ most, ended }).toEqual({ most: 1, ended: 2 });
  });

  it('starts at once again after it has rested', async () => {
    let started = 0;
    const call = paced(async () => void started++, 1_000);
    call();
    await vi.advanceTimersByTimeAsync(1_001);
    call();
    expect(started).toBe(2);
  });
});
