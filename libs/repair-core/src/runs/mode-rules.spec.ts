import type { ClusterNode } from '../ports/cluster-view.js';
import type { RepairUnit } from '../model/repair-unit.js';
import { requireReleases, requireSensibleMode } from './mode-rules.js';
import type { RunRequest } from './run-request.js';

const REQUEST: RunRequest = {
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

const UNIT: RepairUnit = {
  ...{ keyspace: 'shop', tables: ['t'], mode: 'full', parallelism: 'parallel' },
  ...{ datacenters: [], hostIds: [], jobThreads: 1 },
};

const unsupported = (says: string) =>
  expect.objectContaining({ code: 'UNSUPPORTED_MODE', message: expect.stringContaining(says) });

describe('requireSensibleMode', () => {
  it.each<Partial<RunRequest>>([
    {},
    { datacenters: ['dc1'], hostIds: ['a', 'b'] },
    { mode: 'incremental' },
    { mode: 'incremental', parallelism: 'sequential' },
    { mode: 'subrange-incremental', sizing: { kind: 'count', segments: 5 } },
    { preview: 'repaired', datacenters: ['dc1'], sizing: { kind: 'count', segments: 5 } },
  ])('accepts %j', (change) => {
    requireSensibleMode({ ...REQUEST, ...change });
  });

  it.each<[Partial<RunRequest>, string]>([
    [{ mode: 'incremental', datacenters: ['dc1'] }, 'only when every replica takes part'],
    [{ mode: 'incremental', hostIds: ['a', 'b'] }, 'only when every replica takes part'],
    [{ mode: 'subrange-incremental', datacenters: ['dc1'] }, 'only when every replica takes part'],
    [{ mode: 'incremental', sizing: { kind: 'count', segments: 5 } }, 'one segment for every node'],
    [{ mode: 'incremental', preview: 'unrepaired' }, 'leave "mode" out'],
  ])('refuses %j and says why', (change, why) => {
    expect(() => requireSensibleMode({ ...REQUEST, ...change })).toThrow(unsupported(why));
  });
});

describe('requireReleases', () => {
  const nodes = (...releases: (string | undefined)[]) =>
    releases.map((releaseVersion, n): ClusterNode => ({
      ...{ hostId: `host-${n}`, address: `10.0.0.${n}`, datacenter: 'dc1', rack: 'r1' },
      ...{ up: true, state: 'NORMAL', tokens: 1 },
      ...(releaseVersion !== undefined && { releaseVersion }),
    }));

  it.each<[Partial<RepairUnit>, string[]]>([
    [{}, ['3.11.19']],
    [{ mode: 'incremental' }, ['4.0.19', '4.1.10']],
    [{ mode: 'subrange-incremental' }, ['6.0-alpha2']],
    [{ preview: 'all' }, ['4.0.19', '5.0.9']],
  ])('accepts %j on %j', (change, releases) => {
    requireReleases({ ...UNIT, ...change }, nodes(...releases));
  });

  it('leaves a node of unknown release to its own sidecar', () => {
    requireReleases({ ...UNIT, mode: 'incremental' }, nodes('4.1.10', undefined));
  });

  it.each<[Partial<RepairUnit>, string]>([
    [{ mode: 'incremental' }, 'use mode "full"'],
    [{ mode: 'subrange-incremental' }, 'use mode "full"'],
    [{ preview: 'all' }, 'leave "preview" out'],
  ])('refuses %j as long as one node is older than 4.0', (change, instead) => {
    const refuse = () => requireReleases({ ...UNIT, ...change }, nodes('4.0.19', '3.11.19'));
    expect(refuse).toThrow(unsupported('10.0.0.1 runs 3.11.19'));
    expect(refuse).toThrow(unsupported(instead));
  });
});
