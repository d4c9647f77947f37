import { DomainError, type LeaderTimings } from '@reaper-sidecar/repair-core';
import { SimulatedCluster, type MemoryClient } from '@reaper-sidecar/repair-core/testing';
import { Blows } from './blows.js';
import { Dice } from './dice.js';
import { ExplainCheck } from './explain-check.js';
import { watchFences } from './fence-watch.js';
import { Hazards } from './hazards.js';
import { type PlannedRun, type TrialPlan } from './plan.js';
import { RunWatch } from './run-watch.js';
import { StallWatch } from './stall-watch.js';
import { Users } from './users.js';

/** A run that is not over by then after the last blow never ends. */
const OVER_BY_MS = 1_200_000;
const STEP_MS = 1_000;
/** Quicker than the defaults, so that a storm holds more than take-overs. */
const TIMINGS = {
  ...{ renewEveryMs: 3_000, actForMs: 7_000, stealAfterMs: 10_000, watchEveryMs: 3_000, idleWatchEveryMs: 20_000 },
  ...{ fenceWaitMs: 15_000, retryMinMs: 1_000, retryMaxMs: 8_000, orphanHoldMs: 100_000 },
} satisfies Partial<LeaderTimings>;
/** Longer than any command takes, short enough that the release of a command without proof is tried as well. */
const SEGMENT_TIMEOUT_MS = 100_000;

/** What one trial did, and what happened that must not. */
export interface TrialResult {
  readonly seed: number;
  readonly nodes: number;
  /** Each begins with the name of the invariant. */
  readonly violations: readonly string[];
  readonly virtualMs: number;
  readonly runs: Readonly<Record<string, number>>;
  readonly commands: number;
  readonly blows: number;
  readonly edits: number;
  readonly reigns: number;
  readonly longestStallMs: number;
  /** Longest time in which a run that stood still did not say why. */
  readonly longestUnexplainedMs: number;
  readonly statements: number;
  readonly conditionalWrites: number;
}

/** Ends a trial at the step in which something happened that must not. */
class Violated extends Error {}

/** A cluster in a storm of faults, all from one plan, and the calm in which every run must end. */
export class Trial {
  readonly cluster: SimulatedCluster;
  readonly #hazards: Hazards;
  readonly #blows: Blows;
  readonly #users: Users;
  readonly #runs: RunWatch;
  readonly #stalls: StallWatch;
  readonly #explain: ExplainCheck;
  readonly #violations: string[] = [];
  readonly #clients = new Set<MemoryClient>();
  readonly #epochs = new Set<number>();
  readonly #beganAt: number;
  readonly #violated = (what: string): void => void this.#violations.push(what);

  constructor(
    readonly plan: TrialPlan,
    tell?: (atMs: number, what: string) => void,
  ) {
    this.cluster = clusterOf(plan);
    const { time } = this.cluster;
    this.#beganAt = time.monotonicMs();
    if (tell) this.cluster.tell = (what) => tell(time.monotonicMs() - this.#beganAt, what);
    const dice = new Dice(plan.seed * 7_919 + 2);
    this.#hazards = new Hazards(this.cluster, dice, new Set(plan.hazards), plan.latencyMs);
    this.#users = new Users(this.cluster, this.#violated);
    this.#blows = new Blows(this.cluster, this.#hazards, this.#users);
    this.#runs = new RunWatch(this.cluster, this.#users, this.#violated);
    this.#stalls = new StallWatch(this.cluster, TIMINGS, plan.staysDead !== undefined, this.#violated);
    this.#explain = new ExplainCheck(this.cluster, this.#violated);
    this.#watch();
  }

  /** Never throws for a violation: the result names it. */
  async run(): Promise<TrialResult> {
    try {
      await this.#storm();
      await this.#calm();
    } catch (error) {
      if (!(error instanceof Violated)) throw error;
    }
    for (const what of this.#violations) this.cluster.tell(`VIOLATED: ${what}`);
    return this.#result();
  }

  #watch(): void {
    const { storage, time } = this.cluster;
    watchFences(this.cluster, this.#violated);
    storage.tables.activeRuns.onChange = (_key, before, after) => {
      this.#users.changed(before, after);
      this.#runs.changed(before, after);
    };
    time.afterStep = () => this.#check();
  }

  #check(): void {
    this.#runs.look();
    const { violations, redone } = this.cluster;
    if (violations.length + redone.length + this.#violations.length === 0) return;
    this.#violations.push(...violations, ...redone.map((what) => `I5 done already, and started again: ${what}`));
    throw new Violated();
  }

  async #storm(): Promise<void> {
    const { plan } = this;
    const { time } = this.cluster;
    for (const sidecar of this.cluster.sidecars) this.#blows.begin(sidecar);
    for (const [index, run] of plan.runs.entries()) this.#at(run.atMs, () => this.#createRun(run, `t${index}`));
    for (const event of plan.events) this.#at(event.atMs, () => this.#blows.strike(event));
    for (let passedMs = 0; passedMs < plan.stormMs; passedMs += STEP_MS) {
      await time.advance(STEP_MS);
      this.#note();
      await this.#explain.look(this.#runs.open);
      this.#check();
    }
  }

  /** Nothing may fail unseen. */
  #at(ms: number, act: () => void | Promise<void>): void {
    const failed = (error: unknown) => this.#violated(`BROKEN ${error instanceof Error ? error.stack : String(error)}`);
    void this.cluster.time.sleep(ms).then(act).catch(failed);
  }

