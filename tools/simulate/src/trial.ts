import { type RunCreation } from '@reaper-sidecar/repair-core';
import { SimulatedCluster, type MemoryClient } from '@reaper-sidecar/repair-core/testing';
import { Dice } from './dice.js';
import { Edits } from './edits.js';
import { Faults } from './faults.js';
import { leftRunning, startedAfter, unrepaired } from './invariants.js';
import { StallWatch } from './stall-watch.js';

const HOUR_MS = 3_600_000;
const STORM_MS = 500_000;
/** A run that is not over by then after the last fault never ends. */
const OVER_BY_MS = 3_600_000;
const STEP_MS = 1_000;
/** Quicker than the defaults, so that a storm holds more than take-overs. */
const TIMINGS = {
  ...{ renewEveryMs: 3_000, actForMs: 7_000, stealAfterMs: 10_000, watchEveryMs: 3_000, idleWatchEveryMs: 20_000 },
  ...{ fenceWaitMs: 15_000 },
};

/** What one trial did, and what must never happen. */
export interface TrialFigures {
  readonly seed: number;
  readonly violations: readonly string[];
  readonly virtualMs: number;
  readonly runs: Readonly<Record<string, number>>;
  readonly segments: number;
  readonly commands: number;
  readonly faults: number;
  readonly edits: number;
  readonly epochs: number;
  readonly longestStallMs: number;
  readonly statementsPerHostSecond: number;
  readonly conditionalWrites: number;
}

/** A cluster under faults, all from one seed: rounds of two runs in a storm, and the calm in which they end. */
export class Trial {
  readonly #cluster: SimulatedCluster;
  readonly #dice: Dice;
  readonly #faults: Faults;
  readonly #edits: Edits;
  readonly #stalls: StallWatch;
  readonly #violations: string[] = [];
  readonly #runs: Record<string, number> = {};
  readonly #over: { readonly run: RunCreation; readonly atMs: number }[] = [];
  readonly #clients = new Set<MemoryClient>();
  readonly #epochs = new Set<number>();
  readonly #beganAt: number;
  #segments = 0;

  constructor(
    readonly seed: number,
    readonly nodes: number,
  ) {
    this.#dice = new Dice(seed * 7_919);
    // Without this wait the rules about commands in doubt stand alone.
    const limits = { unknownPressureWaitMs: this.#dice.pick([0, 30_000]) };
    this.#cluster = new SimulatedCluster({ hosts: nodes, seed, tokensPerHost: 2, limits, timings: TIMINGS });
    this.#faults = new Faults(this.#cluster, this.#dice);
    this.#edits = new Edits(this.#cluster, this.#dice);
    this.#stalls = new StallWatch(this.#cluster, TIMINGS);
    this.#beganAt = this.#cluster.time.monotonicMs();
  }

  /** Never throws for a violation: the figures name them. */
  async run(hours: number): Promise<TrialFigures> {
    const { time } = this.#cluster;
    this.#cluster.startAll();
    for (let round = 1; this.#violations.length === 0 && this.#elapsedMs() < hours * HOUR_MS; round++) {
      const runs = await this.#createRuns(round);
      await this.#storm(runs);
      await this.#calm(runs);
      await time.advance(this.#dice.below(60_000));
      this.#check();
    }
    return this.#figures();
  }

  async #createRuns(round: number): Promise<readonly RunCreation[]> {
    const tables = [`t${round}`, `u${round}`];
    this.#cluster.tables = tables;
    const request = { maxAttempts: 99, sizing: { kind: 'count', segments: 6 * this.nodes } as const };
    const runs: RunCreation[] = [];
    for (const table of tables) runs.push(await this.#cluster.createRun({ ...request, tables: [table] }));
    this.#segments += runs.reduce((sum, { segmentCount }) => sum + segmentCount, 0);
    return runs;
  }

  async #storm(runs: readonly RunCreation[]): Promise<void> {
    const { time } = this.#cluster;
    const untilMs = time.monotonicMs() + STORM_MS;
    this.#faults.begin();
    while (time.monotonicMs() < untilMs) {
      await time.advance(this.#dice.below(20_000));
      this.#note();
      if (this.#dice.chance(0.8)) await this.#faults.strike();
      else await this.#edits.some(this.#dice.pick(runs));
    }
  }

  /** Faults are over, so every run must end, and without a stall. */
  async #calm(runs: readonly RunCreation[]): Promise<void> {
    const { time } = this.#cluster;
    this.#faults.end();
    for (const run of runs) await this.#edits.resume(run);
    const untilMs = time.monotonicMs() + OVER_BY_MS;
    let open = runs;
    this.#stalls.begin();
    while (open.length > 0) {
      await time.advance(STEP_MS);
      this.#note();
      await this.#stalls.look();
      const active = new Set((await this.#cluster.pen.runs.activeRuns()).map(({ runId }) => runId));
      for (const run of open) if (!active.has(run.runId)) await this.#ended(run);
      open = open.filter(({ runId }) => active.has(runId));
      if (time.monotonicMs() < untilMs) continue;
      return void this.#violations.push(`not over an hour after the last fault: ${this.#cluster.explain()}`);
    }
  }

  async #ended(run: RunCreation): Promise<void> {
    const state = (await this.#cluster.pen.runs.get(run.runId))?.result?.state ?? 'none';
    this.#runs[state] = (this.#runs[state] ?? 0) + 1;
    this.#over.push({ run, atMs: this.#cluster.time.wallMs() });
    const expected = this.#edits.aborted.has(run.runId) ? 'ABORTED' : 'DONE';
    if (state !== expected) this.#violations.push(`run ${run.runId} ended ${state}, not ${expected}`);
    if (state === 'DONE') this.#violations.push(...(await unrepaired(this.#cluster, run, this.#edits.replays)));
    this.#violations.push(...leftRunning(this.#cluster, run));
  }

  #check(): void {
    this.#violations.push(
      ...this.#cluster.violations,
      ...this.#cluster.redone.map((what) => `done already, and started again: ${what}`),
      ...this.#edits.violations,
      ...this.#stalls.violations,
      ...this.#over.flatMap(({ run, atMs }) => startedAfter(this.#cluster, run, atMs)),
    );
  }

  #note(): void {
    for (const { process } of this.#cluster.sidecars) if (process) this.#clients.add(process.stores.client);
    const lease = this.#cluster.storage.tables.lease.read('leader', { serial: false });
    if (lease) this.#epochs.add(lease.epoch);
  }

  #elapsedMs(): number {
    return this.#cluster.time.monotonicMs() - this.#beganAt;
  }

  #figures(): TrialFigures {
    const statistics = [...this.#clients].map((client) => client.statistics());
    const statements = statistics.reduce((sum, one) => sum + one.statements, 0);
    return {
      seed: this.seed,
      violations: this.#violations,
      virtualMs: this.#elapsedMs(),
      runs: this.#runs,
      segments: this.#segments,
      commands: this.#cluster.commands.length,
      faults: Object.values(this.#faults.counts).reduce((sum, count) => sum + count, 0),
      edits: this.#edits.count,
      epochs: this.#epochs.size,
      longestStallMs: this.#stalls.longestMs,
      statementsPerHostSecond: statements / this.nodes / (this.#elapsedMs() / 1_000),
      conditionalWrites: statistics.reduce((sum, one) => sum + one.conditionalWrites, 0),
    };
  }
}
