/** Lets at most so many tasks run at a time; the others wait in order. */
export class Slots {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(count: number) {
    this.#free = count;
  }

  async use<T>(task: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }

  /** Runs the task for every value. */
  async each<V>(values: Iterable<V>, task: (value: V) => Promise<void>): Promise<void> {
    await Promise.all([...values].map((value) => this.use(() => task(value))));
  }
}
