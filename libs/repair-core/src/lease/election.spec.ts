import type { Lease } from '../model/lease.js';
import type { Topology } from '../ports/cluster-view.js';
import type { Log } from '../ports/runtime.js';
import type { LostAnswer } from '../testing/memory-client.js';
import { MemoryCluster, type MemoryStores } from '../testing/memory-cluster.js';
import { seededEntropy } from '../testing/seeded-entropy.js';
import { VirtualTime } from '../testing/virtual-time.js';
import { Bell } from './bell.js';
import { Campaign } from './campaign.js';
import { keepLease, releaseLease } from './keep-lease.js';
import { DEFAULT_LEASE_TIMINGS } from './lease-timings.js';
import type { Tenure } from './tenure.js';
import { watchersOf } from './watchers.js';

const quiet = () => undefined;
const log: Log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const HOSTS = ['a', 'b', 'c', 'd', 'e'];
const ringOf = (hosts: readonly string[]) =>
  ({ nodes: hosts.map((hostId) => ({ hostId, up: true })) }) as unknown as Topology;

/** One candidate with its own connection and, if need be, its own clock. */
class Candidate {
  readonly stores: MemoryStores;
  readonly bell = new Bell();
  readonly stopping = new AbortController();
  readonly seen: (Lease | undefined)[] = [];
  tenure: Tenure | undefined;
  hindered: string | undefined;

  constructor(
    cluster: MemoryCluster,
    readonly time: VirtualTime,
    readonly hostId: string,
    private readonly clockAheadMs = 0,
    private readonly topology = ringOf(HOSTS),
    private readonly seed = hostId.charCodeAt(0),
  ) {
    this.stores = cluster.connect({ timers: time });
  }

  start(): this {
    void this.#campaign()
      .run(this.bell, this.stopping.signal)
      .then((tenure) => (this.tenure = tenure));
    return this;
  }

  get runtime() {
    const { time, clockAheadMs } = this;
    const clock = { wallMs: () => time.wallMs() + clockAheadMs, monotonicMs: () => time.monotonicMs() };
    return { clock, timers: time, entropy: seededEntropy(this.seed), log };
  }

  keep(): void {
    if (!this.tenure) throw new Error('Not elected');
    void keepLease({ runtime: this.runtime, lease: this.stores.leases }, this.tenure, DEFAULT_LEASE_TIMINGS);
  }

  #campaign(): Campaign {
    const reports = {
      seen: (lease: Lease | undefined) => void this.seen.push(lease),
      hindered: (why: string | undefined) => void (this.hindered = why),
    };
    const cluster = { topology: async () => this.topology };
    const deps = { runtime: this.runtime, hostId: this.hostId, lease: this.stores.leases, cluster, ...reports };
    return new Campaign(deps, DEFAULT_LEASE_TIMINGS);
  }
}

class Rig {
  readonly time = new VirtualTime();
  readonly cluster = new MemoryCluster();

  candidate(hostId = 'a', clockAheadMs = 0): Candidate {
    return new Candidate(this.cluster, this.time, hostId, clockAheadMs);
  }

  /** All of them compete. */
  crowd(size: number): Candidate[] {
    const hosts = Array.from({ length: size }, (_, n) => `host-${n}`);
    const ring = ringOf(hosts);
    return hosts.map((hostId, n) => new Candidate(this.cluster, this.time, hostId, 0, ring, n).start());
  }

  get lease(): Lease | undefined {
    return this.cluster.tables.lease.read('leader', { serial: false });
  }

