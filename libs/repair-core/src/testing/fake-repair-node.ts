import { NodeUnreachableError, StartRefusedError } from '../errors/domain-error.js';
import type { LoadFigures } from '../model/node-state.js';
import type {
  CancelTarget,
  CommandHistory,
  CommandStatus,
  NodeActivity,
  NodeIdentity,
  PreparedRepair,
  RecordedCommand,
  RepairCommand,
  RepairEvent,
  RepairListener,
  RepairNode,
} from '../ports/repair-node.js';
import type { Clock, Timers } from '../ports/runtime.js';

/** What becomes of one command. Everything optional: by default it succeeds after `durationMs` of the node. */
export interface FakeBehaviour {
  /** Infinity: runs until it is cancelled or the node restarts. */
  readonly durationMs?: number;
  /** Text of the ERROR event and of the failed status. */
  readonly failure?: string;
  /** `repairAsync` throws: StartRefusedError, no command. */
  readonly refused?: string;
  /** `repairAsync` returns 0: no command, no event. */
  readonly nothingToRepair?: boolean;
  /** NOTIFICATION "Repair … skipped: …" although it succeeds. */
  readonly skipped?: string;
  /** No event of this command reaches the listener. */
  readonly silent?: boolean;
  /** The number arrives this much later; events may come before. */
  readonly answerAfterMs?: number;
  /** The command runs, the connection dies: the number never arrives. */
  readonly answerLost?: boolean;
  /** The request never reached the node, the connection died: no command, no answer. */
  readonly requestLost?: boolean;
  /** The request is under way for so long; the answer comes after it. */
  readonly arrivesAfterMs?: number;
  /** `cancel` and `terminateAll` do nothing, as in the prepare phase. */
  readonly uncancellable?: boolean;
}

/** A command that the fake really ran. */
export interface FakeCommand {
  readonly number: number;
  readonly sessionId: string;
  readonly command: RepairCommand;
  readonly foreign: boolean;
  readonly startedAtMs: number;
  readonly jvmStartMs: number;
  readonly behaviour: FakeBehaviour;
  state: 'running' | 'completed' | 'failed';
  message?: string;
  endedAtMs?: number;
}

export interface FakeNodeOptions {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly identity?: Partial<NodeIdentity>;
  /** @default 1000 */
  readonly durationMs?: number;
  /** Has `getParentRepairStatus` and session counts (4.0+). @default true */
  readonly tellsStatus?: boolean;
  /** What the node's own tables tell: numbers and sessions (4.1+), sessions only (3.11, 4.0), nothing. @default 'numbers' */
  readonly records?: 'numbers' | 'sessions' | 'nothing';
}

const NO_BEHAVIOUR: FakeBehaviour = {};

/** A node in memory with the habits of the real one: lossy events, numbers that begin anew, statuses, outages, strangers. */
export class FakeRepairNode implements RepairNode, CommandHistory {
  /** Every command ever run, over all lives of the node, oldest first. */
  readonly commands: FakeCommand[] = [];
  /** Calls by operation, for counting. */
  readonly calls: Record<string, number> = {};
  /** Chooses the behaviour of our next command; by default all succeed. */
  behave: (command: RepairCommand) => FakeBehaviour = () => NO_BEHAVIOUR;
  /** Told of every command that begins, ours and foreign, and of its end. */
  began: (command: FakeCommand) => void = () => undefined;
  ended: (command: FakeCommand) => void = () => undefined;
  /** Sessions that other coordinators hold on this node. */
  otherSessions = 0;
  autoRepair: string | undefined;
  /** What it tells of its load. */
  load: LoadFigures = { pendingCompactions: 0 };
  readonly #options: FakeNodeOptions;
  readonly #listeners = new Set<RepairListener>();
  readonly #life = new Map<number, FakeCommand>();
  readonly #running = new Set<FakeCommand>();
  #identity: NodeIdentity;
  #lastNumber = 0;
  #connection = 0;
  #reachable = true;

