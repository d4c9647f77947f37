import type { ForeignRepair, NodePressure, NodeState } from '../model/node-state.js';
import type { NodeActivity, RepairNode } from '../ports/repair-node.js';
import type { Runtime } from '../ports/runtime.js';
import { backoffMs } from './backoff.js';
import type { CommandLedger } from './command-ledger.js';
import { ageMs, momentOf, type Moment } from './elapsed.js';
import { foreignCommand, ForeignRepairs, type Finding } from './foreign-repairs.js';
import type { NodeLife } from './node-life.js';
import { Wake } from './wake.js';
import type { WorkerMemory } from './worker-memory.js';
import type { WorkerSettings } from './worker-options.js';

/** Whether the node can be used now. */
export interface NodeStanding {
  /** Text of the last failure while the node cannot be reached. */
  readonly unreachable?: string | undefined;
  readonly foreign?: ForeignRepair | undefined;
  /** A recent look found nothing that is not ours: enough to start. */
  readonly clear: boolean;
  /** So did the last one, which counted no session of others: needed for a cancel that would end foreign repairs, too. */
  readonly certain: boolean;
  /** The node counted its sessions, and none is of another repair: what works on the tables of our command is of it. */
  readonly alone: boolean;
}

export interface NodeWatchParts {
  readonly runtime: Runtime;
  readonly node: RepairNode;
  readonly settings: WorkerSettings;
  readonly memory: WorkerMemory;
  readonly ledger: CommandLedger;
  readonly life: NodeLife;
  readonly stop: AbortSignal;
  /** End of the last own command, whose sessions may linger. */
  readonly lastEnd: () => Moment | undefined;
  readonly changed: () => void;
}

/** At most this many foreign commands are asked for in one look. */
const MAX_ASKED = 4;

/** Looks at the node at the pace of the heartbeat: reachable, pressure, sessions, repairs that are not ours. */
export class NodeWatch {
  readonly #parts: NodeWatchParts;
  readonly #foreignRepairs: ForeignRepairs;
  readonly #wake: Wake;
  #looking: Promise<void> | undefined;
  #lastTryMs = -Infinity;
  #lookedWithWork = false;
  #failures = 0;
  #unreachable: { readonly cause: string; readonly since: Moment } | undefined;
  #activity: { readonly at: Moment; readonly seen: NodeActivity } | undefined;
  #finding: Finding = { kind: 'unjudged' };
  #clearAt: Moment | undefined;

  constructor(parts: NodeWatchParts) {
    const { maxRepairsPerNode, timings } = parts.settings;
    this.#parts = parts;
    this.#foreignRepairs = new ForeignRepairs({ maxRepairsPerNode, ...timings });
    this.#wake = new Wake(parts.runtime.timers, parts.stop);
  }

  async run(): Promise<void> {
    while (!this.#parts.stop.aborted) {
      const dueInMs = this.#lastTryMs + this.#periodMs() - this.#now();
      if (dueInMs <= 0) await this.look();
      else await this.#wake.wait(dueInMs);
    }
  }

  /** Looks soon instead of at the next heartbeat. */
  lookNow(): void {
    this.#lastTryMs = -Infinity;
    this.#wake.notify();
  }

