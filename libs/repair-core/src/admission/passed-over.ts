import { reasonKey, type AdmissionInput, type AdmissionRun, type WaitingSet } from './admission-input.js';

/** A set of a run that waits. */
export interface Waiting {
  readonly run: AdmissionRun;
  readonly set: WaitingSet;
}

/**
 * Counts how often nodes of a waiting set went to others, so that none waits for ever however low its priority. Up to
 * the limit only grants that took one of its nodes count. From then on the set is overdue and every grant counts: the
 * counts of overdue sets rise alike, so the one that became overdue first stays the first.
 */
export class PassedOver {
  #grants = 0;
  /** Which grants of this time took a node, by host id. */
  readonly #taken = new Map<string, number[]>();
  readonly #waiting: Waiting[] = [];
  readonly #hindered: Waiting[] = [];

  constructor(private readonly input: AdmissionInput) {}

  /** Sets that go before all others, the first to be served first. */
  overdue(): readonly Waiting[] {
    const { runs, limits } = this.input;
    const found: (Waiting & { readonly count: number })[] = [];
    for (const run of runs.filter(({ held }) => !held)) {
      for (const set of run.sets) {
        const count = this.#before({ run, set });
        if (count >= limits.maxPassedOver) found.push({ run, set, count });
      }
    }
    return found.sort((a, b) => b.count - a.count || b.run.priority - a.run.priority);
  }

  granted({ participants }: WaitingSet): void {
    this.#grants += 1;
    for (const hostId of participants) this.#taken.set(hostId, [...(this.#taken.get(hostId) ?? []), this.#grants]);
  }

  /** Only nodes in use or at rest keep it waiting. */
  waits(waiting: Waiting): void {
    this.#waiting.push(waiting);
  }

  /** Something else does: it was not passed over, and keeps the count it has. */
  isHindered(waiting: Waiting): void {
    this.#hindered.push(waiting);
  }

  /** Counts of all sets that wait now; one that was granted begins anew. */
  counts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    const note = (waiting: Waiting, count: number) => count > 0 && counts.set(keyOf(waiting), count);
    for (const waiting of this.#waiting) note(waiting, this.#after(waiting));
    for (const waiting of this.#hindered) note(waiting, this.#before(waiting));
    return counts;
  }

  #after(waiting: Waiting): number {
    const { maxPassedOver } = this.input.limits;
    const before = this.#before(waiting);
    if (before >= maxPassedOver) return before + this.#grants;
    const taken = waiting.set.participants.flatMap((hostId) => this.#taken.get(hostId) ?? []);
    return taken.length === 0 ? before : Math.min(before + new Set(taken).size, maxPassedOver);
  }

  #before(waiting: Waiting): number {
    return this.input.passedOver.get(keyOf(waiting)) ?? 0;
  }
}

function keyOf({ run, set }: Waiting): string {
  return reasonKey(run.runId, set.participants);
}
