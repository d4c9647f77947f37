import { UnreadableBodyError } from '../errors/domain-error.js';
import type { RunCreation } from '../model/repair-run.js';
import type { NodeState } from '../model/node-state.js';
import type { StampedNodeState, UnreadableRows } from '../ports/registers.js';
import type { LostAnswer } from '../testing/memory-client.js';
import { SimulatedCluster, type SimulatedClusterOptions } from '../testing/simulated-cluster.js';
import type { SimulatedSidecar } from '../testing/simulated-sidecar.js';

/** The machine may be busy; virtual time is not real time. */
jest.setTimeout(60_000);

/** The last sidecar leads; of equals the first coordinates, so that leader and worker are apart. */
async function cluster(options: Partial<SimulatedClusterOptions> = {}): Promise<SimulatedCluster> {
  const started = new SimulatedCluster(options);
  started.sidecars.at(-1)?.boot();
  await started.time.advance(1_000);
  started.startAll();
  await started.time.advance(3_000);
  return started;
}

const count = (segments: number) => ({ sizing: { kind: 'count', segments } as const });
const stateOf = async (of: SimulatedCluster, run: RunCreation) => (await of.pen.runs.get(run.runId))?.result?.state;
const leaderOf = (of: SimulatedCluster): SimulatedSidecar => {
  if (!of.leader) throw new Error('Nobody leads');
  return of.leader;
};

/** A sidecar that neither leads nor runs a command. */
const bystanderOf = (of: SimulatedCluster): SimulatedSidecar => {
  const busy = new Set([of.leader?.hostId, ...of.runningCommands().map(({ hostId }) => hostId)]);
  const found = of.sidecars.find(({ hostId }) => !busy.has(hostId));
  if (!found) throw new Error('Everybody is busy');
  return found;
};

function withoutSessions(state: NodeState): NodeState {
  const copy: { sessions?: number } & NodeState = { ...state };
  delete copy.sessions;
  return copy;
}

/** Lets the run go on until a sidecar that does not lead runs a command. */
async function busyWorker(of: SimulatedCluster): Promise<SimulatedSidecar> {
  const candidates = () => of.runningCommands().filter(({ hostId }) => hostId !== of.leader?.hostId);
  await of.until(() => candidates().length > 0, 60_000);
  return of.sidecar(candidates()[0]?.hostId ?? '');
}

describe('when the leader dies', () => {
  it('another takes over, the running list goes on without a gap, and nothing finished is redone', async () => {
    const of = await cluster({ timings: { listMs: 120_000 } });
    const run = await of.createRun(count(100));
    await of.time.advance(20_000);
    const worker = await busyWorker(of);
    const old = leaderOf(of);
    old.kill();
    const before = of.commands.length;
    await of.time.advance(25_000);
    expect(of.leader).toBeUndefined();
    expect(of.commands.length - before).toBeGreaterThan(22);
    await of.time.advance(25_000);
    expect(leaderOf(of)).not.toBe(old);
    await of.untilOver(run, 300_000);
    expect(await stateOf(of, run)).toBe('DONE');
    expect(of.commands).toHaveLength(100);
    expect(of.violations).toEqual([]);
    expect(Math.max(...worker.gapsMs)).toBeLessThan(250);
  });

  it('gracefully, the next one leads within a second or two', async () => {
    const of = await cluster();
    const old = leaderOf(of);
    await Promise.all([old.stop(), of.time.advance(3_000)]);
    expect(leaderOf(of)).not.toBe(old);
    expect(of.leader?.process?.leadership.snapshot().why).toMatch(/leader before stopped/);
  });

  it('a rolling restart of all sidecars redoes nothing and loses no time', async () => {
    const of = await cluster();
    const run = await of.createRun(count(60));
    for (const sidecar of of.sidecars) {
      await of.time.advance(3_000);
      await Promise.all([sidecar.stop(), of.time.advance(1_000)]);
      sidecar.boot();
    }
    await of.untilOver(run, 90_000);
    expect(of.redone).toEqual([]);
    expect(of.violations).toEqual([]);
    expect(of.commands).toHaveLength(60);
  });
});

