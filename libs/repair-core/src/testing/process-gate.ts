import type { Timers } from '../ports/runtime.js';

/**
 * Stands between a simulated process and everything outside it. A killed process does nothing any more and hears no
 * answer. A paused one stops at its next call, before that call takes effect, and goes on where it was: as a process
 * does that was stopped between a check and the act it guards.
 */
export class ProcessGate {
  /** Called before every call to the outside, by the names of method and port: a place to pause or kill. */
  beforeCall: (method: string, port: string) => void = () => undefined;
  #dead = false;
  #resume: (() => void) | undefined;
  #running: Promise<void> = Promise.resolve();

  get dead(): boolean {
    return this.#dead;
  }

  get paused(): boolean {
    return this.#resume !== undefined;
  }

  kill(): void {
    this.#dead = true;
  }

  pause(): void {
    if (this.#resume) return;
    this.#running = new Promise((resolve) => (this.#resume = resolve));
  }

  resume(): void {
    this.#resume?.();
    this.#resume = undefined;
  }

  /**
   * The same port, seen through the gate. All its methods must be asynchronous.
   *
   * @param name of the port
   */
  guard<T extends object>(port: T, name = ''): T {
    const guarded = new Map<string | symbol, unknown>();
    return new Proxy(port, {
      get: (target, key) => {
        const known = guarded.get(key);
        if (known) return known;
        const method: unknown = Reflect.get(target, key, target);
        if (typeof method !== 'function') return method;
        const text = String(key);
        const through = (...given: unknown[]) =>
          this.#call([text, name], () => Reflect.apply(method, target, given) as Promise<unknown>);
        guarded.set(key, through);
        return through;
      },
    });
  }

  guardTimers(timers: Timers): Timers {
    return { sleep: (ms, signal) => this.#call(['sleep', 'timers'], () => timers.sleep(ms, signal)) };
  }

  /** Runs a synchronous notification, unless the process is dead or paused: then it is lost. */
  notify(what: () => void): void {
    if (!this.#dead && !this.paused) what();
  }

  #call<T>([method, port]: readonly [string, string], call: () => Promise<T>): Promise<T> {
    this.beforeCall(method, port);
    if (this.paused || this.#dead) return this.#whenRunning().then(() => this.#answered(call));
    return this.#answered(call);
  }

  #answered<T>(call: () => Promise<T>): Promise<T> {
    return call().then(
      (value) => (this.paused || this.#dead ? this.#whenRunning().then(() => value) : value),
      (error: unknown) =>
        this.paused || this.#dead ? this.#whenRunning().then(() => Promise.reject(error)) : Promise.reject(error),
    );
  }

  /** Never for a dead process. */
  async #whenRunning(): Promise<void> {
    while (this.paused && !this.#dead) await this.#running;
    if (this.#dead) await new Promise<never>(() => undefined);
  }
}