  async elect(hostId = 'a'): Promise<Candidate> {
    const candidate = this.candidate(hostId).start();
    await this.time.advance(1_000);
    if (!candidate.tenure) throw new Error('Not elected');
    return candidate;
  }
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

const [watcher = '', ...others] = watchersOf(HOSTS);

describe('a campaign', () => {
  it('elects exactly one of many within a second where there was no leader', async () => {
    const rig = new Rig();
    const all = HOSTS.map((hostId) => rig.candidate(hostId).start());
    await rig.time.advance(1_000);
    expect(all.filter(({ tenure }) => tenure)).toHaveLength(1);
    expect(rig.lease).toMatchObject({ beat: 0, holder: all.find(({ tenure }) => tenure)?.hostId });
  });

  it('costs a thousand candidates few conditional writes, at the first start and when the leader dies', async () => {
    const rig = new Rig();
    const crowd = rig.crowd(1_000);
    await rig.time.advance(5_000);
    const elected = () => crowd.filter(({ tenure }) => tenure);
    const conditional = () => sum(crowd.map(({ stores }) => stores.client.statistics().conditionalWrites));
    expect(elected()).toHaveLength(1);
    const first = conditional();
    expect(first).toBeLessThanOrEqual(10);
    await rig.time.advance(45_000);
    expect(elected()).toHaveLength(2);
    expect(conditional() - first).toBeLessThanOrEqual(3);
  }, 60_000);

  it('waits for the keyspace and then takes a second', async () => {
    const rig = new Rig();
    const candidate = rig.candidate();
    candidate.stores.client.fail(Infinity);
    candidate.start();
    await rig.time.advance(1_500);
    candidate.stores.client.heal();
    await rig.time.advance(1_000);
    expect(candidate.tenure).toBeDefined();
  });

  it('takes over a lease that stopped beating after 30 s and not before, with a higher epoch', async () => {
    const rig = new Rig();
    const old = await rig.elect('a');
    const next = rig.candidate(watcher).start();
    await rig.time.advance(29_000);
    expect(next.tenure).toBeUndefined();
    await rig.time.advance(12_000);
    expect(next.tenure?.epoch).toBeGreaterThan((old.tenure?.epoch ?? 0) + 50_000_000);
    expect(old.tenure?.mayAct()).toBe(false);
  });

  it('leaves a lease alone that goes on beating', async () => {
    const rig = new Rig();
    (await rig.elect('a')).keep();
    const next = rig.candidate(watcher).start();
    await rig.time.advance(300_000);
    expect(next.tenure).toBeUndefined();
  });

  it.each([3_600_000, -3_600_000])('does not care that the clock of a candidate is %d ms off', async (ahead) => {
    const rig = new Rig();
    (await rig.elect('a')).keep();
    const next = rig.candidate(watcher, ahead).start();
    await rig.time.advance(300_000);
    expect(next.tenure).toBeUndefined();
  });

  it('takes a released lease at the next look, at once when a doorbell rings', async () => {
    const rig = new Rig();
    const old = await rig.elect('a');
    const next = rig.candidate(watcher).start();
    await rig.time.advance(2_000);
    if (old.tenure) expect(await releaseLease(old.stores.leases, old.tenure)).toBe(true);
    next.bell.ring();
    await rig.time.advance(500);
    expect(next.tenure).toBeDefined();
  });

  it('reads often only on the watchers', async () => {
    const rig = new Rig();
    (await rig.elect('a')).keep();
    const outsider = HOSTS.find((hostId) => hostId !== watcher && !others.includes(hostId)) ?? '';
    const [busy, calm] = [rig.candidate(watcher).start(), rig.candidate(outsider).start()];
    await rig.time.advance(120_000);
    expect(busy.stores.client.statistics().operations['leases.read']).toBe(13);
    expect(calm.stores.client.statistics().operations['leases.read']).toBe(3);
  });

  it.each<[LostAnswer, boolean]>([
    ['applied', true],
    ['late', true],
    ['lost', false],
  ])('knows after an acquisition without an answer whether it was %s', async (effect, elected) => {
    const rig = new Rig();
    const candidate = rig.candidate();
    candidate.stores.client.loseAnswer(effect, { matches: (operation) => operation === 'leases.acquire' });
    candidate.start();
    await rig.time.advance(400);
    expect(candidate.tenure !== undefined).toBe(elected);
    await rig.time.advance(3_000);
    expect(candidate.tenure?.epoch).toBe(rig.lease?.epoch);
  });

  it('does not lead when it cannot read whether it was elected, and tries again after a lease period', async () => {
    const rig = new Rig();
    const candidate = rig.candidate(watcher);
    let tried = false;
    const isTry = (operation: string) => {
      tried ||= operation === 'leases.acquire';
      return operation === 'leases.acquire';
    };
    candidate.stores.client.loseAnswer('applied', { matches: isTry });
    candidate.stores.client.fail(2, (operation) => tried && operation === 'leases.read');
    candidate.start();
    await rig.time.advance(10_000);
    expect(candidate.tenure).toBeUndefined();
    await rig.time.advance(40_000);
    expect(candidate.tenure?.epoch).toBe(rig.lease?.epoch);
  });

  it('says why it cannot compete when its clock is centuries ahead', async () => {
    const rig = new Rig();
    const candidate = rig.candidate('a', 9_000_000_000_000).start();
    await rig.time.advance(5_000);
    expect(candidate.tenure).toBeUndefined();
    expect(candidate.hindered).toMatch(/2255/);
    expect(rig.lease).toBeUndefined();
  });
});

describe('keeping the lease', () => {
  it('renews every 10 s with a beat of its own', async () => {
    const rig = new Rig();
    const leader = await rig.elect();
    leader.keep();
    await rig.time.advance(60_000);
    expect(rig.lease?.beat).toBe(6);
    expect(leader.tenure?.mayAct()).toBe(true);
    expect(leader.stores.client.statistics().operations['leases.renew']).toBe(6);
  });

  it('stops for good 20 s after the last renewal began, and does not renew again', async () => {
    const rig = new Rig();
    const leader = await rig.elect();
    leader.keep();
    await rig.time.advance(10_500);
    leader.stores.client.fail(Infinity);
    await rig.time.advance(19_000);
    expect(leader.tenure?.mayAct()).toBe(true);
    await rig.time.advance(1_500);
    expect(leader.tenure?.mayAct()).toBe(false);
    leader.stores.client.heal();
    await rig.time.advance(60_000);
    expect(leader.tenure?.endedBecause).toMatch(/not renewed/);
    expect(rig.lease?.beat).toBe(1);
  });

  it.each<[LostAnswer]>([['applied'], ['late']])(
    'goes on after a renewal without an answer that was %s',
    async (effect) => {
      const rig = new Rig();
      const leader = await rig.elect();
      leader.keep();
      leader.stores.client.loseAnswer(effect, { matches: (operation) => operation === 'leases.renew' });
      await rig.time.advance(29_000);
      expect(leader.tenure?.mayAct()).toBe(true);
    },
  );

  it('tries a lost renewal again after a second', async () => {
    const rig = new Rig();
    const leader = await rig.elect();
    leader.keep();
    leader.stores.client.loseAnswer('lost', { count: 3, matches: (operation) => operation === 'leases.renew' });
    await rig.time.advance(25_000);
    expect(leader.tenure?.mayAct()).toBe(true);
    expect(rig.lease?.beat).toBeGreaterThan(0);
  });

  it('ends when somebody else holds the lease', async () => {
    const rig = new Rig();
    const leader = await rig.elect();
    leader.keep();
    const thief: Lease = { epoch: 9e15, beat: 0, token: 'x', holder: 'z', acquiredAtMs: 0, cause: '' };
    await rig.candidate().stores.leases.acquire(thief, { epoch: rig.lease?.epoch ?? 0, beat: rig.lease?.beat ?? 0 });
    await rig.time.advance(10_500);
    expect(leader.tenure?.endedBecause).toMatch(/another sidecar/);
    if (leader.tenure) expect(await releaseLease(leader.stores.leases, leader.tenure)).toBe(false);
    expect(rig.lease?.token).toBe('x');
  });
});

describe('a tenure', () => {
  it('ends at any sight of a higher epoch, not at its own or a lower one', async () => {
    const { tenure } = await new Rig().elect();
    tenure?.saw((tenure?.epoch ?? 0) - 1);
    tenure?.saw(tenure?.epoch ?? 0);
    expect(tenure?.mayAct()).toBe(true);
    tenure?.saw((tenure?.epoch ?? 0) + 1);
    expect(tenure?.mayAct()).toBe(false);
    expect(tenure?.signal.aborted).toBe(true);
    expect(() => tenure?.requireActing()).toThrow(/newer leader/);
  });

  it('gives rising stamps of its own epoch', async () => {
    const { tenure } = await new Rig().elect();
    const stamps = [tenure?.nextStamp(), tenure?.nextStamp()];
    expect(stamps).toEqual([(tenure?.epoch ?? 0) + 1, (tenure?.epoch ?? 0) + 2]);
  });
});