  constructor(options: FakeNodeOptions) {
    this.#options = options;
    this.#identity = {
      hostId: 'host-1',
      address: '127.0.0.1:7000',
      datacenter: 'dc1',
      rack: 'r1',
      clusterName: 'fake',
      releaseVersion: '5.0.9',
      jvmStartMs: options.clock.wallMs() - 60_000,
      ...options.identity,
    };
  }

  async identity(): Promise<NodeIdentity> {
    await this.#called('identity');
    return this.#identity;
  }

  async activity(): Promise<NodeActivity> {
    await this.#called('activity');
    const tells = this.#options.tellsStatus ?? true;
    return {
      operationMode: 'NORMAL',
      ...this.load,
      ...(tells && { sessions: this.running().length + this.otherSessions }),
      ...(this.autoRepair !== undefined && { autoRepair: this.autoRepair }),
    };
  }

  listen(listener: RepairListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async prepare(command: RepairCommand): Promise<PreparedRepair> {
    await this.#called('prepare');
    const connection = this.#connection;
    return {
      jvmStartMs: this.#identity.jvmStartMs,
      start: () => {
        this.#count('start');
        if (!this.#reachable || connection !== this.#connection) throw unreachable();
        return this.#start(command, this.behave(command));
      },
      release: () => this.#count('release'),
    };
  }

  async status(commandNumber: number): Promise<CommandStatus> {
    await this.#called('status');
    const found = this.#life.get(commandNumber);
    if (!found || !(this.#options.tellsStatus ?? true)) return { state: 'unknown' };
    return { state: found.state, messages: found.message === undefined ? [] : [found.message] };
  }

  /** Full: stops the validations of the tables, whosever they are. Incremental: fails the named session. */
  async cancel({ mode, sessionId, keyspace, tables, alone }: CancelTarget): Promise<readonly string[]> {
    await this.#called('cancel');
    const isMeant = (command: FakeCommand) =>
      mode === 'full'
        ? alone && command.command.keyspace === keyspace && command.command.tables.some((name) => tables.includes(name))
        : command.sessionId === sessionId;
    const ended = this.running().filter((command) => isMeant(command) && !command.behaviour.uncancellable);
    for (const command of ended) this.#over(command, 'Validation failed');
    return ended.map((command) => `the work of session ${command.sessionId}`);
  }

  async terminateAll(): Promise<void> {
    await this.#called('terminateAll');
    for (const command of this.running()) {
      if (!command.behaviour.uncancellable) this.#over(command, 'Terminate session is called');
    }
  }

  async recent(keyspace: string): Promise<readonly RecordedCommand[] | undefined> {
    this.#count('recent');
    const { records = 'numbers' } = this.#options;
    if (records === 'nothing') return undefined;
    const kept = records === 'numbers' ? [...this.#life.values()] : this.commands;
    return (
      kept
        // The tables of system_distributed do not tell of commands that were skipped.
        .filter(
          ({ command, behaviour }) => command.keyspace === keyspace && (records === 'numbers' || !behaviour.skipped),
        )
        .map(({ number, sessionId, command, state, message, startedAtMs }) => ({
          ...(records === 'numbers' && { commandNumber: number }),
          ...(message !== undefined && { message }),
          ...{ sessionId, keyspace, tables: command.tables, ranges: command.ranges, state, startedAtMs },
        }))
        .reverse()
    );
  }

  /** Commands that run now, ours and foreign. */
  running(): FakeCommand[] {
    return [...this.#running];
  }

  /** Somebody else's command on this node. End it with {@link end}. */
  startForeign(command: RepairCommand, behaviour: FakeBehaviour = { durationMs: Infinity }): FakeCommand {
    return this.#run(command, behaviour, true);
  }

  /** Ends a command, successfully unless a failure is given. */
  end(command: FakeCommand, failure?: string): void {
    this.#over(command, failure);
  }

  /** A sign of life of a running command. */
  progress(command: FakeCommand): void {
    this.#fire(command, 'PROGRESS', `Repair session ${command.sessionId} finished`);
  }

  /** JMX cannot be reached; commands go on, their events are lost. */
  disconnect(): void {
    this.#reachable = false;
    this.#connection += 1;
  }

  reconnect(): void {
    this.#reachable = true;
    this.#tell((listener) => listener.missed());
  }

  /** Some events were dropped although the connection is up. */
  loseEvents(): void {
    this.#tell((listener) => listener.missed());
  }

  /** Another life: commands vanish without an event, numbers begin anew. */
  restart(identity: Partial<NodeIdentity> = {}): void {
    this.disconnect();
    for (const command of this.running()) {
      command.state = 'failed';
      command.endedAtMs = this.#options.clock.wallMs();
      this.#running.delete(command);
      this.ended(command);
    }
    this.#life.clear();
    this.#lastNumber = 0;
    const jvmStartMs = Math.max(this.#options.clock.wallMs(), this.#identity.jvmStartMs + 1);
    this.#identity = { ...this.#identity, jvmStartMs, ...identity };
    this.reconnect();
  }

  #start(command: RepairCommand, behaviour: FakeBehaviour): Promise<number> {
    if (behaviour.refused !== undefined) return Promise.reject(new StartRefusedError(behaviour.refused));
    if (behaviour.nothingToRepair) return Promise.resolve(0);
    if (behaviour.requestLost) return this.#connectionDies();
    return behaviour.arrivesAfterMs ? this.#arriveLate(command, behaviour) : this.#arrive(command, behaviour);
  }

  async #arriveLate(command: RepairCommand, behaviour: FakeBehaviour): Promise<number> {
    const { jvmStartMs } = this.#identity;
    await this.#options.timers.sleep(behaviour.arrivesAfterMs ?? 0);
    if (jvmStartMs !== this.#identity.jvmStartMs) throw unreachable();
    return this.#arrive(command, behaviour);
  }

  #arrive(command: RepairCommand, behaviour: FakeBehaviour): Promise<number> {
    const { number } = this.#run(command, behaviour, false);
    if (behaviour.answerLost) return this.#connectionDies();
    const { answerAfterMs } = behaviour;
    return answerAfterMs ? this.#options.timers.sleep(answerAfterMs).then(() => number) : Promise.resolve(number);
  }

  #connectionDies(): Promise<never> {
    this.disconnect();
    void Promise.resolve().then(() => this.reconnect());
    return Promise.reject(unreachable());
  }

  #run(command: RepairCommand, behaviour: FakeBehaviour, foreign: boolean): FakeCommand {
    const number = ++this.#lastNumber;
    const jvmStartMs = this.#identity.jvmStartMs;
    const run: FakeCommand = {
      ...{ number, sessionId: `session-${jvmStartMs}-${number}`, command, foreign, behaviour, jvmStartMs },
      startedAtMs: this.#options.clock.wallMs(),
      state: 'running',
    };
    this.commands.push(run);
    this.#life.set(number, run);
    this.#running.add(run);
    this.began(run);
    this.#fire(
      run,
      'START',
      `Starting repair command #${number} (${run.sessionId}), repairing keyspace ${command.keyspace}`,
    );
    const { durationMs = this.#options.durationMs ?? 1_000 } = behaviour;
    if (durationMs !== Infinity) {
      void this.#options.timers.sleep(durationMs).then(() => this.#over(run, behaviour.failure));
    }
    return run;
  }

  #over(run: FakeCommand, failure: string | undefined): void {
    if (run.state !== 'running') return;
    run.state = failure === undefined ? 'completed' : 'failed';
    run.endedAtMs = this.#options.clock.wallMs();
    this.#running.delete(run);
    if (failure !== undefined) run.message = failure;
    this.ended(run);
    const { skipped } = run.behaviour;
    if (failure === undefined && skipped !== undefined) run.message = skipped;
    if (skipped !== undefined) this.#fire(run, 'NOTIFICATION', `Repair ${run.sessionId} skipped: ${skipped}`);
    if (failure === undefined) this.#fire(run, 'SUCCESS', skipped ?? 'Repair completed successfully');
    else this.#fire(run, 'ERROR', `Repair command #${run.number} failed with error ${failure}`);
    this.#fire(run, 'COMPLETE', `Repair command #${run.number} finished`);
  }

  #fire(run: FakeCommand, type: RepairEvent['type'], message: string): void {
    if (run.behaviour.silent || !this.#reachable) return;
    const sessionId = type === 'START' ? { sessionId: run.sessionId } : {};
    this.#tell((listener) => listener.event({ commandNumber: run.number, type, message, ...sessionId }));
  }

  #tell(what: (listener: RepairListener) => void): void {
    for (const listener of this.#listeners) what(listener);
  }

  async #called(operation: string): Promise<void> {
    this.#count(operation);
    await Promise.resolve();
    if (!this.#reachable) throw unreachable();
  }

  #count(operation: string): void {
    this.calls[operation] = (this.calls[operation] ?? 0) + 1;
  }
}

function unreachable(): NodeUnreachableError {
  return new NodeUnreachableError('The fake node cannot be reached');
}
