import { PARTITIONERS } from '@reaper-sidecar/segment-planner';
import { SIMULATED_KEYSPACE, SimulatedCluster } from '../testing/simulated-cluster.js';

jest.setTimeout(60_000);

const { Murmur3Partitioner: partitioner } = PARTITIONERS;
const count = (segments: number) => ({ sizing: { kind: 'count', segments } as const });

/** A cluster whose own keyspace can be altered. */
async function cluster() {
  const of = new SimulatedCluster();
  const facts = { replication: 'NetworkTopologyStrategy, dc1: 1', guardrails: [] as string[] };
  of.inspector = {
    keyspace: SIMULATED_KEYSPACE,
    replication: async () => facts.replication,
    timestampGuardrails: async () => facts.guardrails,
  };
  of.startAll();
  await of.time.advance(3_000);
  return { of, facts };
}

const reasons = async (of: SimulatedCluster) =>
  of.leader?.process?.leadership.snapshot().runs.flatMap((run) => run.reasons.map(({ code }) => code)) ?? [];

async function repairEverything(of: SimulatedCluster, startedAtMs: number) {
  const { maxToken } = partitioner;
  of.history.plant(
    {
      parentId: `p${startedAtMs}`,
      tables: ['t'],
      successfulRanges: [`${maxToken}:${maxToken}`],
      state: 'completed',
      startedAtMs,
      pullOnly: false,
    },
    of.nodes.map(({ address }) => address),
  );
}

describe('a change of replication of the keyspace of the sidecars', () => {
  it('holds everything until the keyspace was repaired, then begins a new epoch', async () => {
    const { of, facts } = await cluster();
    facts.replication = 'NetworkTopologyStrategy, dc1: 3';
    await of.time.advance(40_000);
    const before = of.leader?.process?.leadership.snapshot().epoch ?? 0;
    const run = await of.createRun(count(3));
    await of.time.advance(30_000);
    expect(await reasons(of)).toEqual(['STORAGE_REPLICATION_CHANGED']);
    expect(of.commands).toEqual([]);
    await repairEverything(of, of.time.wallMs());
    await of.untilOver(run, 120_000);
    expect(of.leader?.process?.leadership.snapshot().epoch).toBeGreaterThan(before);
    expect(of.commands.length).toBeGreaterThan(0);
  });

  it('is not forgotten when the leader dies', async () => {
    const { of, facts } = await cluster();
    facts.replication = 'NetworkTopologyStrategy, dc1: 3';
    await of.time.advance(40_000);
    of.leader?.kill();
    await of.createRun(count(3));
    await of.time.advance(120_000);
    expect(await reasons(of)).toEqual(['STORAGE_REPLICATION_CHANGED']);
  });

  it('is noticed by a leader that comes after it', async () => {
    const { of, facts } = await cluster();
    for (const one of of.sidecars) one.kill();
    facts.replication = 'NetworkTopologyStrategy, dc1: 3';
    await of.time.advance(40_000);
    of.startAll();
    await of.createRun(count(3));
    await of.time.advance(120_000);
    expect(await reasons(of)).toEqual(['STORAGE_REPLICATION_CHANGED']);
  });

  it('is not answered by a repair that had begun before it was noticed, however far ahead its clock is', async () => {
    const { of, facts } = await cluster();
    await repairEverything(of, of.time.wallMs() + 3_600_000);
    facts.replication = 'NetworkTopologyStrategy, dc1: 3';
    await of.time.advance(40_000);
    await of.createRun(count(3));
    await of.time.advance(60_000);
    expect(await reasons(of)).toEqual(['STORAGE_REPLICATION_CHANGED']);
    await repairEverything(of, of.time.wallMs() + 3_600_000);
    await of.time.advance(60_000);
    expect(of.commands.length).toBeGreaterThan(0);
  });

  it('revokes what waits in lists, and leaves what runs', async () => {
    const { of, facts } = await cluster();
    const run = await of.createRun(count(60));
    await of.time.advance(5_000);
    const started = of.commands.length;
    expect(started).toBeGreaterThan(0);
    facts.replication = 'NetworkTopologyStrategy, dc1: 3';
    await of.time.advance(25_000);
    const later = of.commands.length;
    await of.time.advance(60_000);
    expect(of.commands.length).toBe(later);
    expect(await of.activeRun(run)).toBeDefined();
  });
});

describe('the first look', () => {
  it('starts nothing while the note could be hidden from a quorum', async () => {
    const { of, facts } = await cluster();
    facts.replication = 'NetworkTopologyStrategy, dc1: 3';
    await of.time.advance(40_000);
    of.storage.tables.leaderNotes.at('replication').delete(Number.MAX_SAFE_INTEGER);
    for (const one of of.sidecars) one.kill();
    await of.time.advance(1_000);
    of.startAll();
    for (const one of of.sidecars) {
      one.process?.stores.client.fail(Infinity, (operation) => operation === 'leaderNotes.readFromAll');
    }
    await of.createRun(count(3));
    await of.time.advance(120_000);
    expect(await reasons(of)).toEqual(['STORAGE_UNREACHABLE']);
    expect(of.commands).toEqual([]);
  });
});

describe('a guardrail on timestamps', () => {
  it('holds everything until it is unset', async () => {
    const { of, facts } = await cluster();
    facts.guardrails.push('maximum_timestamp_fail_threshold = 1d');
    await of.time.advance(310_000);
    const run = await of.createRun(count(3));
    await of.time.advance(30_000);
    expect(await reasons(of)).toEqual(['TIMESTAMP_GUARDRAIL']);
    expect(of.commands).toEqual([]);
    facts.guardrails.pop();
    await of.untilOver(run, 400_000);
  });
});