  async #createRun({ segments, priority, intensity, firstDatacenterOnly }: PlannedRun, table: string): Promise<void> {
    const sizing = { kind: 'count', segments } as const;
    const datacenters = firstDatacenterOnly ? ['dc1'] : [];
    const request = { ...{ maxAttempts: 99, segmentTimeoutMs: SEGMENT_TIMEOUT_MS, sizing, tables: [table] }, priority };
    try {
      const run = await this.cluster.createRun({ ...request, intensity, datacenters });
      this.#runs.know(run);
      this.#blows.know(run);
      this.cluster.tell(`run ${run.runId.slice(0, 4)} repairs ${table} in ${run.segmentCount} segments`);
    } catch (error) {
      // What was dropped cannot be repaired.
      if (!(error instanceof DomainError)) throw error;
    }
  }

  /** Faults are over, so every run must end, and without a stall. */
  async #calm(): Promise<void> {
    const { time, pen } = this.cluster;
    this.cluster.tell('*** calm');
    this.#users.client.heal();
    this.#blows.end(this.plan.staysDead);
    const untilMs = time.monotonicMs() + OVER_BY_MS;
    for (const run of this.#runs.open) void this.#users.resume(run);
    while (this.#runs.open.length > 0) {
      await time.advance(STEP_MS);
      this.#note();
      this.#stalls.look(await pen.runs.activeRuns());
      await this.#explain.look(this.#runs.open);
      if (time.monotonicMs() >= untilMs) this.#violated(`I4 runs are not over long after the last fault`);
      this.#check();
    }
    await time.advance(30 * STEP_MS);
  }

  #note(): void {
    for (const { process } of this.cluster.sidecars) {
      const client = process?.stores.client;
      if (!client || this.#clients.has(client)) continue;
      client.latencyMs = this.#hazards.latencyMs;
      this.#clients.add(client);
    }
    const lease = this.cluster.storage.tables.lease.read('leader', { serial: false });
    if (lease) this.#epochs.add(lease.epoch);
  }

  #result(): TrialResult {
    const statistics = [...this.#clients].map((client) => client.statistics());
    const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
    return {
      ...{ seed: this.plan.seed, nodes: this.plan.nodes, violations: this.#violations, runs: this.#runs.states },
      virtualMs: this.cluster.time.monotonicMs() - this.#beganAt,
      commands: this.cluster.commands.length,
      blows: sum(Object.values(this.#blows.counts)) + sum(Object.values(this.#hazards.counts)),
      edits: this.#users.count,
      reigns: this.#epochs.size,
      longestStallMs: this.#stalls.longestMs,
      longestUnexplainedMs: this.#explain.longestMs,
      statements: sum(statistics.map((one) => one.statements)),
      conditionalWrites: sum(statistics.map((one) => one.conditionalWrites)),
    };
  }
}

function clusterOf({ seed, nodes, datacenters, maxRepairsPerNode, unknownPressureWaitMs, runs }: TrialPlan) {
  const cluster = new SimulatedCluster({
    ...{ hosts: nodes, seed, tokensPerHost: 2, timings: TIMINGS },
    replication: datacenters === 2 ? { dc1: 3, dc2: 2 } : { dc1: 3 },
    limits: { maxRepairsPerNode, unknownPressureWaitMs },
  });
  cluster.tables = runs.map((_, index) => `t${index}`);
  return cluster;
}
