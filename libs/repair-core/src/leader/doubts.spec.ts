import { SimulatedCluster, type SimulatedClusterOptions } from '../testing/simulated-cluster.js';
import type { SimulatedSidecar } from '../testing/simulated-sidecar.js';

/** The machine may be busy; virtual time is not real time. */
jest.setTimeout(60_000);

/** The last sidecar leads; of equals the first coordinates, so that leader and worker are apart. */
async function cluster(options: Partial<SimulatedClusterOptions>): Promise<SimulatedCluster> {
  const started = new SimulatedCluster(options);
  started.sidecars.at(-1)?.boot();
  await started.time.advance(1_000);
  started.startAll();
  await started.time.advance(3_000);
  return started;
}

/** 3.11 counts no sessions, so that nobody can prove the end of a command. */
function countNoSessions(of: SimulatedCluster): void {
  for (const { process } of of.sidecars) {
    const { nodeStates } = process?.stores ?? {};
    const write = nodeStates?.write.bind(nodeStates);
    if (!nodeStates || !write) continue;
    nodeStates.write = ({ sessions: _, ...state }, stamp) => write(state, stamp);
  }
}

/** The sidecar of the only command dies. */
async function orphan(of: SimulatedCluster): Promise<SimulatedSidecar> {
  await of.until(() => of.runningCommands().length > 0, 60_000);
  const worker = of.sidecar(of.runningCommands()[0]?.hostId ?? '');
  worker.kill();
  return worker;
}

describe('a command whose sidecar died', () => {
  it('does not wait for the word of a participant that left the ring, too', async () => {
    const of = await cluster({ hosts: 4, durationMs: 20_000, timings: { orphanHoldMs: 3_600_000 } });
    const run = await of.createRun({ sizing: { kind: 'count', segments: 1 } });
    const worker = await orphan(of);
    const participants = of.commands[0]?.participants ?? [];
    const other = participants.find((hostId) => hostId !== worker.hostId && hostId !== of.leader?.hostId) ?? '';
    of.sidecar(other).kill();
    for (const hostId of [worker.hostId, other]) of.replaceNode(hostId).boot();
    await of.untilOver(run, 200_000);
    expect((await of.pen.runs.get(run.runId))?.result?.state).toBe('DONE');
  });

  it('is not held once more by a leader that follows the one which gave it up', async () => {
    const of = await cluster({ timings: { orphanHoldMs: 60_000 } });
    countNoSessions(of);
    for (const sidecar of of.sidecars) {
      sidecar.behave = () => ({ durationMs: of.commands.length === 0 ? 100_000 : 1_000 });
    }
    const run = await of.createRun({ sizing: { kind: 'count', segments: 1 }, segmentTimeoutMs: 60_000 });
    await orphan(of);
    const outcome = () => of.storage.tables.plan(run.planId).outcomes.at('0').peek()?.value;
    await of.until(() => outcome() !== undefined, 150_000);
    expect(outcome()?.failure?.code).toBe('RELEASED_WITHOUT_PROOF');
    of.leader?.kill();
    expect(await of.untilOver(run, 300_000)).toBeLessThan(100_000);
    expect(of.violations).toEqual([]);
  });
});
