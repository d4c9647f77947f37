import { type MemoryClient, type SimulatedCluster, type SimulatedSidecar } from '@reaper-sidecar/repair-core/testing';
import { type Dice } from './dice.js';

/** How often a process stops before a call, where that does most harm: between a check and the act it guards. */
const DELICATE: Readonly<Record<string, number>> = {
  ...{ write: 0.002, writeResult: 0.02, writeOutcome: 0.01, end: 0.05, acquire: 0.01, renew: 0.002 },
  ...{ prepare: 0.03, terminateAll: 0.1 },
};

/** Does harm to a cluster: crashes, pauses, restarts, a storage that fails, answers late or loses answers. */
export class Faults {
  /** How many were done, by kind. */
  readonly counts: Record<string, number> = {};
  #storm = false;

  constructor(
    private readonly cluster: SimulatedCluster,
    private readonly dice: Dice,
  ) {
    for (const sidecar of cluster.sidecars) {
      sidecar.behave = () => ({
        durationMs: this.#storm ? dice.pick([50, 500, 3_000, 3_000, 20_000, 60_000]) : 1_000,
        ...(this.#storm && dice.chance(0.1) && { failure: 'stream failed' }),
        ...(this.#storm && dice.chance(0.1) && { uncancellable: true }),
      });
      sidecar.beforeCall = (method) => {
        if (this.#storm && dice.chance(DELICATE[method] ?? 0)) this.#stopInMidAct(sidecar);
      };
    }
  }

  begin(): void {
    this.#storm = true;
  }

  /** Everything works from now on. */
  end(): void {
    this.#storm = false;
    for (const sidecar of this.cluster.sidecars) {
      sidecar.process?.stores.client.heal();
      sidecar.process?.gate.resume();
      sidecar.boot();
    }
  }

  async strike(): Promise<void> {
    const { cluster, dice } = this;
    const sidecar = dice.pick(cluster.sidecars);
    const [command] = cluster.runningCommands();
    const busy = command ? cluster.sidecar(command.hostId) : sidecar;
    const leader = cluster.leader ?? sidecar;
    const strikes: readonly (readonly [number, string, () => void | Promise<void>])[] = [
      [30, 'crash of a busy sidecar', () => this.#crash(busy, dice.pick([500, 5_000, 40_000, 150_000]))],
      [15, 'pause', () => sidecar.pause(dice.pick([2_000, 8_000, 22_000, 35_000, 60_000]))],
      [10, 'crash of the leader', () => this.#crash(leader, dice.pick([500, 5_000, 40_000]))],
      [10, 'pause of the leader', () => leader.pause(dice.pick([6_000, 12_000, 30_000]))],
      [7, 'restart of a node', () => sidecar.restartNode()],
      [7, 'restart of a sidecar', () => this.#restart(sidecar)],
      [21, 'storage', () => this.#disturb(sidecar)],
    ];
    const [, kind, strike] = dice.weighted(strikes);
    this.#count(kind);
    await strike();
  }

  #count(kind: string): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
  }

  #stopInMidAct(sidecar: SimulatedSidecar): void {
    this.#count('stop in mid-act');
    if (this.dice.chance(0.4)) this.#crash(sidecar, this.dice.pick([500, 30_000]));
    else sidecar.pause(this.dice.pick([500, 6_000, 25_000, 40_000, 90_000]));
  }

  #crash(sidecar: SimulatedSidecar, forMs: number): void {
    sidecar.kill();
    void this.cluster.time.sleep(forMs).then(() => sidecar.boot());
  }

  async #restart(sidecar: SimulatedSidecar): Promise<void> {
    if (!sidecar.isUp || sidecar.process?.gate.paused) return;
    void sidecar.stop();
    await this.cluster.time.advance(5_000);
    // A store that does not answer may keep it from ending in time; then it is killed.
    sidecar.kill();
    sidecar.boot();
  }

  #disturb({ process }: SimulatedSidecar): void {
    const client = process?.stores.client;
    if (!client) return;
    const count = 1 + this.dice.below(10);
    const disturb = this.dice.pick([
      () => client.fail(count),
      () => client.loseAnswer('applied', { count }),
      () => client.loseAnswer('lost', { count }),
      () => client.loseAnswer('late', { count, lateMs: this.dice.pick([500, 10_000, 60_000]) }),
      () => this.#slowDown(client),
    ]);
    disturb();
  }

  #slowDown(client: MemoryClient): void {
    client.delay({ requestMs: this.dice.pick([5, 200, 2_000]), answerMs: this.dice.pick([5, 200, 2_000]) });
    void this.cluster.time.sleep(60_000).then(() => client.delay({}));
  }
}
