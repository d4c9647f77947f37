import { type RunCreation } from '@reaper-sidecar/repair-core';
import { SimulatedCluster, type MemoryClient } from '@reaper-sidecar/repair-core/testing';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Dice } from './dice.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const TOKENS_PER_NODE = 16;
/**
 * Of the rest before and after the run of a day so much is simulated. What follows differs from it in nothing but the
 * time: idle sidecars do the same every 20 s.
 */
const REST_MS = 5 * MINUTE_MS;

export interface ScaleOptions {
  readonly nodes: number;
  readonly hours: number;
  readonly seed: number;
}

/** Figures of a big cluster at work. */
export interface ScaleFigures {
  readonly violations: readonly string[];
  readonly realSeconds: number;
  readonly runs: readonly RunFigures[];
  readonly commands: number;
  /** Hours of all sidecars on virtual time; the others are rest. */
  readonly simulatedHours: number;
  /** Statements per second: an idle sidecar, the whole cluster while a run is active, and conditional writes at all times. */
  readonly idleStatementsPerNode: number;
  readonly statementsWhileRunning: number;
  readonly statementsPerSegment: number;
  readonly conditionalPerSecond: number;
  /** Part of one core that the leader took, memory store included; mean of the time in which a run was active, and else. */
  readonly leaderCpuRunning: number;
  readonly leaderCpuIdle: number;
  /** Heap that became free when the leader of an active run stopped, bytes. */
  readonly leaderHeapBytes: number | undefined;
  readonly reigns: number;
}

export interface RunFigures {
  readonly segments: number;
  readonly durationMs: number;
  /** Commands at a time. */
  readonly meanParallel: number;
  readonly peakParallel: number;
  /** How often the cluster was filled with commands: all of them, divided by the peak. */
  readonly waves: number;
  readonly state: string;
}

interface Totals {
  statements: number;
  conditional: number;
  leaderMs: number;
  virtualMs: number;
}

/** A day of a big cluster, again and again: a run over all of it, sidecars that crash now and then, and rest. */
export class Scale {
  readonly #cluster: SimulatedCluster;
  readonly #dice: Dice;
  readonly #clients = new Set<MemoryClient>();
  readonly #epochs = new Set<number>();
  readonly #totals: Record<'running' | 'idle', Totals> = { running: zero(), idle: zero() };
  #leaderMs = 0;
  #leader: string | undefined;
  #leaderHeap: number | undefined;

