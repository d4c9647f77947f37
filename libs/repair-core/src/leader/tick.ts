import { SteppedDownError } from '../lease/tenure.js';
import type { AllWork } from './admission-view.js';
import { createPlacer } from './placement.js';
import type { Delivery } from './delivery.js';
import { settleDisplaced } from './displaced-segments.js';
import { cutOverlong } from './overlong-segments.js';
import { doubtOf, resolveDoubts } from './doubts.js';
import { finishRuns } from './finish.js';
import { giveWork } from './give-work.js';
import type { HostBook } from './host-book.js';
import type { Reign } from './reign.js';
import { followRuns, rereadStale } from './run-intake.js';
import { checkSchema, skipWithoutTables } from './schema-check.js';
import { writeStatuses } from './status.js';
import { tellStalled } from './stalled-work.js';
import { superviseLists } from './supervise.js';
import { isTakenOver } from './take-over.js';
import { Upkeep } from './upkeep.js';
import { gatherWork } from './work.js';
import type { WorkerStates } from './worker-states.js';

/** Looks at everything once and acts on it. Reads that fail leave what was known; the next tick tries again. */
export class Tick {
  readonly #upkeep: Upkeep;

  constructor(
    private readonly reign: Reign,
    private readonly states: WorkerStates,
    private readonly delivery: Delivery,
  ) {
    this.#upkeep = new Upkeep(reign);
  }

  async run(): Promise<void> {
    const { reign } = this;
    reign.tenure.requireActing();
    await this.#attempt('look at runs and workers', () => this.#look());
    this.states.discover();
    if (!isTakenOver(reign)) return;
    await rereadStale(reign);
    await this.#attempt('judge commands in doubt', () => resolveDoubts(reign));
    await this.#attempt('check dropped tables', () => this.#checkSchemas());
    await this.#attempt('check the keyspace of the sidecars', () => this.#upkeep.check());
    superviseLists(reign, this.delivery);
    await finishRuns(reign);
    await this.#admit();
    await writeStatuses(reign);
    await this.#attempt('note what was repaired', () => this.#upkeep.run());
    reign.lastTickMs = reign.wallMs();
  }

  async #look(): Promise<void> {
    const { reign } = this;
    const { timings, deps } = reign;
    const isActive = reign.runs.size > 0;
    const [active] = await Promise.all([
      deps.runs.activeRuns(),
      this.#readStates(),
      reign.cluster.refreshTopology(isActive ? timings.topologyMs : timings.fullReadMs),
    ]);
    if (active.length > 0) await reign.cluster.refreshTopology(timings.topologyMs);
    if (isTakenOver(reign)) await followRuns(reign, active);
    const keyspaces = [...new Set([...reign.runs.values()].map((run) => run.creation.unit.keyspace))];
    await reign.cluster.refreshRings(keyspaces, timings.topologyMs);
    this.#placeSegments();
  }

  /** Hosts with work, and closed ones; now and then all. */
  #readStates(): Promise<void> {
    const { reign } = this;
    const { fullReadMs, idleFullReadMs } = reign.timings;
    const everyMs = reign.runs.size > 0 ? fullReadMs : idleFullReadMs;
    const allReadAt = this.states.allReadAt;
    if (allReadAt === undefined || reign.now() - allReadAt >= everyMs) return this.states.readAll();
    const watched = [...reign.hosts.values()].filter((host) => !host.open || !host.isIdle);
    return this.states.read([...watched.map(({ hostId }) => hostId), ...this.#witnesses(watched)]);
  }

  /** Participants whose word may prove the end of a command in doubt. */
  #witnesses(watched: readonly HostBook[]): readonly string[] {
    return watched.flatMap(({ hostId }) => doubtOf(this.reign, hostId)?.item.participants ?? []);
  }

  #placeSegments(): void {
    const { cluster, runs } = this.reign;
    for (const run of runs.values()) {
      const { unit } = run.creation;
      const ring = cluster.ring(unit.keyspace);
      const nodes = cluster.topology?.nodes;
      if (ring && nodes) run.useRing(cluster.layoutVersion(unit.keyspace), () => createPlacer(unit, ring, nodes));
    }
  }

  async #checkSchemas(): Promise<void> {
    for (const run of this.reign.runs.values()) {
      await checkSchema(this.reign, run);
      await skipWithoutTables(this.reign, run);
    }
  }

  async #admit(): Promise<void> {
    const { reign } = this;
    const work = await this.#settled(this.#work());
    await this.#attempt('look at the nodes of waiting sets', () => this.states.read(this.#candidates(work)));
    const { reasons } = reign;
    giveWork(reign, this.delivery, work);
    tellStalled(reign, work, reasons);
  }

  /** The same, or what there is after segments were split that cannot be given as they are. */
  async #settled(all: AllWork): Promise<AllWork> {
    const { reign } = this;
    const unsettled = [...all].filter(([, { displaced, overlong }]) => displaced.length + overlong.length > 0);
    for (const [runId, work] of unsettled) {
      const run = reign.runs.get(runId);
      if (!run) continue;
      await this.#attempt('split segments', () => settleDisplaced(reign, run, work));
      await this.#attempt('cut segments', () => cutOverlong(reign, run, work));
    }
    return unsettled.length === 0 ? all : this.#work();
  }

  #work(): AllWork {
    const { reign } = this;
    const given = reign.givenByRun();
    const wanted = [...reign.runs.values()].filter((run) => run.spec.desired === 'running' && run.fatal === undefined);
    return new Map(wanted.map((run) => [run.runId, gatherWork(run, given.get(run.runId) ?? new Set(), reign.now())]));
  }

  /** Participants of sets that could run now, unless they were looked at in this tick. */
  #candidates(work: AllWork): readonly string[] {
    const { reign } = this;
    const busy = new Set([...reign.tasks()].flatMap(({ participants }) => participants));
    const wanted = new Set<string>();
    for (const { sets } of work.values()) {
      for (const { ready, participants } of sets.values()) {
        if (ready === 0 || participants.every((hostId) => busy.has(hostId))) continue;
        for (const hostId of participants) wanted.add(hostId);
      }
    }
    return [...wanted].filter((hostId) => reign.now() - reign.host(hostId).readAt >= reign.timings.tickMs / 2);
  }

  async #attempt(what: string, task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      if (error instanceof SteppedDownError) throw error;
      this.reign.deps.runtime.log.warn(`Leader could not ${what}, trying again`, { error });
    }
  }
}