describe('two leaders at once', () => {
  /** Stops the leader right before its next call of that name, for a minute; returns it. */
  async function pauseBefore(of: SimulatedCluster, method: string): Promise<SimulatedSidecar> {
    const old = leaderOf(of);
    const done = { paused: false };
    old.beforeCall = (called) => {
      if (called !== method || done.paused) return;
      done.paused = true;
      old.pause(60_000);
    };
    await of.until(() => done.paused, 60_000);
    old.beforeCall = () => undefined;
    return old;
  }

  it.each(['write', 'writeStatus', 'writeResult', 'end'])(
    'what the old one does when it wakes up before %s is harmless',
    async (method) => {
      const of = await cluster();
      const run = await of.createRun(count(12));
      const old = await pauseBefore(of, method);
      await of.until(() => of.leader !== undefined && of.leader !== old, 60_000);
      const epoch = of.leader?.process?.leadership.snapshot().epoch ?? 0;
      const readAll = async () => [...(await of.pen.assignments.readAll()).values()].map((row) => row.epoch);
      await of.time.advance(5_000);
      expect(await readAll()).toEqual(Array(3).fill(epoch));
      await of.time.advance(60_000);
      expect(await readAll()).toEqual(Array(3).fill(epoch));
      expect(old.leads).toBe(false);
      await of.untilOver(run, 120_000);
      expect(await stateOf(of, run)).toBe('DONE');
      expect(of.violations).toEqual([]);
      expect(of.redone).toEqual([]);
    },
  );

  it('an old one that can still write but not renew stops by itself before another begins', async () => {
    const of = await cluster();
    const old = leaderOf(of);
    old.process?.stores.client.fail(Infinity, (operation) => operation.startsWith('leases.'));
    await of.time.advance(22_000);
    expect(old.leads).toBe(false);
    await of.until(() => of.leader !== undefined, 30_000);
    expect(leaderOf(of)).not.toBe(old);
  });
});

describe('answers that never came', () => {
  it.each<[string, LostAnswer]>([
    ['runs.end', 'applied'],
    ['runs.end', 'late'],
    ['runs.end', 'lost'],
    ['runs.writeResult', 'applied'],
    ['runs.writeResult', 'lost'],
    ['assignments.write', 'applied'],
    ['assignments.write', 'late'],
    ['assignments.write', 'lost'],
  ])('%s without an answer, %s: the run ends once and nothing is redone', async (operation, effect) => {
    const of = await cluster();
    leaderOf(of).process?.stores.client.loseAnswer(effect, {
      count: 2,
      lateMs: 3_000,
      matches: (one) => one === operation,
    });
    const run = await of.createRun(count(10));
    await of.untilOver(run, 60_000);
    expect(await stateOf(of, run)).toBe('DONE');
    expect(of.commands).toHaveLength(10);
    expect(of.sidecars.flatMap(({ endedRuns }) => endedRuns)).toHaveLength(1);
  });

  it('an unavailable storage stops nothing for good', async () => {
    const of = await cluster();
    const run = await of.createRun(count(40));
    await of.time.advance(5_000);
    for (const { process } of of.sidecars) process?.stores.client.fail(Infinity);
    await of.time.advance(60_000);
    expect(of.leader).toBeUndefined();
    for (const { process } of of.sidecars) process?.stores.client.heal();
    await of.untilOver(run, 180_000);
    expect(await stateOf(of, run)).toBe('DONE');
    expect(of.redone).toEqual([]);
  });

  it('a list that cannot be written closes its host only', async () => {
    const of = await cluster({ hosts: 6, tokensPerHost: 1, replicationFactor: 2 });
    const victim = bystanderOf(of);
    for (const { process } of of.sidecars) {
      const write = process?.stores.assignments.write.bind(process.stores.assignments);
      if (!process || !write) continue;
      process.stores.assignments.write = (hostId, row) =>
        hostId === victim.hostId ? Promise.reject(new Error('no quorum')) : write(hostId, row);
    }
    const old = leaderOf(of);
    await Promise.all([old.stop(), of.time.advance(2_000)]);
    const run = await of.createRun(count(12));
    await of.time.advance(60_000);
    const snapshot = of.leader?.process?.leadership.snapshot();
    expect(snapshot?.hosts.find(({ hostId }) => hostId === victim.hostId)).toMatchObject({
      closedBecause: 'unwritable',
    });
    expect(snapshot?.runs[0]?.reasons.map(({ code }) => code)).toContain('FENCE_UNWRITABLE');
    expect(of.commands.length).toBeGreaterThan(0);
    expect(of.commands.every(({ participants }) => !participants.includes(victim.hostId))).toBe(true);
    expect(await of.activeRun(run)).toBeDefined();
  });
});

