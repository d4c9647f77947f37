import { isWatcher, WATCHERS, watchersOf } from './watchers.js';

const HOSTS = Array.from({ length: 20 }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);

describe('watchers of the lease', () => {
  it('are three, and everybody names the same ones whatever the order', () => {
    const watchers = watchersOf(HOSTS);
    expect(watchers).toHaveLength(WATCHERS);
    expect(watchersOf([...HOSTS].reverse())).toEqual(watchers);
    const nodes = HOSTS.map((hostId) => ({ hostId, up: true }));
    expect(HOSTS.filter((hostId) => isWatcher(hostId, nodes)).sort()).toEqual([...watchers].sort());
  });

  it('are replaced by the next ones when they are down', () => {
    const down = watchersOf(HOSTS);
    const up = HOSTS.filter((hostId) => !down.includes(hostId));
    expect(watchersOf(up)).toHaveLength(WATCHERS);
    expect(watchersOf(up).some((hostId) => down.includes(hostId))).toBe(false);
    const nodes = HOSTS.map((hostId) => ({ hostId, up: !down.includes(hostId) }));
    expect(up.filter((hostId) => isWatcher(hostId, nodes))).toHaveLength(WATCHERS);
    expect(isWatcher(down[0] ?? '', nodes)).toBe(true);
  });

  it('are not simply the first hosts of a sorted list', () => {
    expect([...watchersOf(HOSTS)].sort()).not.toEqual(HOSTS.slice(0, WATCHERS));
  });

  it('include a host that nobody else is up with', () => {
    expect(isWatcher('alone', [])).toBe(true);
  });
});
