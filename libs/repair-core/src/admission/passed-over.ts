import type { AdmissionInput, AdmissionRun, WaitingSet } from './admission-input.js';

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
  /** Node sets of the grants of this time. */
  readonly #granted: (readonly string[])[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #hindered: Waiting[] = [];

  constructor(private readonly input: AdmissionInput) {}

  /** Sets that go before all others, the first to be served first. */
  overdue(): readonly Waiting[] {
    const { runs, limits } = this.input;
    return runs
      .flatMap((run) => (run.held ? [] : run.sets.map((set) => ({ run, set }))))
      .map((waiting) => ({ ...waiting, count: this.#before(waiting) }))
      .filter(({ count }) => count >= limits.maxPassedOver)
      .sort((a, b) => b.count - a.count || b.run.priority - a.run.priority);
  }

  granted({ participants }: WaitingSet): void {
    this.#granted.push(participants);
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
    const counts = [
      ...this.#waiting.map((waiting) => [keyOf(waiting), this.#after(waiting)] as const),
      ...this.#hindered.map((waiting) => [keyOf(waiting), this.#before(waiting)] as const),
    ];
    return new Map(counts.filter(([, count]) => count > 0));
  }

  #after(waiting: Waiting): number {
    const { maxPassedOver } = this.input.limits;
    const before = this.#before(waiting);
    if (before >= maxPassedOver) return before + this.#granted.length;
    const nodes = new Set(waiting.set.participants);
    const taken = this.#granted.filter((participants) => participants.some((hostId) => nodes.has(hostId)));
    return Math.min(before + taken.length, maxPassedOver);
  }

  #before(waiting: Waiting): number {
    return this.input.passedOver.get(keyOf(waiting)) ?? 0;
  }
}

function keyOf({ run, set }: Waiting): string {
  return `${run.runId}/${set.key}`;
}