describe('a list that cannot be written although its host is open', () => {
  it('is named as what the sets wait for, until it can', async () => {
    const of = await cluster();
    const leader = leaderOf(of);
    leader.process?.stores.client.fail(Infinity, (operation) => operation === 'assignments.write');
    const run = await of.createRun(count(6));
    await of.time.advance(8_000);
    const reasons = () => leader.process?.leadership.snapshot().runs[0]?.reasons;
    expect(reasons()).toMatchObject([
      {
        code: 'STORAGE_UNREACHABLE',
        evidence: expect.stringMatching(/^the list of 10\.0\.0\.\d:7000 cannot be written for [5-8] s/),
      },
    ]);
    expect((await of.pen.runs.get(run.runId))?.status?.reasons).toMatchObject([{ code: 'STORAGE_UNREACHABLE' }]);
    leader.process?.stores.client.heal();
    await of.untilOver(run, 30_000);
    expect(await stateOf(of, run)).toBe('DONE');
    expect(of.commands).toHaveLength(6);
  });
});

describe('a worker that lives but starts nothing', () => {
  it('loses its list to another replica', async () => {
    const of = await cluster();
    const [slow] = of.sidecars;
    slow?.process?.stores.client.delay({
      requestMs: 3_000,
      answerMs: 3_000,
      matches: (operation) => operation === 'assignments.read',
    });
    const run = await of.createRun(count(3));
    expect(await of.untilOver(run, 120_000)).toBeLessThan(60_000);
    expect(of.commands.every(({ hostId }) => hostId !== slow?.hostId)).toBe(true);
    expect(of.violations).toEqual([]);
  });
});

describe('a leader beside a sick node', () => {
  it.each(['refuse', 'hang'] as const)(
    'that does %s steps down for one that sees the cluster, and the run goes on',
    async (answer) => {
      const of = await cluster();
      const run = await of.createRun(count(60));
      await of.time.advance(2_000);
      const old = leaderOf(of);
      of.nodeAnswers.set(old.hostId, answer);
      await of.untilOver(run, 120_000);
      expect(of.leader).not.toBe(old);
      expect(await stateOf(of, run)).toBe('DONE');
      expect(of.redone).toEqual([]);
    },
  );

  it('leads all the same when nobody else does', async () => {
    const of = new SimulatedCluster();
    const [only] = of.sidecars;
    of.nodeAnswers.set(only?.hostId ?? '', 'refuse');
    only?.boot();
    await of.time.advance(4_000);
    expect(of.leader).toBeUndefined();
    await of.time.advance(4_000);
    expect(of.leader).toBe(only);
  });
});

describe('a state that this build cannot read', () => {
  it('keeps its host closed with a reason, whatever time passes', async () => {
    const of = new SimulatedCluster();
    const [strange] = of.sidecars;
    for (const sidecar of of.sidecars) {
      sidecar.boot();
      const { nodeStates } = sidecar.process?.stores ?? {};
      const readAll = nodeStates?.readAll.bind(nodeStates);
      const readFor = nodeStates?.readFor.bind(nodeStates);
      if (!nodeStates || !readAll || !readFor) continue;
      const without = (rows: ReadonlyMap<string, StampedNodeState>, { onUnreadable }: UnreadableRows = {}) => {
        onUnreadable?.(strange?.hostId ?? '', new UnreadableBodyError('protocol 9'));
        return new Map([...rows].filter(([hostId]) => hostId !== strange?.hostId));
      };
      nodeStates.readAll = async (options) => without(await readAll(), options);
      nodeStates.readFor = async (hostIds, options) => without(await readFor(hostIds), options);
    }
    await of.time.advance(3_000);
    const run = await of.createRun(count(3));
    await of.time.advance(60_000);
    expect(of.commands).toEqual([]);
    expect((await of.pen.runs.get(run.runId))?.status?.reasons).toMatchObject([{ code: 'PROTOCOL_UNSUPPORTED' }]);
  });
});

