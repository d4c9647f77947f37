import { StartRefusedError, type RepairCommand } from '@reaper-sidecar/repair-core';
import { CassandraRelease } from '../mbeans/release.js';
import { repairOptions } from './repair-options.js';

const COMMAND: RepairCommand = {
  keyspace: 'ks',
  tables: ['t1', 't2'],
  ranges: ['-9223372036854775808:-5', '10:20'],
  mode: 'full',
  parallelism: 'datacenter-aware',
  datacenters: [],
  hosts: [],
  jobThreads: 2,
};

function options(change: Partial<RepairCommand> = {}, release = '5.0.9') {
  return Object.fromEntries(repairOptions({ ...COMMAND, ...change }, CassandraRelease.parse(release)));
}

describe('repairOptions', () => {
  it('sends every option that matters as text', () => {
    expect(options()).toEqual({
      parallelism: 'dc_parallel',
      incremental: 'false',
      columnFamilies: 't1,t2',
      jobThreads: '2',
      primaryRange: 'false',
      trace: 'false',
      ranges: '-9223372036854775808:-5,10:20',
      repairPaxos: 'true',
    });
  });

  it.each([
    ['parallel', 'parallel'],
    ['sequential', 'sequential'],
    ['datacenter-aware', 'dc_parallel'],
  ] as const)('says %s as %s', (parallelism, option) => {
    expect(options({ parallelism })['parallelism']).toBe(option);
  });

  it.each([
    ['full', 'false'],
    ['subrange-incremental', 'true'],
    ['incremental', 'true'],
  ] as const)('repairs %s with incremental %s', (mode, incremental) => {
    expect(options({ mode })['incremental']).toBe(incremental);
  });

  it.each([
    ['all', 'ALL'],
    ['unrepaired', 'UNREPAIRED'],
    ['repaired', 'REPAIRED'],
  ] as const)('previews %s as %s, without Paxos, which Cassandra refuses then', (preview, option) => {
    expect(options({ preview })).toMatchObject({ previewKind: option, incremental: 'false' });
    expect(options({ preview })).not.toHaveProperty('repairPaxos');
  });

  it('names no kind of preview for a real repair', () => {
    expect(options()).not.toHaveProperty('previewKind');
  });

  it('names datacenters or hosts only when the unit restricts them', () => {
    expect(options({ datacenters: ['dc1', 'dc2'] })['dataCenters']).toBe('dc1,dc2');
    expect(options({ hosts: ['10.0.0.1:7000', '10.0.0.2:7000'] })['hosts']).toBe('10.0.0.1:7000,10.0.0.2:7000');
    expect(options()).not.toHaveProperty('dataCenters');
    expect(options()).not.toHaveProperty('hosts');
  });

  it.each(['3.11.19', '4.0.19'])('does not name Paxos to %s, which has no such option', (release) => {
    expect(options({}, release)).not.toHaveProperty('repairPaxos');
  });

  it.each<[string, Partial<RepairCommand>, string]>([
    ['without tables', { tables: [] }, 'would repair all of them'],
    ['with a comma in a table', { tables: ['a,b'] }, 'tables has "a,b"'],
    ['without ranges', { ranges: [] }, 'would repair all ranges of the node'],
    ['of a whole node without ranges', { mode: 'incremental', ranges: [] }, 'would repair all ranges of the node'],
    ['that is incremental in one datacenter', { mode: 'incremental', datacenters: ['a'] }, 'marks nothing as repaired'],
    ['that is incremental on some hosts', { mode: 'subrange-incremental', hosts: ['a'] }, 'marks nothing as repaired'],
    ['that previews incrementally', { mode: 'incremental', preview: 'all' }, 'a preview goes with full'],
    ['with half a range', { ranges: ['10'] }, 'ranges has "10"'],
    ['with both filters', { datacenters: ['a'], hosts: ['b'] }, 'cannot be used together'],
    ['with a blank datacenter', { datacenters: [''] }, 'datacenters has ""'],
    ['with too many threads', { jobThreads: 5 }, 'allowed are 1 to 4'],
    ['with half a thread', { jobThreads: 1.5 }, 'allowed are 1 to 4'],
  ])('refuses a command %s', (_what, change, message) => {
    expect(() => options(change)).toThrow(StartRefusedError);
    expect(() => options(change)).toThrow(message);
  });

  it.each<Partial<RepairCommand>>([{ mode: 'subrange-incremental' }, { mode: 'incremental' }, { preview: 'all' }])(
    'refuses %j on 3.11, which would do something else',
    (change) => {
      expect(() => options(change, '3.11.19')).toThrow('needs Cassandra 4.0');
      for (const release of ['4.0.19', '4.1.10', '5.0.9', '6.0-alpha2']) options(change, release);
    },
  );

  it('takes a datacenter with a space in its name', () => {
    expect(options({ datacenters: ['dc 1'] })['dataCenters']).toBe('dc 1');
  });

  it('reports all mistakes at once', () => {
    expect(() => options({ tables: [], jobThreads: 0 })).toThrow(/no tables.*; jobThreads is 0/);
  });
});
