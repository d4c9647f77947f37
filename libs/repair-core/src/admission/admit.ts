import type { Reason } from '../reasons/reason.js';
import {
  reasonKey,
  type AdmissionInput,
  type AdmissionOutput,
  type AdmissionRun,
  type Grant,
  type HostFacts,
  type HungryList,
  type WaitingSet,
} from './admission-input.js';
import { chooseCoordinator, eligibleCoordinators } from './coordinator.js';
import { NodeUse } from './node-use.js';
import { isOurOwnWork, worseObstacle, worstObstacle, type Obstacle } from './obstacle.js';
import { RepairedDataUse } from './incremental.js';
import { PassedOver, type Waiting } from './passed-over.js';
import { SetObstacles } from './set-obstacles.js';

/**
 * Decides which waiting replica sets may run now, and gives one reason for each that may not. Pure: the same input
 * gives the same answer.
 *
 * Priority first; among equals the runs take turns, set by set, the one served longest ago first, then the oldest.
 * No set starves: one that waited for its nodes longer than `reserveAfterMs` keeps them free of work of its priority,
 * and one whose nodes went to others `maxPassedOver` times goes before everything else.
 */
export function admit(input: AdmissionInput): AdmissionOutput {
  return new Admission(input).decide();
}

class Admission {
  readonly #obstacles: SetObstacles;
  readonly #use: NodeUse;
  readonly #repairedData = new RepairedDataUse();
  readonly #grants: Grant[] = [];
  readonly #reasons = new Map<string, Reason[]>();
  readonly #passedOver: PassedOver;
  /** Sets that wait for nothing but nodes in use. */
  readonly #queue: Waiting[] = [];

  constructor(private readonly input: AdmissionInput) {
    this.#obstacles = new SetObstacles(input);
    this.#use = new NodeUse(input);
    this.#passedOver = new PassedOver(input);
  }