  constructor(
    private readonly options: ScaleOptions,
    private readonly tell: (line: string) => void,
  ) {
    const { nodes, seed } = options;
    this.#dice = new Dice(seed * 7_919 + 3);
    this.#cluster = new SimulatedCluster({ hosts: nodes, seed, tokensPerHost: TOKENS_PER_NODE });
    for (const sidecar of this.#cluster.sidecars) {
      sidecar.behave = () => ({ durationMs: 15_000 + this.#dice.below(30_000) });
    }
    this.#cluster.time.measure = (owner, ms) => {
      if (owner.endsWith(this.#leader ?? '?') && !owner.startsWith('worker')) this.#leaderMs += ms;
    };
  }

  async run(): Promise<ScaleFigures> {
    const { time } = this.#cluster;
    const began = performance.now();
    const beganAt = time.monotonicMs();
    this.#cluster.startAll();
    const runs: RunFigures[] = [];
    for (let day = 1, hoursLeft = this.options.hours; hoursLeft > 0; day++, hoursLeft -= 24) {
      const endOfDay = time.monotonicMs() + Math.min(24, hoursLeft) * HOUR_MS;
      await this.#rest(endOfDay);
      if (time.monotonicMs() < endOfDay) runs.push(await this.#oneRun(day, endOfDay));
      await this.#rest(endOfDay);
    }
    const simulatedHours = (time.monotonicMs() - beganAt) / HOUR_MS;
    return this.#figures(runs, (performance.now() - began) / 1_000, simulatedHours);
  }

  async #oneRun(day: number, untilMs: number): Promise<RunFigures> {
    const { time } = this.#cluster;
    this.#cluster.tables = [`t${day}`];
    const run = await this.#cluster.createRun({ sizing: { kind: 'count', segments: 1 }, maxAttempts: 99 });
    const from = { atMs: time.monotonicMs(), commands: this.#cluster.commands.length };
    const parallel: number[] = [];
    for (let minute = 1; (await this.#cluster.activeRun(run)) && time.monotonicMs() < untilMs; minute++) {
      await this.#pass('running', MINUTE_MS);
      parallel.push(this.#cluster.runningCommands().length);
      if (minute % 5 === 0) this.#crashOne();
      if (minute === 8 && this.#leaderHeap === undefined) await this.#measureHeap();
    }
    const figures = await this.#runFigures(run, from, parallel);
    this.tell(`day ${day}: ${describeRun(figures)}`);
    return figures;
  }

  async #runFigures(run: RunCreation, from: { atMs: number; commands: number }, parallel: readonly number[]) {
    const commands = this.#cluster.commands.length - from.commands;
    const peakParallel = Math.max(1, ...parallel);
    const state = (await this.#cluster.pen.runs.get(run.runId))?.result?.state ?? 'not over';
    return {
      ...{ segments: run.segmentCount, durationMs: this.#cluster.time.monotonicMs() - from.atMs, state, peakParallel },
      meanParallel: parallel.reduce((sum, one) => sum + one, 0) / Math.max(1, parallel.length),
      waves: Math.ceil(commands / peakParallel),
    };
  }

  /** One sidecar crashes in the middle of it. */
  async #rest(untilMs: number): Promise<void> {
    const ms = Math.min(REST_MS, untilMs - this.#cluster.time.monotonicMs());
    if (ms <= 0) return;
    await this.#pass('idle', ms / 2);
    this.#crashOne();
    await this.#pass('idle', ms / 2);
  }

  /** Counts what happens meanwhile as that of an active run or of rest. */
  async #pass(what: 'running' | 'idle', ms: number): Promise<void> {
    const { time, storage } = this.#cluster;
    const before = this.#counted();
    this.#leaderMs = 0;
    this.#leader = storage.tables.lease.read('leader', { serial: false })?.holder;
    await time.advance(ms);
    this.#note();
    const after = this.#counted();
    const totals = this.#totals[what];
    totals.statements += after.statements - before.statements;
    totals.conditional += after.conditional - before.conditional;
    totals.leaderMs += this.#leaderMs;
    totals.virtualMs += ms;
  }

  #crashOne(): void {
    const sidecar = this.#dice.pick(this.#cluster.sidecars);
    sidecar.kill();
    void this.#cluster.time.sleep(20_000).then(() => sidecar.boot());
  }

  /** What the books of the leader take: the heap with them, less the heap after it stopped leading. */
  async #measureHeap(): Promise<void> {
    const { leader, time } = this.#cluster;
    if (!leader) return;
    await time.settle();
    const withBooks = heapInUse();
    const stopped = leader.stop();
    await time.advance(50);
    this.#leaderHeap = Math.max(0, withBooks - heapInUse());
    await time.advance(5_000);
    await stopped;
    leader.boot();
  }

  #note(): void {
    for (const { process } of this.#cluster.sidecars) if (process) this.#clients.add(process.stores.client);
    const lease = this.#cluster.storage.tables.lease.read('leader', { serial: false });
    if (lease) this.#epochs.add(lease.epoch);
  }

  #counted() {
    this.#note();
    let statements = 0;
    let conditional = 0;
    for (const client of this.#clients) {
      const counts = client.statistics();
      statements += counts.statements;
      conditional += counts.conditionalWrites;
    }
    return { statements, conditional };
  }

  #figures(runs: readonly RunFigures[], realSeconds: number, simulatedHours: number): ScaleFigures {
    const { running, idle } = this.#totals;
    const { commands, violations, redone } = this.#cluster;
    const idlePerSecond = perSecond(idle.statements, idle);
    return {
      ...{ realSeconds, simulatedHours, runs, commands: commands.length, reigns: this.#epochs.size },
      violations: [
        ...violations,
        ...redone.map((what) => `I5 done already, and started again: ${what}`),
        ...runs
          .filter(({ state }) => state !== 'DONE')
          .map(({ state }) => `I4 a run is ${state} at the end of its day`),
      ],
      idleStatementsPerNode: idlePerSecond / this.options.nodes,
      statementsWhileRunning: perSecond(running.statements, running),
      statementsPerSegment:
        (running.statements - (idlePerSecond * running.virtualMs) / 1_000) / Math.max(1, commands.length),
      conditionalPerSecond: (running.conditional + idle.conditional) / ((running.virtualMs + idle.virtualMs) / 1_000),
      leaderCpuRunning: running.leaderMs / Math.max(1, running.virtualMs),
      leaderCpuIdle: idle.leaderMs / Math.max(1, idle.virtualMs),
      leaderHeapBytes: this.#leaderHeap,
    };
  }
}

export function describeRun({ segments, durationMs, meanParallel, peakParallel, waves, state }: RunFigures): string {
  const minutes = (durationMs / MINUTE_MS).toFixed(1);
  return `${segments} segments in ${minutes} min, ${waves} waves of ${peakParallel} (mean ${meanParallel.toFixed(0)} at a time), ${state}`;
}

export function describeScale({ nodes, hours }: ScaleOptions, figures: ScaleFigures): readonly string[] {
  const mebibytes =
    figures.leaderHeapBytes === undefined ? 'not measured' : `${(figures.leaderHeapBytes / 2 ** 20).toFixed(0)} MiB`;
  const percent = (part: number) => `${(100 * part).toFixed(2)} %`;
  return [
    `${nodes} nodes, ${hours} h in ${figures.realSeconds.toFixed(0)} s (${cpuSeconds().toFixed(0)} s of CPU); ${figures.commands} commands, ${figures.reigns} reigns`,
    `simulated: ${figures.simulatedHours.toFixed(1)} h, every run and ${REST_MS / MINUTE_MS} min of rest before and after it; the other rest is the same`,
    `CQL: ${figures.idleStatementsPerNode.toFixed(3)}/s an idle node, ${figures.statementsWhileRunning.toFixed(0)}/s in all while a run is active, ${figures.statementsPerSegment.toFixed(1)} a segment more than idle; LWT ${figures.conditionalPerSecond.toFixed(3)}/s in all`,
    `leader: ${percent(figures.leaderCpuRunning)} of a core while a run is active, ${percent(figures.leaderCpuIdle)} else; books ${mebibytes}`,
    ...figures.violations.slice(0, 20),
  ];
}

function perSecond(count: number, { virtualMs }: Totals): number {
  return count / Math.max(1, virtualMs / 1_000);
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function zero(): Totals {
  return { statements: 0, conditional: 0, leaderMs: 0, virtualMs: 0 };
}

function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
