import { StoreUnavailableError, type RunView } from '@reaper-sidecar/repair-core';

/** So many runs are remembered, those asked for last. */
const MOST_RUNS = 200;

export interface RememberedRun {
  readonly view: RunView;
  /** Why it is remembered and not read. */
  readonly unreadable?: string;
}

/** Runs as they were when they were last asked for, so that an explanation has an answer while the store has none. */
export class RememberedRuns {
  readonly #views = new Map<string, RunView>();

  constructor(private readonly readRun: (runId: string) => Promise<RunView>) {}

  /** @throws whatever the read throws; StoreUnavailableError only for a run that was never read here */
  async read(runId: string): Promise<RememberedRun> {
    try {
      const view = await this.readRun(runId);
      this.#keep(runId, view);
      return { view };
    } catch (error) {
      const view = this.#views.get(runId);
      if (!(error instanceof StoreUnavailableError) || !view) throw error;
      return { view, unreadable: error.message };
    }
  }

  #keep(runId: string, view: RunView): void {
    this.#views.delete(runId);
    this.#views.set(runId, view);
    const [oldest] = this.#views.keys();
    if (this.#views.size > MOST_RUNS && oldest !== undefined) this.#views.delete(oldest);
  }
}
