import { changesBetween, stateId, type ClusterState } from './cluster-state.js';
import type { ChangeEvent, RunChange } from './event.js';

interface Entry {
  /** State after the changes. */
  readonly id: string;
  readonly changes: readonly ChangeEvent[];
}

/** The last changes, found by the names of the states between them. */
export class ChangeLog {
  #entries: Entry[] = [];
  #state: ClusterState | undefined;

  /** @param capacity states that are remembered */
  constructor(private readonly capacity = 600) {}

  get state(): ClusterState | undefined {
    return this.#state;
  }

  /** Name of the present state; undefined before the first. */
  get id(): string | undefined {
    return this.#entries.at(-1)?.id;
  }

  /** @returns what changed; nothing for the first state */
  advance(state: ClusterState, ended: readonly RunChange[]): readonly ChangeEvent[] {
    const id = stateId(state);
    const changes = this.#state ? changesBetween(this.#state, state, ended) : [];
    this.#state = state;
    if (id !== this.id) this.#entries.push({ id, changes });
    if (this.#entries.length > this.capacity) this.#entries.shift();
    return changes;
  }

  /** What changed since a state, of each run the last change only; undefined when the state is not known. */
  since(id: string): readonly ChangeEvent[] | undefined {
    const index = this.#entries.map((entry) => entry.id).lastIndexOf(id);
    if (index < 0) return undefined;
    const changes = this.#entries.slice(index + 1).flatMap((entry) => entry.changes);
    return [...new Map(changes.map((change) => [change.type === 'run' ? change.runId : '', change])).values()];
  }

  clear(): void {
    this.#entries = [];
    this.#state = undefined;
  }
}
