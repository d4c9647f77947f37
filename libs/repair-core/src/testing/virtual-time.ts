import type { Clock, Timers } from '../ports/runtime.js';

interface Sleeper {
  readonly at: number;
  readonly order: number;
  /** Whose step its waking is. */
  readonly owner: string | undefined;
  /** Undefined once it was woken or let go. */
  resolve: (() => void) | undefined;
}

export interface VirtualTimeOptions {
  /** @default 1_700_000_000_000 */
  readonly startMs?: number;
  /**
   * Everything between two moments happens in promise chains alone, with no timer, immediate or I/O of the platform:
   * then time passes ten times as fast. @default false
   */
  readonly promisesOnly?: boolean;
}

/** Runs every promise chain that can go on, at once. Undocumented in Node, so it may be missing. */
const runMicrotasks = (process as { readonly _tickCallback?: () => void })._tickCallback;

/**
 * Virtual time: `advance` runs everything that falls due, in order, letting promises settle in between. Sleeps take whole
 * milliseconds, like those of real timers: at an epoch time a much smaller step is lost in rounding, and whoever sleeps
 * until a moment that never comes would spin.
 */
export class VirtualTime implements Clock, Timers {
  /** Told how long the steps of an owner took, in real ms. */
  measure: ((owner: string, ms: number) => void) | undefined;
  /** Called after every step. Throwing stops the time. */
  afterStep: (() => void) | undefined;
  /** Moments at which somebody woke so far. */
  steps = 0;
  readonly #promisesOnly: boolean;
  readonly #sleepers: Sleeper[] = [];
  #now: number;
  #order = 0;

  constructor({ startMs = 1_700_000_000_000, promisesOnly = false }: VirtualTimeOptions = {}) {
    this.#now = startMs;
    this.#promisesOnly = promisesOnly && runMicrotasks !== undefined;
  }

  wallMs(): number {
    return this.#now;
  }

  monotonicMs(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal, owner?: string): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const at = this.#now + Math.ceil(Math.max(0, ms));
      const sleeper: Sleeper = { at, order: this.#order++, owner, resolve };
      if (at !== Infinity) this.#push(sleeper);
      if (!signal) return;
      const letGo = () => wake(sleeper);
      sleeper.resolve = () => {
        signal.removeEventListener('abort', letGo);
        resolve();
      };
      signal.addEventListener('abort', letGo);
    });
  }

  /** The same timers, whose steps are measured as those of `owner`. */
  ownedBy(owner: string): Timers {
    return { sleep: (ms, signal) => this.sleep(ms, signal, owner) };
  }

  /** Lets `ms` of virtual time pass. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms;
    await this.settle();
    await (this.#promisesOnly ? this.#runAtOnce(until) : this.#run(until));
    this.#now = until;
  }

  /** Waits until no promise chain makes progress without time passing. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
  }

  async #run(until: number): Promise<void> {
    for (let next = this.#next(until); next; next = this.#next(until)) {
      this.#step(next);
      await this.settle();
      this.afterStep?.();
    }
  }

  /** Outside of any promise chain, where chains can be run to their end. */
  #runAtOnce(until: number): Promise<void> {
    return new Promise((resolve, reject) => {
      setImmediate(() => {
        try {
          for (let next = this.#next(until); next; next = this.#next(until)) {
            const began = this.measure && performance.now();
            this.#step(next);
            runMicrotasks?.call(process);
            if (began !== undefined) this.measure?.(next.owner ?? '', performance.now() - began);
            this.afterStep?.();
          }
          resolve();
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
  }

  #step(next: Sleeper): void {
    this.#now = Math.max(this.#now, next.at);
    this.steps += 1;
    wake(next);
  }

  /** Takes the next one that is due and still sleeps. */
  #next(until: number): Sleeper | undefined {
    for (let first = this.#sleepers[0]; first && first.at <= until; first = this.#sleepers[0]) {
      this.#pop();
      if (first.resolve) return first;
    }
    return undefined;
  }

  /** A binary heap. */
  #push(sleeper: Sleeper): void {
    const heap = this.#sleepers;
    let index = heap.push(sleeper) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent] as Sleeper;
      if (!isBefore(sleeper, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = sleeper;
  }

  #pop(): void {
    const heap = this.#sleepers;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      if (left >= heap.length) break;
      const right = left + 1;
      const child = right < heap.length && isBefore(heap[right] as Sleeper, heap[left] as Sleeper) ? right : left;
      if (!isBefore(heap[child] as Sleeper, last)) break;
      heap[index] = heap[child] as Sleeper;
      index = child;
    }
    heap[index] = last;
  }
}

function isBefore(a: Sleeper, b: Sleeper): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function wake(sleeper: Sleeper): void {
  const { resolve } = sleeper;
  sleeper.resolve = undefined;
  resolve?.();
}
