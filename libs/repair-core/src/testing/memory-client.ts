import { StoreUnavailableError, UnknownOutcomeError } from '../errors/domain-error.js';
import type { Timers } from '../ports/runtime.js';
import type { ConditionalRows } from './conditional-rows.js';
import type { Replicas } from './stamped-cell.js';

/** What becomes of a write whose answer is lost: done, never done, done later, or done on one replica only. */
export type LostAnswer = 'applied' | 'lost' | 'late' | 'half';

/** Chooses operations by name, for example `leases.renew`, `assignments.write`, `runs.activate`. */
export type OperationFilter = (operation: string) => boolean;

interface Fault {
  readonly kind: 'unavailable' | LostAnswer;
  readonly matches: OperationFilter;
  readonly lateMs: number;
  left: number;
}

export interface MemoryStatistics {
  /** Statements as Cassandra would count them; conditional writes included. */
  readonly statements: number;
  readonly conditionalWrites: number;
  /** Calls by operation name. */
  readonly operations: Readonly<Record<string, number>>;
}

/** One statement of a memory store. */
export interface MemoryStatement<T> {
  readonly operation: string;
  readonly statements?: number;
  /** Reads have no unknown outcome. */
  readonly kind: 'read' | 'write';
  /** Partition of a conditional write. */
  readonly conditional?: Pick<ConditionalRows<unknown>, 'postpone'>;
  apply(): T;
}

const always: OperationFilter = () => true;

/** The connection of one sidecar to the memory cluster: its faults, delays and counts are its own. */
export class MemoryClient {
  #faults: Fault[] = [];
  #delays = { requestMs: 0, answerMs: 0, matches: always };
  #statements = 0;
  #conditionalWrites = 0;
  #operations: Record<string, number> = {};

  /** How long each statement takes on its way, ms; asked for every one. Needs timers. */
  latencyMs: (() => number) | undefined;

  constructor(
    readonly timers?: Timers,
    private readonly replicas?: Replicas,
  ) {}

  /** The next `count` matching statements do nothing and throw StoreUnavailableError; Infinity = until {@link heal}. */
  fail(count = 1, matches: OperationFilter = always): void {
    this.#faults.push({ kind: 'unavailable', matches, left: count, lateMs: 0 });
  }

  /**
   * The next `count` matching writes throw UnknownOutcomeError. `late`: a plain write takes effect after `lateMs`, a
   * conditional one when the next serial operation touches its partition. `half`: a plain write reaches one replica, a
   * conditional one is like `late`.
   */
  loseAnswer(effect: LostAnswer, options: { count?: number; matches?: OperationFilter; lateMs?: number } = {}): void {
    const { count = 1, matches = always, lateMs = 0 } = options;
    this.#faults.push({ kind: effect, matches, left: count, lateMs });
  }

  /** Every matching statement from now on waits before it takes effect and again before it answers. Needs timers. */
  delay(delays: { requestMs?: number; answerMs?: number; matches?: OperationFilter }): void {
    this.#delays = { requestMs: 0, answerMs: 0, matches: always, ...delays };
  }

  /** Removes all faults and delays. */
  heal(): void {
    this.#faults = [];
    this.delay({});
  }

  statistics(): MemoryStatistics {
    return {
      statements: this.#statements,
      conditionalWrites: this.#conditionalWrites,
      operations: { ...this.#operations },
    };
  }

  /** For the stores. */
  async execute<T>(statement: MemoryStatement<T>): Promise<T> {
    this.#count(statement);
    const fault = this.#takeFault(statement);
    const delayed = this.#delays.matches(statement.operation) ? this.#delays : { requestMs: 0, answerMs: 0 };
    const requestMs = delayed.requestMs + (this.latencyMs?.() ?? 0);
    const answerMs = delayed.answerMs + (this.latencyMs?.() ?? 0);
    if (requestMs > 0) await this.#sleep(requestMs);
    if (fault) return this.#suffer(fault, statement);
    const answer = statement.apply();
    if (answerMs > 0) await this.#sleep(answerMs);
    return answer;
  }

  #count(statement: MemoryStatement<unknown>): void {
    this.#statements += statement.statements ?? 1;
    if (statement.conditional) this.#conditionalWrites += 1;
    this.#operations[statement.operation] = (this.#operations[statement.operation] ?? 0) + 1;
  }

  #takeFault(statement: MemoryStatement<unknown>): Fault | undefined {
    if (this.#faults.length === 0) return undefined;
    const fault = this.#faults.find(
      (one) => one.matches(statement.operation) && (one.kind === 'unavailable' || statement.kind === 'write'),
    );
    if (fault && --fault.left <= 0) this.#faults = this.#faults.filter((one) => one !== fault);
    return fault;
  }

  #suffer(fault: Fault, statement: MemoryStatement<unknown>): never {
    const { operation, conditional } = statement;
    if (fault.kind === 'unavailable') {
      throw new StoreUnavailableError(`${operation}: the memory cluster was told to be unavailable`, { operation });
    }
    if (fault.kind === 'applied') statement.apply();
    if (conditional && (fault.kind === 'late' || fault.kind === 'half')) conditional.postpone(() => statement.apply());
    else if (fault.kind === 'half') this.#reachOne(statement);
    else if (fault.kind === 'late') void this.#sleep(fault.lateMs).then(() => statement.apply());
    throw new UnknownOutcomeError(`${operation}: the memory cluster was told to lose the answer`, { operation });
  }

  #reachOne(statement: MemoryStatement<unknown>): void {
    if (!this.replicas) throw new TypeError('This client knows no replicas: connect with MemoryCluster.connect');
    this.replicas.reach = 'one';
    try {
      statement.apply();
    } finally {
      this.replicas.reach = 'all';
    }
  }

  async #sleep(ms: number): Promise<void> {
    if (ms <= 0) return;
    if (!this.timers) throw new TypeError('Delays need timers: pass them to MemoryCluster.connect({ timers })');
    await this.timers.sleep(ms);
  }
}
