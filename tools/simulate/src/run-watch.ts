import { type ActiveRun, type RunCreation } from '@reaper-sidecar/repair-core';
import { type SimulatedCluster, type StartedCommand } from '@reaper-sidecar/repair-core/testing';
import { formatRange, parseRange, PARTITIONERS, type PlannedSegment } from '@reaper-sidecar/segment-planner';
import { covers } from './coverage.js';
import { type Users } from './users.js';

const { Murmur3Partitioner } = PARTITIONERS;
const ENDS = { from: Murmur3Partitioner.minToken, to: Murmur3Partitioner.minToken + Murmur3Partitioner.ringSize };

/**
 * I2: a run that ends DONE was repaired in every planned range since its begin and since the last replay of that range.
 * I6: a run ends as it was asked to, nothing of it runs on, and nothing of it is ever started again.
 */
export class RunWatch {
  /** How runs ended. */
  readonly states: Record<string, number> = {};
  readonly #runs = new Map<string, RunCreation>();
  /** Tables of ended runs: each run of a trial has a table of its own. */
  readonly #ended = new Set<string>();
  /** Newest command of a segment. */
  readonly #latest = new Map<string, StartedCommand>();
  /** How many commands were looked at. */
  #looked = 0;

  constructor(
    private readonly cluster: SimulatedCluster,
    private readonly users: Users,
    private readonly violated: (what: string) => void,
  ) {}

  get open(): readonly RunCreation[] {
    return [...this.#runs.values()].filter(({ unit }) => !this.#ended.has(unit.tables.join()));
  }

  know(run: RunCreation): void {
    this.#runs.set(run.runId, run);
  }

  /** Told of every change of the active rows. */
  changed(before: ActiveRun | undefined, after: ActiveRun | undefined): void {
    if (before && after?.runId !== before.runId) this.#over(before);
    if (after && !before && this.#ended.has(this.#tablesOf(after.runId) ?? '')) {
      this.violated(`I6 run ${after.runId} is active again`);
    }
  }

  /** To be called after every step. */
  look(): void {
    const { commands } = this.cluster;
    for (; this.#looked < commands.length; this.#looked++) {
      const command = commands[this.#looked];
      if (!command) continue;
      if (this.#ended.has(command.tables)) {
        this.violated(`I6 the run of ${command.tables} is over, and ${command.ranges} is started on ${command.hostId}`);
      }
      this.#checkRedone(command);
    }
  }

  /** I5: what succeeded is repeated only when users asked for it, or when it was recorded as failed or lost. */
  #checkRedone(command: StartedCommand): void {
    const key = `${command.tables} ${command.ranges}`;
    const before = this.#latest.get(key);
    this.#latest.set(key, command);
    const run = [...this.#runs.values()].find(({ unit }) => unit.tables.join() === command.tables);
    if (!before?.succeeded || !run) return;
    const seq = this.#seqOf(run, command.ranges);
    if (seq === undefined || this.users.replays.some((one) => one.runId === run.runId && one.seq === seq)) return;
    const { outcomes } = this.cluster.storage.tables.plan(run.planId);
    if (outcomes.at(`${seq}`).peek()?.value.state === 'FAILED') return;
    this.violated(`I5 segment ${seq} of ${command.tables} was repaired, and is started again on ${command.hostId}`);
  }

  #seqOf({ planId, segmentCount }: RunCreation, ranges: string): number | undefined {
    const { segments } = this.cluster.storage.tables.plan(planId);
    const all = Array.from({ length: segmentCount }, (_, seq) => segments.at(`${seq}`).peek()?.value);
    return all.find((one) => one?.ranges.map(formatRange).join() === ranges)?.seq;
  }

  #tablesOf(runId: string): string | undefined {
    return this.#runs.get(runId)?.unit.tables.join();
  }

  #over({ runId, spec }: ActiveRun): void {
    const run = this.#runs.get(runId);
    if (!run) return;
    const state = this.cluster.storage.tables.run(runId).result.peek()?.value.state ?? 'none';
    this.states[state] = (this.states[state] ?? 0) + 1;
    this.cluster.tell(`run ${runId.slice(0, 4)} ended ${state}`);
    this.#ended.add(run.unit.tables.join());
    if (!this.#mayEnd(run, spec.desired === 'aborted', state)) {
      this.violated(`I6 run ${runId} ended ${state}${spec.desired === 'aborted' ? ' though it was aborted' : ''}`);
    }
    if (state === 'DONE' && this.#exists(run)) this.#checkRepaired(run);
    for (const one of this.#commandsOf(run).filter(({ endedAtMs }) => endedAtMs === undefined)) {
      this.violated(`I6 run ${runId} is over, and ${one.ranges} still runs on ${one.hostId}`);
    }
  }

  #mayEnd(run: RunCreation, aborted: boolean, state: string): boolean {
    if (aborted) return state === 'ABORTED';
    return state === 'DONE' || (state === 'FAILED' && !this.#exists(run));
  }

  #exists({ unit }: RunCreation): boolean {
    return this.cluster.keyspaceExists && unit.tables.every((table) => this.cluster.tables.includes(table));
  }

  #commandsOf({ unit }: RunCreation): readonly StartedCommand[] {
    const tables = unit.tables.join();
    return this.cluster.commands.filter((command) => command.tables === tables);
  }

  #checkRepaired(run: RunCreation): void {
    const done = this.#commandsOf(run).filter(({ succeeded }) => succeeded);
    const { segments } = this.cluster.storage.tables.plan(run.planId);
    for (let seq = 0; seq < run.segmentCount; seq++) {
      const segment = segments.at(`${seq}`).peek()?.value;
      if (segment && !this.#isRepaired(run, segment, done)) {
        this.violated(`I2 run ${run.runId} is DONE, and its segment ${seq} was not repaired`);
      }
    }
  }

  #isRepaired(run: RunCreation, { seq, ranges }: PlannedSegment, done: readonly StartedCommand[]): boolean {
    const asked = this.users.replays.filter((one) => one.runId === run.runId && one.seq === seq);
    const sinceMs = Math.max(run.createdAtMs, ...asked.map(({ atMs }) => atMs));
    const late = done.filter(({ startedAtMs }) => startedAtMs >= sinceMs);
    const text = ranges.map(formatRange).join();
    if (late.some((one) => one.ranges === text)) return true;
    const repaired = late.flatMap((one) => one.ranges.split(',').map((range) => parseRange(Murmur3Partitioner, range)));
    return covers(repaired, ranges, ENDS);
  }
}
