import type { StartedCommand } from '../testing/simulated-commands.js';
import { SimulatedCluster } from '../testing/simulated-cluster.js';

/** The machine may be busy; virtual time is not real time. */
jest.setTimeout(120_000);

const SEGMENTS = 60;

/** The most commands that ran at the same time among those given. */
function mostAtOnce(commands: readonly StartedCommand[]): number {
  const changes = commands.flatMap(({ startedAtMs, endedAtMs = Infinity }) => [
    { atMs: startedAtMs, by: 1 },
    { atMs: endedAtMs, by: -1 },
  ]);
  changes.sort((a, b) => a.atMs - b.atMs || a.by - b.by);
  let now = 0;
  return changes.reduce((most, { by }) => Math.max(most, (now += by)), 0);
}

describe('Three runs under changing leaders', () => {
  it.each([1, 2, 3])('let a node take part in at most %d command(s) at a time, and use that', async (limit) => {
    const of = new SimulatedCluster({ hosts: 6, seed: limit, durationMs: 3_000, limits: { maxRepairsPerNode: limit } });
    of.tables = ['t', 'u', 'v'];
    of.startAll();
    await of.time.advance(30_000);
    const sizing = { kind: 'count', segments: SEGMENTS } as const;
    const runs = [];
    for (const table of of.tables)
      runs.push(await of.createRun({ tables: [table], sizing, priority: runs.length * 10 }));
    for (let deaths = 0; deaths < 3; deaths++) {
      await of.time.advance(15_000);
      const leader = of.leader;
      leader?.kill();
      await of.time.advance(20_000);
      leader?.boot();
    }
    for (const run of runs) await of.untilOver(run, 3_600_000);
    expect(of.violations).toEqual([]);
    for (const { hostId } of of.sidecars) {
      expect(mostAtOnce(of.commands.filter(({ participants }) => participants.includes(hostId)))).toBe(limit);
      expect(mostAtOnce(of.commands.filter((command) => command.hostId === hostId))).toBe(1);
    }
  });
});
