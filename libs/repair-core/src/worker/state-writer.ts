import type { NodeState } from '../model/node-state.js';
import type { Stamp } from '../model/stamp.js';
import type { NodeStateStore } from '../ports/registers.js';

/** Takes a picture of the memory for write number `n`. Called when the write begins, not when it was asked for. */
export type TakeState = (n: number) => NodeState;

/**
 * Writes the register strictly one write after the other, so that a newer picture never carries a lower stamp.
 * Requests that come while one is under way share the next.
 */
export class StateWriter {
  #n = 0;
  #tail: Promise<void> = Promise.resolve();
  #queued: Promise<void> | undefined;

  /** `base` lies above every stamp that an earlier incarnation can have used. */
  constructor(
    private readonly store: NodeStateStore,
    private readonly base: Stamp,
    private readonly take: TakeState,
  ) {}

  /** Resolves when a picture taken after this call is stored; rejects when that is not certain. */
  write(): Promise<void> {
    if (!this.#queued) {
      this.#queued = this.#tail.then(() => {
        this.#queued = undefined;
        return this.#put();
      });
      this.#tail = this.#queued.catch(() => undefined);
    }
    return this.#queued;
  }

  #put(): Promise<void> {
    this.#n += 1;
    return this.store.write(this.take(this.#n), this.base + this.#n);
  }
}
