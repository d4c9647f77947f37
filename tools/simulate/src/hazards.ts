import { type SimulatedCluster, type SimulatedSidecar } from '@reaper-sidecar/repair-core/testing';
import { Ambushes } from './ambushes.js';
import { type Dice } from './dice.js';
import { type Hazard } from './plan.js';

/** How often a process stops before a call, where that does most harm: between a check and the act it guards. */
const DELICATE: Readonly<Record<string, number>> = {
  ...{ 'assignments.write': 0.02, 'nodeStates.write': 0.004, 'segments.writeOutcome': 0.02 },
  ...{ 'runs.writeResult': 0.05, 'runs.end': 0.05, 'lease.acquire': 0.03, 'lease.renew': 0.004 },
  ...{ 'node.prepare': 0.02, 'node.cancel': 0.1, 'node.terminateAll': 0.1 },
  ...{ 'assignments.readAll': 0.02, 'segments.readPlan': 0.02 },
};

/** What a process is stopped for in mid-act, ms. */
const STOPS_MS = [500, 3_000, 6_000, 9_000, 12_000, 25_000, 40_000];

/** Draws chances all the time, until the storm is over. */
export class Hazards {
  /** How many struck, by kind. */
  readonly counts: Partial<Record<Hazard, number>> = {};
  readonly ambushes: Ambushes;
  #storm = true;

  constructor(
    private readonly cluster: SimulatedCluster,
    private readonly dice: Dice,
    private readonly on: ReadonlySet<Hazard>,
    latencyMs: number,
  ) {
    this.ambushes = new Ambushes(cluster);
    cluster.hears = () => !this.#strikes('lost doorbells', 0.3);
    cluster.storage.tables.replicas.meet = () => dice.pick(['unseen', 'seen', 'repaired'] as const);
    this.latencyMs = () =>
      latencyMs === 0 ? 0 : dice.below(dice.chance(0.01) && this.#storm ? 50 * latencyMs : latencyMs);
  }

  /** Way of one statement to the storage or back. */
  readonly latencyMs: () => number;

  watch(sidecar: SimulatedSidecar): void {
    const { dice } = this;
    if (this.on.has('skewed clocks')) sidecar.clockOffsetMs = dice.pick([0, 0, 1, -1, 20_000, -20_000, 3_600_000]);
    sidecar.behave = () => this.#behaviour();
    sidecar.hear = ({ type }) => {
      if (type === 'START' && this.#strikes('repeated notifications', 0.1)) return 'twice';
      if (this.#strikes('lost notifications', 0.1)) return 'never';
      return this.#strikes('repeated notifications', 0.1) ? 'twice' : 'once';
    };
    sidecar.beforeCall = (method, port) => {
      const call = `${port}.${method}`;
      this.ambushes.called(sidecar, call);
      if (this.#strikes('stops in mid-act', DELICATE[call] ?? 0)) this.#stopInMidAct(sidecar);
    };
  }

  /** Everything works from now on. */
  end(): void {
    this.#storm = false;
    this.ambushes.end();
  }

  #strikes(hazard: Hazard, probability: number): boolean {
    if (!this.#storm || probability === 0 || !this.on.has(hazard) || !this.dice.chance(probability)) return false;
    this.counts[hazard] = (this.counts[hazard] ?? 0) + 1;
    return true;
  }

  #behaviour() {
    const { dice } = this;
    const durationMs = this.#storm ? dice.pick([50, 1_000, 3_000, 6_000]) : 300;
    return {
      durationMs: this.#strikes('slow segments', 0.1) ? dice.pick([20_000, 45_000]) : durationMs,
      ...(this.#strikes('failing segments', 0.1) && { failure: 'stream failed' }),
      ...(this.#strikes('uncancellable segments', 0.1) && { uncancellable: true }),
      ...(this.#strikes('late requests', 0.1) && { arrivesAfterMs: dice.pick([500, 4_000, 9_000]) }),
      ...(this.#strikes('lost answers', 0.05) && dice.pick([{ answerLost: true }, { requestLost: true }])),
    };
  }

  #stopInMidAct(sidecar: SimulatedSidecar): void {
    const { dice, cluster } = this;
    const forMs = dice.pick(STOPS_MS);
    if (!sidecar.isUp || sidecar.process?.gate.paused) return;
    if (dice.chance(0.4)) {
      cluster.tell(`${sidecar.hostId.slice(-4)} is killed in mid-act`);
      sidecar.kill();
      void cluster.time.sleep(dice.pick([500, 10_000])).then(() => sidecar.boot());
    } else {
      cluster.tell(`${sidecar.hostId.slice(-4)} is stopped in mid-act for ${forMs} ms`);
      sidecar.pause(forMs);
    }
  }
}