  decide(): AdmissionOutput {
    const overdue = this.#passedOver.overdue();
    for (const { run, set } of overdue) this.#try(run, set, true);
    const done = new Set(overdue.map(({ set }) => set));
    for (const runs of byPriority(this.input.runs)) this.#serve(runs, done);
    const extensions = this.input.hungry.filter((list) => this.#mayExtend(list)).map(({ hostId }) => hostId);
    return { grants: this.#grants, extensions, reasons: this.#reasons, passedOver: this.#passedOver.counts() };
  }

  /** Runs of equal priority: first the sets that starve, then turn by turn. */
  #serve(runs: readonly AdmissionRun[], served: ReadonlySet<WaitingSet>): void {
    const starving = runs.flatMap((run) => this.#starving(run)).filter(({ set }) => !served.has(set));
    starving.sort((a, b) => a.sinceMs - b.sinceMs);
    for (const { run, set } of starving) this.#try(run, set, true);
    const done = new Set([...served, ...starving.map(({ set }) => set)]);
    const queues = runs.map((run) => ({ run, sets: run.sets.filter((set) => !done.has(set)).values() }));
    for (const { run } of queues) if (run.held) this.#tell(run, [], run.held);
    for (let left = queues.filter(({ run }) => !run.held); left.length > 0;) {
      left = left.filter(({ run, sets }) => this.#grantNext(run, sets));
    }
  }

  #starving(run: AdmissionRun) {
    if (run.held) return [];
    const { previous, nowMs, limits } = this.input;
    const found: { readonly run: AdmissionRun; readonly set: WaitingSet; readonly sinceMs: number }[] = [];
    for (const set of run.sets) {
      const before = previous.get(reasonKey(run.runId, set.participants));
      const waits = before && isOurOwnWork(before.code) && nowMs - before.sinceMs >= limits.reserveAfterMs;
      if (waits) found.push({ run, set, sinceMs: before.sinceMs });
    }
    return found;
  }

  /** Tells whether there was something to grant. */
  #grantNext(run: AdmissionRun, sets: Iterator<WaitingSet>): boolean {
    for (let next = sets.next(); !next.done; next = sets.next()) {
      if (this.#try(run, next.value, false)) return true;
    }
    return false;
  }

  #try(run: AdmissionRun, set: WaitingSet, reserves: boolean): boolean {
    const hosts = this.#obstacles.hosts(set);
    const obstacle = this.#worst(run, set, hosts);
    if (obstacle) return this.#refuse(run, set, obstacle, reserves);
    const coordinator = chooseCoordinator(eligibleCoordinators(hosts, set), (hostId) =>
      this.#use.isFreeToCoordinate(this.#obstacles.host(hostId)),
    );
    if (coordinator === undefined) return this.#refuse(run, set, everyoneCoordinates, reserves);
    const grant = { runId: run.runId, setKey: set.key, coordinator };
    this.#grants.push(grant);
    this.#use.take(grant, set.participants);
    this.#passedOver.granted(set);
    this.#repairedData.take(run.runId, set);
    return true;
  }

  #worst({ runId }: AdmissionRun, set: WaitingSet, hosts: readonly HostFacts[]): Obstacle | undefined {
    const own = worseObstacle(this.#obstacles.worst(set, hosts), this.#use.worst(runId, set, hosts));
    return worseObstacle(own, worstObstacle(this.#repairedData.obstacles(set, hosts)));
  }

  #refuse(run: AdmissionRun, set: WaitingSet, obstacle: Obstacle, reserves: boolean): false {
    this.#tell(run, set.participants, obstacle);
    const isInUse = isOurOwnWork(obstacle.code);
    if (isInUse) this.#queue.push({ run, set });
    if (isInUse || obstacle.code === 'NODE_RESTING') this.#passedOver.waits({ run, set });
    else this.#passedOver.isHindered({ run, set });
    if (reserves && (isInUse || this.#restsShortly(obstacle))) this.#use.reserve(run.runId, set);
    return false;
  }

  /** A long rest holds no reservation of nodes that could do other work meanwhile. */
  #restsShortly({ code, forMs = 0 }: Obstacle): boolean {
    return code === 'NODE_RESTING' && forMs <= this.input.limits.reserveAfterMs;
  }

  #tell(run: AdmissionRun, replicas: readonly string[], { code, evidence, forMs }: Told): void {
    const { nowMs, previous } = this.input;
    const before = previous.get(reasonKey(run.runId, replicas));
    const sinceMs = before?.code === code ? before.sinceMs : nowMs;
    const reason = { code, replicas, evidence, sinceMs };
    const told = this.#reasons.get(run.runId) ?? [];
    if (told.length === 0) this.#reasons.set(run.runId, told);
    told.push(forMs === undefined ? reason : { ...reason, untilMs: Math.ceil(nowMs + forMs) });
  }

  /** A list ends when somebody of equal or higher priority waits for one of its nodes. */
  #mayExtend({ runId, set }: HungryList): boolean {
    const run = this.input.runs.find((one) => one.runId === runId);
    if (!run || run.held || this.#obstacles.worst(set, this.#obstacles.hosts(set))) return false;
    if (this.#use.isReservedForOthers(runId, set.key, set.participants)) return false;
    const nodes = new Set(set.participants);
    return !this.#queue.some(
      (other) =>
        other.run.runId !== runId &&
        other.run.priority >= run.priority &&
        other.set.participants.some((hostId) => nodes.has(hostId)),
    );
  }
}

/** An obstacle of a set, or what holds a whole run. */
type Told = Pick<Reason, 'code' | 'evidence'> & Pick<Obstacle, 'forMs'>;

const everyoneCoordinates: Obstacle = {
  code: 'REPLICA_BUSY',
  evidence: 'every replica with a live sidecar runs another list',
};

/** Groups of equal priority, highest first; inside a group the one served longest ago first, then the oldest. */
function byPriority(runs: readonly AdmissionRun[]): readonly (readonly AdmissionRun[])[] {
  const groups = new Map<number, AdmissionRun[]>();
  for (const run of runs) groups.set(run.priority, [...(groups.get(run.priority) ?? []), run]);
  const inTurn = (a: AdmissionRun, b: AdmissionRun) =>
    a.lastGranted - b.lastGranted || a.createdAtMs - b.createdAtMs || (a.runId < b.runId ? -1 : 1);
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group.sort(inTurn));
}
