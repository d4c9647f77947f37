import type { AdmissionLimits } from '../admission/limits.js';
import type { Bell } from '../lease/bell.js';
import { SteppedDownError, type Tenure } from '../lease/tenure.js';
import { waitForTick } from './between-ticks.js';
import { Delivery } from './delivery.js';
import type { LeaderTimings } from './leader-options.js';
import { Reign, type LeaderDeps } from './reign.js';
import { takeOver } from './take-over.js';
import { Tick } from './tick.js';
import { WorkerStates } from './worker-states.js';

/** Leads for one tenure: takes over, then ticks until the tenure ends. */
export class Leader {
  readonly reign: Reign;
  readonly #delivery: Delivery;
  readonly #states: WorkerStates;
  readonly #tick: Tick;

  constructor(deps: LeaderDeps, tenure: Tenure, timings: LeaderTimings, limits: AdmissionLimits) {
    this.reign = new Reign(deps, tenure, timings, limits);
    this.#delivery = new Delivery(this.reign);
    this.reign.fenceNew = (host) => this.#delivery.fence(host);
    this.#states = new WorkerStates(this.reign);
    this.#tick = new Tick(this.reign, this.#states, this.#delivery);
  }

  /** Never rejects. Looks again at every ring of the bell. */
  async lead(bell: Bell): Promise<void> {
    const { tenure } = this.reign;
    await this.#untilDone('take over', () => takeOver(this.reign, this.#delivery));
    while (tenure.mayAct()) {
      await this.#once('tick', () => this.#tick.run());
      if (this.#isBlind()) tenure.end(`the own node gave no topology for ${this.reign.cluster.lostForMs} ms`);
      await waitForTick(this.reign, bell);
    }
    await this.#delivery.settled();
  }

  /** Without its node a leader can admit nothing; another sidecar may do better. */
  #isBlind(): boolean {
    const { cluster, runs, timings } = this.reign;
    return runs.size > 0 && cluster.lostForMs > timings.topologyLostMs;
  }

  async #untilDone(what: string, task: () => Promise<void>): Promise<void> {
    const { tenure, deps, timings } = this.reign;
    while (tenure.mayAct() && !(await this.#once(what, task))) {
      await deps.runtime.timers.sleep(timings.retryMs, tenure.signal);
    }
  }

  /** Tells whether it worked. An error is no reason to stop leading: the next try may do better. */
  async #once(what: string, task: () => Promise<void>): Promise<boolean> {
    try {
      await task();
      return true;
    } catch (error) {
      if (!(error instanceof SteppedDownError))
        this.reign.deps.runtime.log.error(`Leader failed to ${what}`, { error });
      return false;
    }
  }
}
