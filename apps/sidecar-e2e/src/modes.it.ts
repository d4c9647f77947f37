import { createApiClient } from '@reaper-sidecar/api-client';
import { type Dataset, totalDamage } from '@reaper-sidecar/dataset';
import { allSegments, createRun, type Segment, untilOver, type WantedRun } from '@reaper-sidecar/sidecar-rig';
import { damagedKeyspace, startTestBed, type TestBed } from './test-bed.js';

/** Any release from 4.0 on. */
const VERSION = process.env['REAPER_TEST_MODES_VERSION'];

let bed: TestBed;

beforeAll(async () => {
  bed = await startTestBed({ tokens: 4, ...(VERSION !== undefined && { version: VERSION, readyTimeoutMs: 300_000 }) });
});

afterAll(() => bed?.close());

describe('incremental repair', () => {
  it('of whole nodes repairs each once, by itself, and marks the data as repaired', async () => {
    const dataset = await damaged('whole');
    const { run, segments } = await repaired({ keyspace: 'whole', mode: 'incremental' });
    expect(run).toMatchObject({ state: 'DONE', mode: 'incremental', segments: { total: 3, done: 3 } });
    expect(new Set(segments.map(({ coordinator }) => coordinator)).size).toBe(3);
    expect(totalDamage(await dataset.audit())).toBe(0);
    expect(await repairedAtOf('whole', segments)).not.toContain(0);

    const again = await preview({ keyspace: 'whole', preview: 'repaired' });
    expect(again).toMatchObject({ state: 'DONE', differences: { segments: 0, ranges: 0, bytes: 0 } });
  });

  it('of subranges repairs as well, also one replica after the other', async () => {
    const dataset = await damaged('subranges');
    const { run, segments } = await repaired({
      ...{ keyspace: 'subranges', mode: 'subrange-incremental', parallelism: 'sequential', segments: 6 },
    });
    expect(run).toMatchObject({ state: 'DONE', segments: { total: 6, done: 6, failed: 0 } });
    expect(totalDamage(await dataset.audit())).toBe(0);
    expect(await repairedAtOf('subranges', segments)).not.toContain(0);
  });

  it('of one table waits for another that has it, instead of failing it', async () => {
    const dataset = await damaged('twice', ['a', 'b']);
    const runs = await Promise.all([
      createRun(bed.url, { keyspace: 'twice', mode: 'incremental' }),
      createRun(bed.url, { keyspace: 'twice', mode: 'subrange-incremental', tables: ['a'], segments: 6 }),
    ]);
    for (const { id } of runs) {
      const over = await untilOver(bed.url, id);
      expect(over).toMatchObject({ state: 'DONE', segments: { failed: 0 } });
      const segments = await allSegments(createApiClient(bed.url), id);
      expect(segments.map(({ attempt }) => attempt)).toEqual(segments.map(() => 1));
    }
    expect(totalDamage(await dataset.audit())).toBe(0);
  });
});

describe('a preview', () => {
  it('tells the damage, changes nothing, and leaves no record of a repair', async () => {
    const dataset = await damaged('previewed', ['a', 'b']);
    const before = await dataset.audit();

    const all = await preview({ keyspace: 'previewed', preview: 'all', segments: 6 });
    expect(all).toMatchObject({ state: 'DONE', preview: 'all', segments: { total: 6, done: 6, failed: 0 } });
    expect(all.differences?.segments).toBeGreaterThan(0);
    expect(all.differences?.ranges).toBeGreaterThan(0);
    expect(all.differences?.bytes).toBeGreaterThan(0);
    const segments = await allSegments(createApiClient(bed.url), all.id);
    const tables = new Set(segments.flatMap(({ differences }) => differences?.tables.map(({ table }) => table) ?? []));
    expect([...tables].sort()).toEqual(['a', 'b']);

    const unrepaired = await preview({ keyspace: 'previewed', preview: 'unrepaired', segments: 6 });
    expect(unrepaired.differences?.ranges).toBeGreaterThan(0);
    const marked = await preview({ keyspace: 'previewed', preview: 'repaired', segments: 6 });
    expect(marked).toMatchObject({ state: 'DONE', differences: { segments: 0, ranges: 0, bytes: 0 } });

    expect(await dataset.audit()).toEqual(before);
    const history = await bed.cluster.cql(1, 'SELECT keyspace_name FROM system_distributed.parent_repair_history');
    expect(history.filter((row) => row['keyspace_name'] === 'previewed')).toEqual([]);
  });

  it('finds nothing after a repair', async () => {
    const dataset = await damaged('mended');
    expect((await repaired({ keyspace: 'mended' })).run.state).toBe('DONE');
    expect(totalDamage(await dataset.audit())).toBe(0);
    const after = await preview({ keyspace: 'mended', preview: 'all' });
    expect(after).toMatchObject({ state: 'DONE', differences: { segments: 0, ranges: 0, bytes: 0 } });
  });
});

