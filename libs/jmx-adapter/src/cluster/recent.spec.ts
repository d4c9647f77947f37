import { Recent } from './recent.js';

class ManualClock {
  now = 1000;
  monotonicMs() {
    return this.now;
  }
}

describe('Recent', () => {
  it('gives the same answer until it is too old', async () => {
    const clock = new ManualClock();
    const recent = new Recent<number>(100, clock);
    let asked = 0;
    const ask = () => Promise.resolve(++asked);
    expect(await recent.get('k', ask)).toBe(1);
    clock.now += 99;
    expect(await recent.get('k', ask)).toBe(1);
    clock.now += 1;
    expect(await recent.get('k', ask)).toBe(2);
  });

  it('counts the age from the question, not from the answer', async () => {
    const clock = new ManualClock();
    const recent = new Recent<string>(100, clock);
    const first = recent.get('k', async () => {
      clock.now += 100;
      return 'old';
    });
    expect(await first).toBe('old');
    expect(await recent.get('k', async () => 'new')).toBe('new');
  });

  it('has one question per key under way, however long it takes', async () => {
    const clock = new ManualClock();
    const recent = new Recent<string>(100, clock);
    let answer: (text: string) => void = () => undefined;
    const first = recent.get('k', () => new Promise((resolve) => (answer = resolve)));
    clock.now += 1000;
    const second = recent.get('k', () => Promise.reject(new Error('asked twice')));
    expect(await recent.get('other', async () => 'other')).toBe('other');
    answer('one');
    expect(await Promise.all([first, second])).toEqual(['one', 'one']);
  });

  it('does not keep failures', async () => {
    const recent = new Recent<string>(100, new ManualClock());
    await expect(recent.get('k', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await recent.get('k', async () => 'up')).toBe('up');
  });
});
