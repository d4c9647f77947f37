import type { PreparedRepair, RepairListener, RepairNode } from '../ports/repair-node.js';
import type { WorkerDeps } from '../worker/worker-options.js';

/** When a process dies: at its n-th call to the outside, with that call done (`after`) or not (`before`). */
export interface Death {
  readonly atCall: number;
  readonly call: 'before' | 'after';
}

const never = <T>() => new Promise<T>(() => undefined);

/** Surroundings of a process that is killed at a chosen call: from then on nothing it does has an effect, nothing answers. */
export class MortalProcess {
  #calls = 0;
  #dead = false;

  constructor(private readonly death: Death) {}

  get calls(): number {
    return this.#calls;
  }
  get dead(): boolean {
    return this.#dead;
  }

  kill(): void {
    this.#dead = true;
  }

  wrap(deps: WorkerDeps): WorkerDeps {
    const { clock, timers, entropy, log } = deps.runtime;
    const sleep: typeof timers.sleep = async (ms, signal) => {
      if (this.#dead) return never();
      await timers.sleep(ms, signal);
      if (this.#dead) await never();
    };
    return {
      runtime: { clock, timers: { sleep }, entropy, log },
      node: this.#node(deps.node),
      history: this.#calling(deps.history),
      assignments: this.#calling(deps.assignments),
      nodeStates: this.#calling(deps.nodeStates),
      segments: this.#calling(deps.segments),
      lease: this.#calling(deps.lease),
      doorbell: { ring: (hostId) => (this.#dead ? undefined : deps.doorbell.ring(hostId)) },
      observer: deps.observer,
    };
  }

  #node(node: RepairNode): RepairNode {
    const called = this.#calling(node);
    return {
      identity: () => called.identity(),
      activity: () => called.activity(),
      status: (commandNumber) => called.status(commandNumber),
      cancel: (target) => called.cancel(target),
      terminateAll: () => called.terminateAll(),
      listen: (listener) => node.listen(this.#deafWhenDead(listener)),
      prepare: async (command) => this.#prepared(await called.prepare(command)),
    };
  }

  #prepared(prepared: PreparedRepair): PreparedRepair {
    return { ...prepared, start: () => this.#call(() => prepared.start()), release: () => prepared.release() };
  }

  #deafWhenDead(listener: RepairListener): RepairListener {
    return {
      event: (event) => (this.#dead ? undefined : listener.event(event)),
      missed: () => (this.#dead ? undefined : listener.missed()),
    };
  }

  #calling<T extends object>(port: T): T {
    return new Proxy(port, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name, target);
        if (typeof method !== 'function') return method;
        return (...given: unknown[]) => this.#call(() => Reflect.apply(method, target, given) as Promise<unknown>);
      },
    });
  }

  #call<T>(call: () => Promise<T>): Promise<T> {
    if (this.#dead) return never();
    this.#calls += 1;
    if (this.#calls === this.death.atCall) {
      this.#dead = true;
      if (this.death.call === 'after') call().catch(() => undefined);
      return never();
    }
    return call().then(
      (value) => (this.#dead ? never<T>() : value),
      (error: unknown) => (this.#dead ? never<T>() : Promise.reject(error)),
    );
  }
}
