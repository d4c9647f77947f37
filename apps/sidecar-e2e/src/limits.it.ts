import { overlappingCommands, readCommandLog } from '@reaper-sidecar/cassandra-rig';
import { Dataset } from '@reaper-sidecar/dataset';
import { allSegments, createRun, overlapsOnANode, untilOver, untilRun } from '@reaper-sidecar/sidecar-rig';
import { leadingSidecar, startTestBed, type TestBed } from './test-bed.js';

const KEYSPACES = ['limits_a', 'limits_b', 'limits_c', 'limits_d'];
const SEGMENTS = 60;

let bed: TestBed;

beforeAll(async () => {
  bed = await startTestBed({ tokens: 4 });
  for (const [i, keyspace] of KEYSPACES.entries()) {
    const options = { keyspace, tables: ['a', 'b', 'c'], rowsPerTable: 200, replicationFactor: i % 2 === 0 ? 3 : 2 };
    await new Dataset(bed.cluster.nodes, options).create();
  }
});

afterAll(() => bed?.close());

/** Pairs of commands that ran with a node in common, by the record that Cassandra keeps. */
async function overlaps(sinceMs: number) {
  const log = (await readCommandLog(bed.cluster, KEYSPACES)).filter(({ startedMs }) => startedMs >= sinceMs);
  return { commands: log.length, overlapping: overlappingCommands(log) };
}

describe('repair commands with one node at the same time', () => {
  it('are not limited by Cassandra: its own record shows several', async () => {
    const startedMs = Date.now();
    const repairs = KEYSPACES.map((keyspace) => bed.cluster.nodetool(1, ['repair', '-full', keyspace]));
    for (const { exitCode } of await Promise.all(repairs)) expect(exitCode).toBe(0);
    expect((await overlaps(startedMs)).overlapping).not.toEqual([]);
  });

  it('are at most one of ours, over four runs and two leaders', async () => {
    const startedMs = Date.now();
    const runs = await Promise.all(
      KEYSPACES.map((keyspace, i) =>
        createRun(bed.fleet.sidecars[i % 3]!.url, { keyspace, segments: SEGMENTS, maxAttempts: 10 }),
      ),
    );
    await untilRun(bed.url, runs[3]!.id, ({ segments }) => segments.done >= SEGMENTS / 4);
    const victim = await leadingSidecar(bed.fleet);
    await victim.kill();
    await victim.start();
    for (const { id } of runs) expect(await untilOver(bed.url, id, 180_000)).toMatchObject({ state: 'DONE' });
    const segments = await Promise.all(runs.map(({ id }) => allSegments(victim.api, id)));
    expect(overlapsOnANode(segments.flat())).toEqual([]);
    const { commands, overlapping } = await overlaps(startedMs);
    expect(overlapping).toEqual([]);
    expect(commands).toBeGreaterThanOrEqual(KEYSPACES.length * SEGMENTS * 0.9);
  });
});
