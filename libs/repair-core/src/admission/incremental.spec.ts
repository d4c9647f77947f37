import type { HostFacts, HostTask } from './admission-input.js';
import { RepairedDataUse } from './incremental.js';

const host = (hostId: string, ...tasks: HostTask[]): HostFacts => ({
  ...{ hostId, name: hostId, sidecar: 'live', silentForMs: 0, gate: { open: true } },
  ...{ tasks, coordinates: false, restsForMs: 0, lastCoordinated: 0 },
});

const set = (keyspace: string, tables: string[], participants: string[]) => ({
  ...{ key: participants.join(), participants, ready: 1 },
  repairedData: { keyspace, tables },
});

const codes = (use: RepairedDataUse, wanted: ReturnType<typeof set>, ...hosts: HostFacts[]) =>
  use.obstacles(wanted, hosts).map(({ code }) => code);

describe('RepairedDataUse', () => {
  const busy = host('a', { runId: 'r1', coordinator: 'a', repairedData: { keyspace: 'shop', tables: ['orders'] } });
  const mine = set('shop', ['carts', 'orders'], ['a', 'b']);

  it('keeps a second one off a table of a node', () => {
    expect(new RepairedDataUse().obstacles(mine, [busy, host('b')])).toEqual([
      { code: 'INCREMENTAL_ELSEWHERE', evidence: 'a repairs table shop.orders incrementally for run r1' },
    ]);
  });

  it('keeps it off also when the first was granted a moment ago', () => {
    const use = new RepairedDataUse();
    use.take('r1', set('shop', ['orders'], ['b', 'c']));
    expect(codes(use, mine, host('a'), host('b'))).toEqual(['INCREMENTAL_ELSEWHERE']);
  });

  it.each([
    ['other tables', set('shop', ['carts'], ['a', 'b'])],
    ['the same table of another keyspace', set('other', ['orders'], ['a', 'b'])],
  ])('lets %s go on', (_what, wanted) => {
    expect(codes(new RepairedDataUse(), wanted, busy, host('b'))).toEqual([]);
  });

  it('lets a full repair go on beside it, and it beside a full repair', () => {
    const full = { key: 'a,b', participants: ['a', 'b'], ready: 1 };
    expect(new RepairedDataUse().obstacles(full, [busy])).toEqual([]);
    expect(codes(new RepairedDataUse(), mine, host('a', { runId: 'r1', coordinator: 'a' }), host('b'))).toEqual([]);
  });
});
