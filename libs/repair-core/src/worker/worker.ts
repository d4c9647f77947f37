import type { CurrentCommand, ForeignRepair } from '../model/node-state.js';
import type { NodeIdentity } from '../ports/repair-node.js';
import { ageMs } from './elapsed.js';
import { findPredecessor } from './registration.js';
import { WorkerLife } from './worker-life.js';
import type { Waiting } from './worker-memory.js';
import { workerSettings, type WorkerDeps, type WorkerOptions, type WorkerSettings } from './worker-options.js';

/** State of a worker for health checks and metrics. */
export interface WorkerSnapshot {
  readonly registered: boolean;
  /** Last failure of registration; undefined once registered. */
  readonly problem?: string;
  /** The node answered the last call. */
  readonly reachable: boolean;
  readonly unreachable?: string;
  readonly identity?: NodeIdentity;
  readonly incarnation?: string;
  readonly current?: CurrentCommand;
  /** Items of the own list not started yet. */
  readonly pending: number;
  readonly waiting?: Waiting;
  readonly foreign?: ForeignRepair;
  /** Age of the newest proof that the known list is the newest, ms. */
  readonly readAgeMs?: number;
  /** Failed writes of the own register in a row. */
  readonly reportFailures: number;
}

/** The last report of a stopping worker may take this long. */
const LAST_REPORT_MS = 2_000;

/**
 * Executes the assignments of the leader on the own node, one command at a time, and reports. Decides nothing.
 * See docs/architecture.md, "Worker".
 */
export class Worker {
  readonly #deps: WorkerDeps;
  readonly #settings: WorkerSettings;
  readonly #stop = new AbortController();
  #life: WorkerLife | undefined;
  #problem: string | undefined;
  #running: Promise<void> | undefined;

  /** Throws a RangeError that names every mistake in `options`. */
  constructor(deps: WorkerDeps, options: WorkerOptions) {
    this.#deps = deps;
    this.#settings = workerSettings(options);
  }

  /** Registers in the background, for ever if need be, then works. Further calls do nothing. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** Doorbell: reads the own assignment now. Cheap; calls during a read are answered by one more read. */
  look(): void {
    this.#life?.poll.look();
  }

  /**
   * Starts nothing new, waits up to `drainMs` for the running command, reports once more and ends. A command that still
   * runs is left alone: the next process of this host adopts it.
   */
  async stop(options: { readonly drainMs: number }): Promise<void> {
    const life = this.#life;
    if (life?.registered) await life.drain(options.drainMs);
    this.#stop.abort();
    life?.end();
    await this.#running;
    if (life?.registered) await this.#lastReport(life);
  }

  snapshot(): WorkerSnapshot {
    const life = this.#life;
    if (!life) return { registered: false, reachable: false, pending: 0, reportFailures: 0, ...problem(this.#problem) };
    const { memory } = life;
    const { unreachable, foreign } = life.watch.standing();
    return {
      registered: life.registered,
      ...problem(life.problem),
      reachable: unreachable === undefined,
      ...(unreachable !== undefined && { unreachable }),
      identity: memory.identity,
      incarnation: memory.incarnation,
      ...(memory.current && { current: memory.current }),
      pending: memory.pending,
      ...(memory.waiting && { waiting: memory.waiting }),
      ...(foreign && { foreign }),
      ...(memory.readAt && { readAgeMs: ageMs(this.#deps.runtime.clock, memory.readAt) }),
      reportFailures: life.reports.failures,
    };
  }

  /** One life after the other: a node that comes back with another host id needs a new incarnation under that id. */
  async #run(): Promise<void> {
    const stop = this.#stop.signal;
    while (!stop.aborted) {
      const failed = (text: string) => (this.#problem = text);
      const predecessor = await findPredecessor(this.#deps, this.#settings, stop, failed);
      if (!predecessor || stop.aborted) return;
      this.#life = new WorkerLife(this.#deps, this.#settings, predecessor);
      await this.#supervise(this.#life);
    }
  }

  /** A failure that no part foresaw ends that life only; the next one takes over what was announced. */
  async #supervise(life: WorkerLife): Promise<void> {
    const { log, timers } = this.#deps.runtime;
    try {
      await life.run();
    } catch (error) {
      log.error('The worker failed and begins anew', { cause: String(error) });
      await timers.sleep(this.#settings.timings.retryMaxMs, this.#stop.signal);
    } finally {
      life.end();
    }
  }

  async #lastReport(life: WorkerLife): Promise<void> {
    const { runtime } = this.#deps;
    const patience = new AbortController();
    const report = life.reports.close().catch((error: unknown) => {
      runtime.log.warn('The last report could not be written', { cause: String(error) });
    });
    await Promise.race([report, runtime.timers.sleep(LAST_REPORT_MS, patience.signal)]);
    patience.abort();
  }
}

function problem(text: string | undefined): { readonly problem?: string } {
  return text === undefined ? {} : { problem: text };
}
