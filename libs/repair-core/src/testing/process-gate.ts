import type { Timers } from '../ports/runtime.js';

/**
 * Stands between a simulated process and everything outside it. A killed process does nothing any more and hears no
 * answer. A paused one stops at its next call, before that call takes effect, and goes on where it was: as a process
 * does that was stopped between a check and the act it guards.
 */
export class ProcessGate {
  /** Called before every call to the outside, by method name: a place to pause or kill. */
  beforeCall: (method: string) => void = () => undefined;
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

  /** The same port, seen through the gate. All its methods must be asynchronous. */
  guard<T extends object>(port: T): T {
    return new Proxy(port, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name, target);
        if (typeof method !== 'function') return method;
        return (...given: unknown[]) =>
          this.#call(String(name), () => Reflect.apply(method, target, given) as Promise<unknown>);
      },
    });
  }

  guardTimers(timers: Timers): Timers {
    return { sleep: (ms, signal) => this.#call('sleep', () => timers.sleep(ms, signal)) };
  }

  /** Runs a synchronous notification, unless the process is dead or paused: then it is lost. */
  notify(what: () => void): void {
    if (!this.#dead && !this.paused) what();
  }

  async #call<T>(method: string, call: () => Promise<T>): Promise<T> {
    this.beforeCall(method);
    if (this.paused) await this.#running;
    if (this.#dead) return never();
    try {
      return await call();
    } finally {
      if (this.paused) await this.#running;
      if (this.#dead) await never();
    }
  }
}

function never<T>(): Promise<T> {
  return new Promise<T>(() => undefined);
}
