import type { KeyspaceInfo } from '../ports/cluster-view.js';
import { resolveUnit } from './resolve-unit.js';
import type { RunRequest } from './run-request.js';

const table = (name: string) => ({ name, gcGraceSeconds: 864_000, compaction: 'SizeTieredCompactionStrategy' });

const shop: KeyspaceInfo = {
  name: 'shop',
  replicationClass: 'NetworkTopologyStrategy',
  replicationFactors: { dc1: 3 },
  tables: ['users', 'carts', 'orders'].map(table),
};

const windows: KeyspaceInfo = {
  ...shop,
  tables: [
    table('users'),
    { ...table('events'), compaction: 'TimeWindowCompactionStrategy' },
    { ...table('logs'), compaction: 'DateTieredCompactionStrategy' },
  ],
};

const request: RunRequest = {
  keyspace: 'shop',
  mode: 'full',
  parallelism: 'parallel',
  datacenters: [],
  hostIds: [],
  jobThreads: 1,
  sizing: { kind: 'auto' },
  intensity: 1,
  segmentTimeoutMs: 1_800_000,
  maxAttempts: 3,
  priority: 50,
  cause: '',
  createdBy: 'test',
};

describe('resolveUnit', () => {
  it('names every table, sorted, when none is named', () => {
    expect(resolveUnit(request, shop).tables).toEqual(['carts', 'orders', 'users']);
  });

  it('gives equal units for equal wishes in another order', () => {
    const a = resolveUnit({ ...request, tables: ['users', 'carts'], datacenters: ['b', 'a'] }, shop);
    const b = resolveUnit({ ...request, tables: ['carts', 'users'], datacenters: ['a', 'b'] }, shop);
    expect(a).toEqual(b);
  });

  it('leaves out what is excluded', () => {
    expect(resolveUnit({ ...request, excludeTables: ['users'] }, shop).tables).toEqual(['carts', 'orders']);
  });

  it('repairs tables with time windows unless it is told not to', () => {
    expect(resolveUnit(request, windows).tables).toEqual(['events', 'logs', 'users']);
    expect(resolveUnit({ ...request, excludeTimeWindowTables: true }, windows).tables).toEqual(['users']);
  });

  it('does not take unified compaction for time windows', () => {
    const keyspace = { ...shop, tables: [{ ...table('users'), compaction: 'UnifiedCompactionStrategy' }] };
    expect(resolveUnit({ ...request, excludeTimeWindowTables: true }, keyspace).tables).toEqual(['users']);
  });

  it('repairs one copy in each of two datacenters', () => {
    const keyspace = { ...shop, replicationFactors: { dc1: 1, dc2: 1 } };
    expect(resolveUnit(request, keyspace).keyspace).toBe('shop');
  });

  it('leaves a strategy that tells no factors to the ring', () => {
    expect(resolveUnit(request, { ...shop, replicationFactors: {} }).keyspace).toBe('shop');
  });

  it.each([
    ['a table that does not exist', { tables: ['nope'] }, shop, 'UNKNOWN_TABLE'],
    ['an excluded table that does not exist', { excludeTables: ['nope'] }, shop, 'UNKNOWN_TABLE'],
    ['one copy', {}, { ...shop, replicationFactors: { dc1: 1 } }, 'NOTHING_TO_REPAIR'],
    ['no tables', {}, { ...shop, tables: [] }, 'NOTHING_TO_REPAIR'],
    ['only excluded tables', { tables: ['users'], excludeTables: ['users'] }, shop, 'NOTHING_TO_REPAIR'],
    ['a local keyspace', {}, { ...shop, replicationClass: 'LocalStrategy' }, 'KEYSPACE_NOT_REPLICATED'],
    [
      'only tables with time windows',
      { tables: ['events'], excludeTimeWindowTables: true },
      windows,
      'NOTHING_TO_REPAIR',
    ],
    [
      'what exclusions of both kinds leave',
      { excludeTables: ['users'], excludeTimeWindowTables: true },
      windows,
      'NOTHING_TO_REPAIR',
    ],
  ])('refuses %s', (_title, change, keyspace, code) => {
    expect(() => resolveUnit({ ...request, ...change }, keyspace)).toThrow(expect.objectContaining({ code }));
  });
});
