import type { RunCreation } from '../model/repair-run.js';
import { seededEntropy } from '../testing/seeded-entropy.js';
import { SimulatedCluster } from '../testing/simulated-cluster.js';
import type { SimulatedSidecar } from '../testing/simulated-sidecar.js';

const CALM_AFTER_MS = 180_000;
const SEGMENTS = 30;
const OVER_BY_MS = 900_000;
/** REAPER_SEEDS=from-to tries others. */
const [from = 1, to = 12] = (process.env['REAPER_SEEDS'] ?? '1-12').split('-').map(Number);
const SEEDS = Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** One run of a small cluster with faults, all from one seed. */
class RandomTrial {
  readonly cluster: SimulatedCluster;
  readonly #random: () => number;

  constructor(readonly seed: number) {
    this.#random = seededEntropy(seed * 7919).random;
    const hosts = 3 + (seed % 3);
    this.cluster = new SimulatedCluster({ hosts, seed, durationMs: this.#pick([200, 1_000, 4_000]) });
    for (const sidecar of this.cluster.sidecars) {
      sidecar.behave = () => ({
        durationMs: this.#pick([50, 500, 3_000, 20_000]),
        ...(this.#isStormy() && this.#random() < 0.1 && { failure: 'stream failed' }),
      });
    }
  }

  async run(): Promise<RunCreation> {
    const { cluster } = this;
    cluster.startAll();
    await cluster.time.advance(this.#random() * 5_000);
    const run = await cluster.createRun({ maxAttempts: 50, sizing: { kind: 'count', segments: SEGMENTS } });
    while (this.#isStormy()) {
      await cluster.time.advance(this.#random() * 20_000);
      await this.#fault();
    }
    this.#calmDown();
    await cluster.untilOver(run, OVER_BY_MS, 1_000);
    return run;
  }

  async #fault(): Promise<void> {
    const sidecar = this.#pick(this.cluster.sidecars);
    const chance = this.#random();
    if (chance < 0.25) this.#crash(sidecar);
    else if (chance < 0.45) sidecar.pause(this.#pick([2_000, 8_000, 22_000, 35_000, 60_000]));
    else if (chance < 0.6) this.#crash(this.cluster.leader ?? sidecar);
    else if (chance < 0.7) this.cluster.leader?.pause(this.#pick([18_000, 25_000, 45_000]));
    else if (chance < 0.75) sidecar.restartNode();
    else if (chance < 0.8) await this.#restartGracefully(sidecar);
    else this.#disturbStorage(sidecar);
  }

  #crash(sidecar: SimulatedSidecar): void {
    sidecar.kill();
    void this.cluster.time.sleep(this.#pick([500, 5_000, 40_000])).then(() => sidecar.boot());
  }

  async #restartGracefully(sidecar: SimulatedSidecar): Promise<void> {
    if (!sidecar.isUp || sidecar.process?.gate.paused) return;
    const stopped = sidecar.stop();
    await this.cluster.time.advance(5_000);
    // A store that never answers may keep it from ending in time; then it is killed.
    sidecar.kill();
    sidecar.boot();
    void stopped;
  }

  #disturbStorage({ process }: SimulatedSidecar): void {
    const client = process?.stores.client;
    if (!client) return;
    const chance = this.#random();
    const count = 1 + Math.floor(this.#random() * 10);
    if (chance < 0.3) client.fail(count);
    else if (chance < 0.5) client.loseAnswer('applied', { count });
    else if (chance < 0.7) client.loseAnswer('lost', { count });
    else if (chance < 0.9) client.loseAnswer('late', { count, lateMs: this.#pick([500, 10_000, 60_000]) });
    else client.delay({ requestMs: this.#pick([5, 200, 2_000]), answerMs: this.#pick([5, 200, 2_000]) });
  }

  #calmDown(): void {
    for (const sidecar of this.cluster.sidecars) {
      sidecar.process?.stores.client.heal();
      sidecar.process?.gate.resume();
      sidecar.boot();
    }
  }

  #isStormy(): boolean {
    return this.cluster.time.monotonicMs() < 1_700_000_000_000 + CALM_AFTER_MS;
  }

  #pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.#random() * values.length)] as T;
  }
}

describe('a cluster with crashes, pauses and storage faults', () => {
  it.each(SEEDS)('repairs every segment and never uses a node twice at once, seed %d', async (seed) => {
    const trial = new RandomTrial(seed);
    const run = await trial.run();
    const { cluster } = trial;
    expect(cluster.violations).toEqual([]);
    expect(cluster.redone).toEqual([]);
    const row = await cluster.pen.runs.get(run.runId);
    expect(row?.result).toMatchObject({ state: 'DONE', counters: { total: SEGMENTS, done: SEGMENTS } });
    const segments = await cluster.pen.segments.readPlan(run.planId);
    for (const { segment, outcome } of segments) {
      const ranges = segment.ranges.map(({ start, end }) => `${start}:${end}`).join(',');
      const succeeded = cluster.commands.filter((one) => one.ranges === ranges && one.succeeded);
      expect(outcome?.state).toBe('DONE');
      expect(succeeded.length).toBeGreaterThan(0);
    }
  });
});
