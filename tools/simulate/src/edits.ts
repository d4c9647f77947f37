import { type ActiveRun, type RunCreation, type RunSpec } from '@reaper-sidecar/repair-core';
import { type SimulatedCluster } from '@reaper-sidecar/repair-core/testing';
import { type Dice } from './dice.js';

/** A segment that was asked for once more. */
export interface Replay {
  readonly planId: string;
  readonly seq: number;
  readonly atMs: number;
}

/** Edits runs as users do, two at once now and then, and remembers what was promised to them. */
export class Edits {
  readonly replays: Replay[] = [];
  readonly aborted = new Set<string>();
  /** Broken promises. */
  readonly violations: string[] = [];
  count = 0;
  /** Newest spec that was answered with success, by run. */
  readonly #promised = new Map<string, { readonly version: number; readonly spec: RunSpec }>();

  constructor(
    private readonly cluster: SimulatedCluster,
    private readonly dice: Dice,
  ) {}

  async some(run: RunCreation): Promise<void> {
    const active = await this.#read(run);
    if (!active || active.spec.desired === 'aborted') return;
    const changes = [this.#change(run, active.spec), this.#change(run, active.spec)].slice(
      0,
      this.dice.pick([1, 1, 2]),
    );
    const answers = await Promise.all(changes.map(({ spec }) => this.cluster.pen.runs.editSpec(active, spec)));
    const applied = changes.filter((_, index) => answers[index]?.applied);
    this.count += applied.length;
    if (applied.length > 1)
      this.violations.push(`two edits of version ${active.specVersion} of ${run.runId} succeeded`);
    for (const { spec, done } of applied) {
      this.#promised.set(run.runId, { version: active.specVersion + 1, spec });
      done();
    }
    if (this.dice.chance(0.8)) this.cluster.ringLeader();
    await this.#read(run);
  }

  /** What was paused goes on. */
  async resume(run: RunCreation): Promise<void> {
    const active = await this.#read(run);
    if (active?.spec.desired !== 'paused') return;
    const spec: RunSpec = { ...active.spec, desired: 'running' };
    const answer = await this.cluster.pen.runs.editSpec(active, spec);
    if (answer.applied) this.#promised.set(run.runId, { version: active.specVersion + 1, spec });
    this.cluster.ringLeader();
  }

  #change(run: RunCreation, spec: RunSpec): { spec: RunSpec; done: () => void } {
    const { dice, cluster } = this;
    const { runId, planId, segmentCount } = run;
    const nothing = () => undefined;
    const [, kind] = dice.weighted([
      [6, 'replay'],
      [3, 'intensity'],
      [6, 'pause'],
      [1, 'abort'],
    ] as const);
    if (kind === 'intensity') return { spec: { ...spec, intensity: dice.pick([0.8, 1]) }, done: nothing };
    if (kind === 'abort') {
      return { spec: { ...spec, desired: 'aborted' }, done: () => void this.aborted.add(runId) };
    }
    if (kind === 'pause') {
      const resumeSoon = () => void cluster.time.sleep(dice.pick([500, 3_000, 20_000])).then(() => this.resume(run));
      return { spec: { ...spec, desired: 'paused' }, done: resumeSoon };
    }
    const seq = dice.below(segmentCount);
    const atMs = cluster.time.wallMs();
    const rounds = { ...spec.rounds, [seq]: (spec.rounds[seq] ?? 0) + 1 };
    return { spec: { ...spec, rounds }, done: () => void this.replays.push({ planId, seq, atMs }) };
  }

  async #read({ runId }: RunCreation): Promise<ActiveRun | undefined> {
    const active = (await this.cluster.pen.runs.activeRuns()).find((one) => one.runId === runId);
    const promised = this.#promised.get(runId);
    const isKept =
      !active ||
      !promised ||
      active.specVersion > promised.version ||
      (active.specVersion === promised.version && isSame(active.spec, promised.spec));
    if (!isKept) this.violations.push(`an edit of ${runId} was lost: version ${promised?.version} was promised`);
    return active;
  }
}

/** Both have the fields in the same order: an edit is written as a whole. */
function isSame(a: RunSpec, b: RunSpec): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
