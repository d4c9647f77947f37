import { aNodeState, anAssignment, STAMP } from '../testing/contracts/contract-fixtures.js';
import { MemoryCluster } from '../testing/memory-cluster.js';
import { ForgetHosts } from './forget-hosts.js';
import { HostBook } from './host-book.js';
import type { Reign } from './reign.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Leaders that look once an hour at a ring without, or with, the host "gone". */
class Leaders {
  readonly stores = new MemoryCluster().connect();
  readonly ring = new Set(['here']);
  readonly state = aNodeState({ hostId: 'gone' });
  #nowMs = 5_000;
  #stamp = STAMP + 1_000;
  #present = this.#reign();

  async begin(): Promise<void> {
    await this.stores.nodeStates.write(this.state, STAMP);
    await this.stores.assignments.write('gone', anAssignment({ stamp: STAMP, items: [] }));
  }

  /** Another leader, on a machine with another clock. */
  change(): void {
    this.#nowMs = 17;
    this.#present = this.#reign();
  }

  async pass(ms: number): Promise<void> {
    for (const endMs = this.#nowMs + ms; this.#nowMs < endMs; this.#nowMs += HOUR_MS) await this.#present.run();
    await this.#present.run();
  }

  async rowsLeft(): Promise<number> {
    const { nodeStates, assignments } = this.stores;
    return [await nodeStates.read('gone'), await assignments.read('gone')].filter((row) => row !== undefined).length;
  }

  #reign(): ForgetHosts {
    const gone = new HostBook('gone');
    gone.see({ state: this.state, stamp: STAMP }, { beganAt: this.#nowMs - HOUR_MS, endedAt: this.#nowMs - HOUR_MS });
    gone.readAt = this.#nowMs;
    const hosts = new Map([
      ['gone', gone],
      ['here', new HostBook('here')],
    ]);
    const { notes, assignments, nodeStates } = this.stores;
    const quiet = () => undefined;
    const reign = {
      now: () => this.#nowMs,
      hosts,
      deps: { notes, assignments, nodeStates, observer: {}, runtime: { log: { info: quiet } } },
      cluster: { topology: {}, lostForMs: 0, node: (hostId: string) => (this.ring.has(hostId) ? {} : undefined) },
      timings: { silenceGraceMs: 10_000 },
      tenure: { nextStamp: () => ++this.#stamp, requireActing: quiet },
    };
    return new ForgetHosts(reign as unknown as Reign);
  }
}

describe('a host that left the ring', () => {
  let leaders: Leaders;

  beforeEach(async () => {
    leaders = new Leaders();
    await leaders.begin();
  });

  it('is forgotten after 30 days', async () => {
    await leaders.pass(29 * DAY_MS);
    expect(await leaders.rowsLeft()).toBe(2);
    await leaders.pass(2 * DAY_MS);
    expect(await leaders.rowsLeft()).toBe(0);
  });

  it('is forgotten by leaders that each led for a shorter time, whatever their clocks say', async () => {
    for (let n = 0; n < 29; n++) {
      await leaders.pass(DAY_MS);
      leaders.change();
    }
    expect(await leaders.rowsLeft()).toBe(2);
    await leaders.pass(4 * DAY_MS);
    expect(await leaders.rowsLeft()).toBe(0);
  });

  it('is waited for anew when it was in the ring once', async () => {
    await leaders.pass(29 * DAY_MS);
    leaders.ring.add('gone');
    await leaders.pass(2 * HOUR_MS);
    leaders.ring.delete('gone');
    await leaders.pass(29 * DAY_MS);
    expect(await leaders.rowsLeft()).toBe(2);
  });

  it('is heard when it comes back with a clock that is behind', async () => {
    await leaders.pass(32 * DAY_MS);
    const again = { ...leaders.state, n: 1 };
    await leaders.stores.nodeStates.write(again, STAMP + 1);
    expect((await leaders.stores.nodeStates.read('gone'))?.state).toEqual(again);
  });
});
