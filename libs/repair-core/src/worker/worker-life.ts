import type { RepairEvent } from '../ports/repair-node.js';
import { AssignmentPoll } from './assignment-poll.js';
import { CommandLedger } from './command-ledger.js';
import { Executor } from './executor.js';
import type { LifeContext } from './life-context.js';
import { NodeLife } from './node-life.js';
import { NodeWatch } from './node-watch.js';
import { firstStamp, register, type Predecessor } from './registration.js';
import { Reports } from './reports.js';
import { Wake } from './wake.js';
import { WorkerMemory } from './worker-memory.js';
import type { WorkerDeps, WorkerSettings } from './worker-options.js';

/** How often a drain looks whether the command is over. */
const DRAIN_STEP_MS = 100;

/** One incarnation of the worker on one host id: wires the parts and runs their loops until it ends. */
export class WorkerLife {
  readonly memory: WorkerMemory;
  readonly watch: NodeWatch;
  readonly poll: AssignmentPoll;
  readonly reports: Reports;
  readonly #deps: WorkerDeps;
  readonly #settings: WorkerSettings;
  readonly #end = new AbortController();
  readonly #ledger = new CommandLedger();
  readonly #life: NodeLife;
  readonly #wake: Wake;
  #context: LifeContext;
  #missed = 0;
  #draining = false;
  #leaseHolder = '';
  #registered = false;
  #problem: string | undefined;

  constructor(deps: WorkerDeps, settings: WorkerSettings, { identity, previous }: Predecessor) {
    const { runtime } = deps;
    const stop = this.#end.signal;
    const incarnation = runtime.entropy.uuid();
    this.#deps = deps;
    this.#settings = settings;
    this.memory = new WorkerMemory(incarnation, runtime.clock.wallMs(), identity, previous?.state);
    if (previous?.state.jvmStartMs === identity.jvmStartMs) this.#ledger.raise(previous.state.lastCommand ?? 0);
    this.#wake = new Wake(runtime.timers, stop);
    this.#life = new NodeLife(deps.node, this.memory, {
      restarted: () => this.#nodeRestarted(),
      replaced: () => this.end(),
    });
    this.watch = this.#newWatch();
    this.reports = this.#newReports(firstStamp(runtime.clock.wallMs(), previous?.stamp));
    this.poll = this.#newPoll();
    this.#context = this.#newContext();
  }

  get registered(): boolean {
    return this.#registered;
  }
  /** Why it is not registered. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Registers and works until {@link end}, or until another host id answers. */
  async run(): Promise<void> {
    const unlisten = this.#deps.node.listen({
      event: (event) => this.#event(event),
      missed: () => this.#eventsMissed(),
    });
    try {
      if (!(await this.#register())) return;
      const executor = new Executor(this.#context);
      await Promise.all([this.poll.run(), this.watch.run(), this.reports.run(), executor.run()]);
    } finally {
      unlisten();
    }
  }

  /** Starts nothing any more. Resolves when no command runs, or after `patienceMs`. */
  async drain(patienceMs: number): Promise<void> {
    const { clock, timers } = this.#deps.runtime;
    const until = clock.monotonicMs() + patienceMs;
    this.#draining = true;
    this.#wake.notify();
    while (this.memory.current && clock.monotonicMs() < until && !this.#end.signal.aborted) {
      await timers.sleep(Math.min(DRAIN_STEP_MS, until - clock.monotonicMs()), this.#end.signal);
    }
  }

  end(): void {
    this.#end.abort();
  }

  async #register(): Promise<boolean> {
    const stop = this.#end.signal;
    const lease = await register(this.#deps, this.#settings, stop, {
      write: () => this.reports.write(),
      failed: (problem) => (this.#problem = problem),
    });
    if (!lease) return false;
    this.memory.epochSeen(lease.epoch);
    this.#leaseHolder = lease.holder;
    this.#registered = true;
    this.#problem = undefined;
    const { incarnation, identity } = this.memory;
    this.#deps.runtime.log.info('The worker is registered', {
      hostId: identity.hostId,
      incarnation,
      epoch: lease.epoch,
    });
    if (lease.holder !== '') this.#deps.doorbell.ring(lease.holder);
    return true;
  }

  #event(event: RepairEvent): void {
    if (this.#end.signal.aborted) return;
    const foreign = this.#ledger.foreign().length;
    this.#ledger.record(event, this.#deps.runtime.clock.monotonicMs());
    if (this.#ledger.foreign().length !== foreign) this.watch.lookNow();
    if (event.type !== 'PROGRESS') this.#wake.notify();
  }

  #eventsMissed(): void {
    this.#missed += 1;
    this.#life.doubt();
    this.#wake.notify();
    this.watch.lookNow();
  }

  #nodeRestarted(): void {
    this.#ledger.clear();
    this.reports.soon();
    this.#deps.runtime.log.warn('The node was restarted', { hostId: this.memory.identity.hostId });
  }

  #newWatch(): NodeWatch {
    return new NodeWatch({
      runtime: this.#deps.runtime,
      node: this.#deps.node,
      settings: this.#settings,
      memory: this.memory,
      ledger: this.#ledger,
      life: this.#life,
      stop: this.#end.signal,
      lastEnd: () => this.#context.lastRepair?.endedAt,
      changed: () => this.#wake.notify(),
    });
  }

  #newReports(base: number): Reports {
    const { runtime, nodeStates, doorbell } = this.#deps;
    return new Reports(
      {
        runtime,
        store: nodeStates,
        doorbell,
        settings: this.#settings,
        memory: this.memory,
        watch: this.watch,
        stop: this.#end.signal,
        leaseHolder: () => this.#leaseHolder,
      },
      base,
    );
  }

  #newPoll(): AssignmentPoll {
    return new AssignmentPoll({
      runtime: this.#deps.runtime,
      assignments: this.#deps.assignments,
      settings: this.#settings,
      memory: this.memory,
      stop: this.#end.signal,
      polled: ({ newer }) => {
        if (newer) this.reports.soon();
        if (newer) this.watch.reconsider();
        this.#wake.notify();
      },
    });
  }

  #newContext(): LifeContext {
    return {
      deps: this.#deps,
      settings: this.#settings,
      memory: this.memory,
      ledger: this.#ledger,
      life: this.#life,
      watch: this.watch,
      reports: this.reports,
      poll: this.poll,
      stop: this.#end.signal,
      wake: this.#wake,
      missedEvents: () => this.#missed,
      claim: (commandNumber) => {
        this.#ledger.claim(commandNumber);
        this.memory.learnt({ commandNumber });
      },
      draining: () => this.#draining,
      lastRepair: undefined,
    };
  }
}