  /** An item waits for a clear look. One without work could not judge what it saw; one with work is repeated at its pace. */
  lookWanted(): void {
    const old = this.#now() - this.#lastTryMs >= this.#parts.settings.timings.suspicionMs;
    if (!this.#lookedWithWork || old) this.lookNow();
  }

  /** There may be work now, which has a quicker pace. */
  reconsider(): void {
    this.#wake.notify();
  }

  /** Looks at the node; callers at the same time share one look. Never rejects. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  /** Looks, but waits no longer than `patienceMs`: a hanging node must not stop its caller. True when the look is done. */
  async lookWithin(patienceMs: number): Promise<boolean> {
    const patience = new AbortController();
    const looked = this.look().then(() => true);
    const tired = this.#parts.runtime.timers.sleep(patienceMs, patience.signal).then(() => false);
    const done = await Promise.race([looked, tired]);
    patience.abort();
    return done;
  }

  /** A call to the node failed elsewhere. */
  failed(error: unknown): void {
    const { log, clock } = this.#parts.runtime;
    const cause = error instanceof Error ? error.message : String(error);
    this.#unreachable = { cause, since: this.#unreachable?.since ?? momentOf(clock) };
    this.#parts.life.doubt();
    this.#failures += 1;
    this.#clearAt = undefined;
    this.#wake.notify();
    log.warn('The node cannot be used', { cause });
  }

  standing(): NodeStanding {
    const { runtime, settings } = this.#parts;
    const foreign = this.#foreign();
    const fresh = this.#clearAt !== undefined && ageMs(runtime.clock, this.#clearAt) <= settings.timings.clearMs;
    const certain = fresh && !foreign && this.#finding.kind === 'alone';
    return {
      unreachable: this.#unreachable?.cause,
      foreign,
      clear: fresh && !foreign,
      certain,
      alone: certain && this.#activity?.seen.sessions !== undefined,
    };
  }

  /** What the last look found, and commands heard of since. */
  #foreign(): ForeignRepair | undefined {
    if (this.#finding.kind === 'foreign') return this.#finding.foreign;
    const [command] = this.#parts.ledger.foreign();
    return command && foreignCommand(command, this.#parts.runtime.clock.wallMs());
  }

  /** Parts of the register. Sessions are evidence for others, so old ones are not repeated. */
  report(): Pick<NodeState, 'sessions' | 'foreign' | 'pressure' | 'lastCommand'> {
    const { foreign } = this.standing();
    const { highest } = this.#parts.ledger;
    const sessions = this.#recentSessions();
    return {
      ...(sessions !== undefined && { sessions }),
      ...(foreign && { foreign }),
      pressure: this.#pressure(),
      ...(highest > 0 && { lastCommand: highest }),
    };
  }

  #pressure(): NodePressure {
    if (!this.#unreachable) return pressureOf(this.#activity?.seen);
    const { cause, since } = this.#unreachable;
    return { unreachable: cause, unreachableForMs: ageMs(this.#parts.runtime.clock, since) };
  }

  async #look(): Promise<void> {
    this.#lastTryMs = this.#now();
    this.#lookedWithWork = this.#parts.memory.busy;
    const at = momentOf(this.#parts.runtime.clock);
    try {
      await this.#parts.life.confirm();
      const seen = await this.#parts.node.activity();
      await this.#askForForeignCommands(seen);
      this.#reached(at, seen);
    } catch (error) {
      if (!this.#parts.stop.aborted) this.failed(error);
    }
    this.#parts.changed();
  }

  #reached(at: Moment, seen: NodeActivity): void {
    if (this.#unreachable !== undefined) this.#parts.runtime.log.info('The node can be used again');
    this.#unreachable = undefined;
    this.#failures = 0;
    this.#activity = { at, seen };
    this.#finding = this.#judge(seen);
    if (this.#finding.kind === 'alone' || this.#finding.kind === 'shared') this.#clearAt = at;
  }

  #judge(seen: NodeActivity): Finding {
    const { memory, ledger, runtime, settings, lastEnd } = this.#parts;
    const end = lastEnd();
    const settled = !end || ageMs(runtime.clock, end) >= settings.timings.settleMs;
    return this.#foreignRepairs.judge({
      atMs: this.#now(),
      wallMs: runtime.clock.wallMs(),
      sessions: seen.sessions,
      autoRepair: seen.autoRepair,
      commands: ledger.foreign(),
      ours: memory.current ? 1 : 0,
      judgeable: memory.busy && settled,
    });
  }

  /** The COMPLETE of a foreign command may have been lost; it must not hold this node for ever. */
  async #askForForeignCommands(seen: NodeActivity): Promise<void> {
    const { ledger, node, settings } = this.#parts;
    const { silenceMs, foreignQuietMs } = settings.timings;
    const quietMs = ({ lastAtMs }: { lastAtMs: number }) => this.#now() - lastAtMs;
    const silent = ledger.foreign().filter((command) => quietMs(command) >= silenceMs);
    for (const command of silent.slice(0, MAX_ASKED)) {
      const { state } = await node.status(command.commandNumber);
      const traceless = state === 'unknown' && (seen.sessions === 0 || quietMs(command) >= foreignQuietMs);
      if (state === 'completed' || state === 'failed' || traceless) ledger.close(command.commandNumber);
    }
  }

  #recentSessions(): number | undefined {
    const { runtime, settings } = this.#parts;
    if (!this.#activity || this.#unreachable !== undefined) return undefined;
    const recent = ageMs(runtime.clock, this.#activity.at) <= settings.timings.busyHeartbeatMs;
    return recent ? this.#activity.seen.sessions : undefined;
  }

  #periodMs(): number {
    const { memory, runtime, settings } = this.#parts;
    const { timings } = settings;
    if (this.#failures > 0) {
      const limits = { minMs: timings.retryMinMs, maxMs: timings.retryMaxMs };
      return backoffMs(this.#failures, limits, runtime.entropy.random());
    }
    return memory.busy ? timings.busyHeartbeatMs : timings.idleHeartbeatMs;
  }

  #now(): number {
    return this.#parts.runtime.clock.monotonicMs();
  }
}

const PRESSURE = [
  'operationMode',
  'pendingCompactions',
  'disk',
  'otherStreams',
  'hintFiles',
  'hintDeliveries',
] as const satisfies readonly (keyof NodeActivity & keyof NodePressure)[];

function pressureOf(seen: NodeActivity | undefined): NodePressure {
  const told = PRESSURE.filter((name) => seen?.[name] !== undefined);
  return Object.fromEntries(told.map((name) => [name, seen?.[name]]));
}
