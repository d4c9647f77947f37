import { EventEmitter } from 'node:events';
import { type Client, type Host, type HostMap, types } from 'cassandra-driver';
import { MAX_FALLBACK_HOSTS, OwnNodePolicy } from './own-node-policy.js';

class FakeHost {
  readonly hostId: { toString(): string };
  pools = 0;

  constructor(
    id: string,
    readonly datacenter = 'dc1',
  ) {
    this.hostId = { toString: () => id };
  }

  initializePool(): void {
    this.pools += 1;
  }
}

class FakeHosts extends EventEmitter {
  constructor(readonly list: FakeHost[]) {
    super();
    this.setMaxListeners(0);
  }

  values(): FakeHost[] {
    return this.list;
  }
}

const hostsOf = (count: number, datacenter = 'dc1') =>
  Array.from({ length: count }, (_, n) => new FakeHost(`${datacenter}-${n}`, datacenter));

function policyFor(own: FakeHost, hosts: FakeHosts, localDataCenter?: string): OwnNodePolicy {
  const policy = new OwnNodePolicy(localDataCenter);
  const client = { getState: () => ({ getConnectedHosts: () => [own] }) } as unknown as Client;
  policy.init(client, hosts as unknown as HostMap, (error) => expect(error).toBeNull());
  return policy;
}

function planOf(policy: OwnNodePolicy): string[] {
  let plan: string[] = [];
  policy.newQueryPlan('', {} as never, (_error, hosts) => {
    plan = [...{ [Symbol.iterator]: () => hosts }].map((host) => host.hostId.toString());
  });
  return plan;
}

const distance = (policy: OwnNodePolicy, host: FakeHost) => policy.getDistance(host as unknown as Host);

describe('OwnNodePolicy', () => {
  it('asks the own node first, then two others of its datacenter', () => {
    const hosts = new FakeHosts([...hostsOf(10), ...hostsOf(10, 'dc2')]);
    const own = hosts.list[4] as FakeHost;
    const plan = planOf(policyFor(own, hosts));
    expect(plan).toHaveLength(1 + MAX_FALLBACK_HOSTS);
    expect(plan[0]).toBe('dc1-4');
    for (const id of plan) expect(id).toMatch(/^dc1-/);
  });

  it('ignores all other nodes, so that it opens three connections in a cluster of any size', () => {
    const hosts = new FakeHosts(hostsOf(1_000));
    const own = hosts.list[0] as FakeHost;
    const policy = policyFor(own, hosts);
    const used = hosts.list.filter((host) => distance(policy, host) !== types.distance.ignored);
    expect(used).toHaveLength(3);
    expect(distance(policy, own)).toBe(types.distance.local);
  });

  it('spreads the fallbacks of many sidecars over the cluster', () => {
    const hosts = new FakeHosts(hostsOf(30));
    const used = new Map<string, number>();
    for (const own of hosts.list) {
      for (const id of planOf(policyFor(own, hosts)).slice(1)) used.set(id, (used.get(id) ?? 0) + 1);
    }
    expect(used.size).toBeGreaterThan(20);
    expect(Math.max(...used.values())).toBeLessThan(10);
  });

  it('keeps its fallbacks when nodes join', () => {
    const hosts = new FakeHosts(hostsOf(5));
    const policy = policyFor(hosts.list[0] as FakeHost, hosts);
    const before = planOf(policy);
    for (const host of hostsOf(40, 'dc1').slice(5)) hosts.list.push(host);
    hosts.emit('add');
    expect(planOf(policy)).toEqual(before);
  });

  it('opens a connection to another node when a fallback leaves the cluster', () => {
    const hosts = new FakeHosts(hostsOf(10));
    const policy = policyFor(hosts.list[0] as FakeHost, hosts);
    const [own, left, kept] = planOf(policy);
    hosts.list.splice(
      hosts.list.findIndex(({ hostId }) => hostId.toString() === left),
      1,
    );
    hosts.emit('remove');
    const [stillOwn, ...others] = planOf(policy);
    expect(stillOwn).toBe(own);
    expect(others).toContain(kept);
    expect(others).not.toContain(left);
    const opened = hosts.list.filter(({ pools }) => pools === 1).map(({ hostId }) => hostId.toString());
    expect(opened.sort()).toEqual([...others].sort());
  });

  it('knows the own node by its id when the driver replaces it', () => {
    const hosts = new FakeHosts(hostsOf(3));
    const policy = policyFor(hosts.list[0] as FakeHost, hosts);
    const again = new FakeHost('dc1-0');
    hosts.list.splice(0, 1, again);
    hosts.emit('add');
    expect(policy.own()).toBe(again);
    expect(distance(policy, again)).toBe(types.distance.local);
  });

  it('is alone in a datacenter of one node', () => {
    const hosts = new FakeHosts([...hostsOf(1), ...hostsOf(3, 'dc2')]);
    expect(planOf(policyFor(hosts.list[0] as FakeHost, hosts))).toEqual(['dc1-0']);
  });
});