describe('when a worker dies', () => {
  it('and comes back while its command runs, it is adopted and nothing is redone', async () => {
    const of = await cluster({ durationMs: 30_000 });
    const run = await of.createRun(count(4));
    const worker = await busyWorker(of);
    await of.time.advance(3_000);
    worker.kill();
    await of.time.advance(5_000);
    worker.boot();
    await of.untilOver(run, 200_000);
    expect(of.commands).toHaveLength(4);
    expect(of.violations).toEqual([]);
  });

  it('between two items, its list is addressed anew and goes on within seconds', async () => {
    const of = await cluster();
    const run = await of.createRun(count(60));
    await of.time.advance(10_000);
    const worker = await busyWorker(of);
    worker.kill();
    await of.time.advance(2_000);
    worker.boot();
    const before = of.commands.length;
    await of.time.advance(10_000);
    expect(of.commands.length - before).toBeGreaterThan(5);
    await of.untilOver(run, 90_000);
    expect(of.redone).toEqual([]);
  });

  it('and stays away, its list goes to others, its command when the others tell of no session', async () => {
    const of = await cluster({ durationMs: 3_000 });
    const run = await of.createRun(count(20));
    await of.time.advance(4_000);
    const worker = await busyWorker(of);
    worker.kill();
    const tookMs = await of.untilOver(run, 300_000);
    expect(await stateOf(of, run)).toBe('DONE');
    expect(of.violations).toEqual([]);
    expect(of.commands.length).toBeLessThanOrEqual(21);
    expect(tookMs).toBeLessThan(155_000);
  });

  it('with its command running on, nothing touches its nodes until that is over', async () => {
    const of = await cluster({ durationMs: 200_000 });
    await of.createRun(count(2));
    const worker = await busyWorker(of);
    worker.kill();
    await of.time.advance(150_000);
    expect(of.commands).toHaveLength(1);
    const reasons = of.leader?.process?.leadership.snapshot().runs[0]?.reasons;
    expect(reasons).toMatchObject([{ code: 'IN_DOUBT', evidence: expect.stringMatching(/silent/) }]);
    await of.time.advance(150_000);
    expect(of.commands.length).toBeGreaterThan(1);
    expect(of.violations).toEqual([]);
  });

  it('on a version that counts no sessions, its command is given up after its timeout and as much again, and that is recorded', async () => {
    const of = await cluster({ durationMs: Infinity, timings: { orphanHoldMs: 1_000 } });
    for (const { process } of of.sidecars) {
      const { nodeStates } = process?.stores ?? {};
      const write = nodeStates?.write.bind(nodeStates);
      if (nodeStates && write) nodeStates.write = (state, stamp) => write(withoutSessions(state), stamp);
    }
    const run = await of.createRun({ ...count(1), segmentTimeoutMs: 60_000, maxAttempts: 1 });
    const worker = await busyWorker(of);
    worker.kill();
    await of.time.advance(115_000);
    expect(await of.activeRun(run)).toBeDefined();
    await of.untilOver(run, 60_000);
    const [row] = await of.pen.segments.readPlan(run.planId);
    expect(row?.outcome).toMatchObject({
      state: 'FAILED',
      failure: { code: 'RELEASED_WITHOUT_PROOF' },
      coordinator: worker.hostId,
    });
    expect(await stateOf(of, run)).toBe('FAILED');
  });

  it('and its node is restarted, its command is over', async () => {
    const of = await cluster({ durationMs: 100_000 });
    const run = await of.createRun(count(2));
    const worker = await busyWorker(of);
    worker.kill();
    await of.time.advance(20_000);
    worker.restartNode();
    await of.time.advance(20_000);
    expect(of.runningCommands()).toHaveLength(1);
    expect(of.commands).toHaveLength(2);
    expect(await of.activeRun(run)).toBeDefined();
  });
});
