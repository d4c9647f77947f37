import {
  abortEdit,
  DomainError,
  editRun,
  intensityEdit,
  pauseEdit,
  removeRun,
  resumeEdit,
  type ActiveRun,
  type RunCreation,
  type RunSpec,
  type SpecEdit,
} from '@reaper-sidecar/repair-core';
import { type MemoryStores, type SimulatedCluster } from '@reaper-sidecar/repair-core/testing';
import { isDeepStrictEqual } from 'node:util';
import { pickBy } from './pick-by.js';

/** A segment that was asked for once more. */
export interface Replay {
  readonly runId: string;
  readonly seq: number;
  readonly atMs: number;
}

/** Edits runs as users do, through a storage that fails them, and compares what was promised with what is there. */
export class Users {
  readonly replays: Replay[] = [];
  readonly aborted = new Set<string>();
  count = 0;
  /** Every version that a run ever had. */
  readonly #versions = new Map<string, RunSpec>();
  readonly #stores: MemoryStores;

  constructor(
    private readonly cluster: SimulatedCluster,
    private readonly violated: (what: string) => void,
  ) {
    this.#stores = cluster.storage.connect({ timers: cluster.time });
  }

  get client() {
    return this.#stores.client;
  }

  /** Told of every change of the active rows. */
  changed(before: ActiveRun | undefined, after: ActiveRun | undefined): void {
    if (!after) return;
    const { runId, spec, specVersion } = after;
    const isNext = before ? before.runId === runId && specVersion === before.specVersion + 1 : specVersion === 1;
    if (!isNext) this.violated(`I7 run ${runId}: version ${specVersion} after ${before?.specVersion ?? 'none'}`);
    this.#versions.set(`${runId} ${specVersion}`, spec);
    if (spec.desired === 'aborted') this.aborted.add(runId);
    const atMs = this.cluster.time.wallMs();
    for (const [seq, round] of Object.entries(spec.rounds)) {
      if (round > (before?.spec.rounds[Number(seq)] ?? 0)) this.replays.push({ runId, seq: Number(seq), atMs });
    }
  }

  async act(kind: string, run: RunCreation, how: number): Promise<void> {
    if (kind === 'user gets no answer') {
      const effect = pickBy((how * 7) % 1, ['applied', 'lost', 'late'] as const);
      this.client.loseAnswer(effect, { matches: (operation) => operation === 'runs.editSpec' });
      await Promise.all(this.#replays(run, how).map((edit) => this.#edit(run, edit)));
    } else if (kind === 'user pauses') {
      await this.#pauseAndResume(run, how);
    } else if (kind === 'user changes the intensity') {
      await Promise.all([0.8, 1].map((intensity) => this.#edit(run, intensityEdit(intensity))));
    } else if (kind === 'user replays') {
      await Promise.all(this.#replays(run, how).map((edit) => this.#edit(run, edit)));
    } else {
      await this.#edit(run, abortEdit);
      if (kind === 'user aborts and deletes') await this.#delete(run);
    }
  }

  /** Nobody wants a run to stay paused. */
  async resume(run: RunCreation): Promise<void> {
    await this.#edit(run, resumeEdit);
  }

  async #pauseAndResume(run: RunCreation, how: number): Promise<void> {
    await this.#edit(run, pauseEdit);
    await this.cluster.time.sleep(pickBy(how, [50, 500, 1_500, 3_000, 20_000]));
    await this.resume(run);
  }

  /** One, or two at the same time. */
  #replays({ segmentCount }: RunCreation, how: number): readonly SpecEdit[] {
    const first = Math.floor(how * segmentCount);
    return how < 0.5 ? [replayEdit(first)] : [replayEdit(first), replayEdit((first + 1) % segmentCount)];
  }

  async #edit({ runId }: RunCreation, edit: SpecEdit): Promise<void> {
    try {
      const { spec, specVersion } = await editRun(this.#stores.runs, runId, edit);
      this.count += 1;
      const stored = this.#versions.get(`${runId} ${specVersion}`);
      if (!isSame(stored, spec))
        this.violated(`I7 run ${runId}: version ${specVersion} was promised, and is not there`);
      this.cluster.tell(`user: run ${runId.slice(0, 4)} has version ${specVersion} ${JSON.stringify(spec)}`);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.cluster.tell(`user: refused, ${error.message}`);
    }
    this.cluster.ringLeader();
  }

  async #delete({ runId }: RunCreation): Promise<void> {
    const { time } = this.cluster;
    const { runs, leases } = this.#stores;
    for (let attempt = 1; attempt <= 60; attempt++) {
      await time.sleep(2_000);
      const deleted = await removeRun({ runs, leases }, runId).then(
        () => true,
        () => false,
      );
      if (deleted) return this.cluster.tell(`user: run ${runId.slice(0, 4)} is deleted`);
    }
  }
}

/** As stored: whatever made the values. */
function isSame(a: RunSpec | undefined, b: RunSpec): boolean {
  return isDeepStrictEqual(a && JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));
}

/** Asks for a segment once more; applied again after a conflict it does not ask twice. */
function replayEdit(seq: number): SpecEdit {
  let wanted: number | undefined;
  return (spec) => {
    const round = spec.rounds[seq] ?? 0;
    wanted ??= round + 1;
    return round >= wanted ? undefined : { ...spec, rounds: { ...spec.rounds, [seq]: wanted } };
  };
}
