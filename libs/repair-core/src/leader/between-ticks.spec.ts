import { Bell } from '../lease/bell.js';
import { VirtualTime } from '../testing/virtual-time.js';
import { waitForTick } from './between-ticks.js';
import { HostBook } from './host-book.js';
import { DEFAULT_LEADER_TIMINGS } from './leader-options.js';
import type { Reign } from './reign.js';

/** As much of a reign as the wait between two ticks looks at. */
function reignOver(count: number, time: VirtualTime): Reign {
  const ids = Array.from({ length: count }, (_, index) => `host-${index}`);
  const reign = {
    hosts: new Map(ids.map((hostId) => [hostId, new HostBook(hostId)])),
    runs: new Map(),
    timings: DEFAULT_LEADER_TIMINGS,
    tenure: { mayAct: () => true, signal: new AbortController().signal },
    deps: { runtime: { timers: time } },
    beganAt: time.monotonicMs(),
    now: () => time.monotonicMs(),
  };
  return reign as unknown as Reign;
}

describe('Between two ticks', () => {
  it.each([
    ['3 hosts: at once', 3, 0],
    ['100 hosts: those of 25 ms together', 100, 25],
    ['1,000 hosts: those of 250 ms together', 1_000, 250],
    ['5,000 hosts: not longer than that', 5_000, 250],
  ])('rings are answered, %s', async (_, hosts, afterMs) => {
    const time = new VirtualTime();
    const bell = new Bell();
    const from = time.monotonicMs();
    let tookMs: number | undefined;
    bell.ring();
    void waitForTick(reignOver(hosts, time), bell).then(() => (tookMs = time.monotonicMs() - from));
    await time.advance(1_000);
    expect(tookMs).toBe(afterMs);
  });
});
