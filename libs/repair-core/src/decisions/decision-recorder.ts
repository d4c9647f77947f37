import type { EngineObserver } from '../ports/engine-observer.js';
import type { Runtime } from '../ports/runtime.js';
import { REASONS, type Reason } from '../reasons/reason.js';
import { DecisionKind, type DecisionFacts } from './decision.js';
import type { DecisionLog } from './decision-log.js';

/** Decisions that may come at once, and the pace at which more may follow. */
const BURST = 60;
const MS_PER_DECISION = 2_000;
/** A detail is for a line on a screen. */
const LONGEST_DETAIL = 500;

/** Writes down what the engine tells. Best effort: never throws, never waits, and leaves out what comes too fast. */
export class DecisionRecorder implements EngineObserver {
  /** Reason codes that were last told of a run. */
  readonly #told = new Map<string, string>();
  #allowance = BURST;
  #refilledAt: number;
  #leftOut = 0;

  constructor(
    private readonly log: Pick<DecisionLog, 'append'>,
    private readonly runtime: Runtime,
    private readonly ownHost: () => string | undefined,
  ) {
    this.#refilledAt = runtime.clock.monotonicMs();
  }

  leading(leads: boolean, _epoch: number, why: string): void {
    this.#told.clear();
    this.decided({ kind: leads ? DecisionKind.Leading : DecisionKind.NotLeading, detail: why });
  }

  runChanged(runId: string, state: string): void {
    this.decided({ kind: DecisionKind.RunChanged, runId, detail: state });
  }

  runEnded(runId: string, state: string): void {
    this.#told.delete(runId);
    this.decided({ kind: DecisionKind.RunEnded, runId, detail: state });
  }

  waiting(runId: string, reasons: readonly Reason[]): void {
    const worth = reasons.filter(({ code }) => REASONS[code].class !== 'normal');
    const codes = [...new Set(worth.map(({ code }) => code))].sort().join();
    const before = this.#told.get(runId) ?? '';
    if (codes === before) return;
    this.#told.set(runId, codes);
    const [first] = worth;
    if (!first) return this.decided({ kind: DecisionKind.GoingOn, runId, detail: 'nothing unusual holds it back' });
    const { code, evidence } = first;
    const detail = `${REASONS[code].title}: ${evidence}${worth.length > 1 ? ` (and ${worth.length - 1} more)` : ''}`;
    this.decided({ kind: DecisionKind.Waiting, runId, code, detail });
  }

  decided(facts: DecisionFacts): void {
    if (!this.#mayWrite()) {
      this.#leftOut += 1;
      return;
    }
    const { clock, entropy, log } = this.runtime;
    const hostId = this.ownHost();
    const decision = {
      ...facts,
      detail: this.#detail(facts),
      id: entropy.uuid(),
      atMs: clock.wallMs(),
      ...(hostId !== undefined && { hostId }),
    };
    this.log.append(decision).catch((error: unknown) => log.debug('Decision not written', { error }));
  }

  #detail({ detail }: DecisionFacts): string {
    const missing = this.#leftOut > 0 ? ` [${this.#leftOut} decisions before this one were left out]` : '';
    this.#leftOut = 0;
    return detail.slice(0, LONGEST_DETAIL) + missing;
  }

  #mayWrite(): boolean {
    const now = this.runtime.clock.monotonicMs();
    const refill = (now - this.#refilledAt) / MS_PER_DECISION;
    this.#allowance = Math.min(BURST, this.#allowance + refill);
    this.#refilledAt = now;
    if (this.#allowance < 1) return false;
    this.#allowance -= 1;
    return true;
  }
}