describe('a full repair', () => {
  it('with four job threads, one replica after the other, is what Cassandra is asked for', async () => {
    const dataset = await damaged('threads', ['a', 'b', 'c', 'd', 'e']);
    const { run, segments } = await repaired({
      ...{ keyspace: 'threads', parallelism: 'sequential', jobThreads: 4, segments: 3 },
    });
    expect(run).toMatchObject({ state: 'DONE', jobThreads: 4 });
    expect(totalDamage(await dataset.audit())).toBe(0);
    for (const options of await optionsOf(segments)) {
      expect(options).toMatchObject({ jobThreads: '4', parallelism: 'sequential', incremental: 'false' });
    }
  });

  it('of some tables leaves the others as they are', async () => {
    const dataset = await damaged('partly', ['kept', 'mended', 'windows']);
    await bed.cluster.cql(1, `ALTER TABLE partly.windows WITH compaction = {'class': 'TimeWindowCompactionStrategy'}`);
    const wanted = { keyspace: 'partly', excludeTables: ['kept'], excludeTimeWindowTables: true };
    const { run } = await repaired(wanted);
    expect(run).toMatchObject({ state: 'DONE', tables: ['mended'] });
    const damagedAfter = totalDamage(await dataset.audit());
    expect(damagedAfter).toBeGreaterThan(0);
    await repaired({ keyspace: 'partly', tables: ['kept', 'windows'] });
    expect(totalDamage(await dataset.audit())).toBe(0);
  });

  it('among two of three nodes is never coordinated by the third, and mends the two', async () => {
    const dataset = await damaged('pair');
    const { data: nodes } = await createApiClient(bed.url).GET('/api/v1/nodes');
    const pair = nodes!.items.filter(({ address }) => !address.startsWith(bed.cluster.node(1).address));
    const hostIds = pair.map(({ hostId }) => hostId);
    expect(hostIds).toHaveLength(2);
    const { run, segments } = await repaired({ keyspace: 'pair', hostIds, segments: 6 });
    expect(run.state).toBe('DONE');
    for (const segment of segments) {
      expect(hostIds).toContain(segment.coordinator);
      expect([...segment.replicas].sort()).toEqual([...hostIds].sort());
    }
    expect(totalDamage(await dataset.audit())).toBe(0);
  });
});

describe('a full repair of one datacenter', () => {
  let two: TestBed;

  beforeAll(async () => {
    two = await startTestBed({
      nodes: 4,
      tokens: 4,
      datacenters: [
        { name: 'west', nodes: 2 },
        { name: 'east', nodes: 2 },
      ],
    });
  });

  afterAll(() => two?.close());

  it('is coordinated and joined by its nodes only, and mends them', async () => {
    const dataset = await damagedKeyspace(two, { keyspace: 'eastern', tables: ['t'], replicationFactor: 2 });
    const { data: nodes } = await createApiClient(two.url).GET('/api/v1/nodes');
    const eastern = nodes!.items.filter(({ datacenter }) => datacenter === 'east').map(({ hostId }) => hostId);
    expect(eastern).toHaveLength(2);
    const { run, segments } = await repaired({ keyspace: 'eastern', datacenters: ['east'], segments: 6 }, two);
    expect(run).toMatchObject({ state: 'DONE', datacenters: ['east'], segments: { done: 6, failed: 0 } });
    for (const { coordinator, replicas } of segments) {
      expect(eastern).toContain(coordinator);
      expect([...replicas].sort()).toEqual([...eastern].sort());
    }
    expect(totalDamage(await dataset.audit())).toBe(0);

    for (const mode of ['incremental', 'subrange-incremental'] as const) {
      await expect(createRun(two.url, { keyspace: 'eastern', datacenters: ['east'], mode })).rejects.toThrow(
        /UNSUPPORTED_MODE.*every replica/,
      );
    }
  });
});

/** Node 3 misses rows of the keyspace. */
function damaged(keyspace: string, tables = ['t']): Promise<Dataset> {
  return damagedKeyspace(bed, { keyspace, tables, rowsPerTable: 200 });
}

async function repaired(wanted: WantedRun, { url } = bed) {
  const { id } = await createRun(url, wanted);
  const run = await untilOver(url, id);
  return { run, segments: await allSegments(createApiClient(url), id) };
}

async function preview(wanted: WantedRun) {
  return (await repaired(wanted)).run;
}

/** When the data counts as repaired, by Cassandra's own record of incremental sessions; 0 = not at all. */
async function repairedAtOf(keyspace: string, segments: readonly Segment[]): Promise<number[]> {
  const ids = new Set(segments.map(({ sessionId }) => sessionId));
  const rows = await bed.cluster.cql(1, 'SELECT parent_id, repaired_at FROM system.repairs');
  const own = rows.filter((row) => ids.has(String(row['parent_id'])));
  if (own.length === 0) throw new Error(`Node 1 knows no incremental session of ${keyspace}`);
  return own.map((row) => Number(row['repaired_at']));
}

/** The options that reached Cassandra, by its own record. */
async function optionsOf(segments: readonly Segment[]): Promise<Record<string, string>[]> {
  const ids = new Set(segments.map(({ sessionId }) => sessionId));
  const rows = await bed.cluster.cql(1, 'SELECT parent_id, options FROM system_distributed.parent_repair_history');
  const own = rows.filter((row) => ids.has(String(row['parent_id'])));
  expect(own).toHaveLength(ids.size);
  return own.map((row) => Object.fromEntries(row['options'] as Map<string, string>));
}
