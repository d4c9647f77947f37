import { UnreadableBodyError } from '../errors/domain-error.js';
import type { AssignmentStore } from '../ports/registers.js';
import type { Runtime } from '../ports/runtime.js';
import { intake } from './assignment-intake.js';
import { momentOf, type Moment } from './elapsed.js';
import { Wake } from './wake.js';
import type { WorkerMemory } from './worker-memory.js';
import type { WorkerSettings } from './worker-options.js';

export interface PollParts {
  readonly runtime: Runtime;
  readonly assignments: AssignmentStore;
  readonly settings: WorkerSettings;
  readonly memory: WorkerMemory;
  readonly stop: AbortSignal;
  /** After every read; `newer` when the list is another one. */
  readonly polled: (news: { readonly newer: boolean }) => void;
}

/** Why the last read told nothing. */
export interface PollProblem {
  readonly code: 'STORAGE_UNREACHABLE' | 'PROTOCOL_UNSUPPORTED';
  readonly detail: string;
}

/** Reads the own assignment again and again. */
export class AssignmentPoll {
  readonly #parts: PollParts;
  readonly #wake: Wake;
  #problem: PollProblem | undefined;

  constructor(parts: PollParts) {
    this.#parts = parts;
    this.#wake = new Wake(parts.runtime.timers, parts.stop);
  }

  get problem(): PollProblem | undefined {
    return this.#problem;
  }

  /** Reads now instead of at the next turn. Any number of calls during one read cause one more. */
  look(): void {
    this.#wake.notify();
  }

  async run(): Promise<void> {
    const { stop, runtime } = this.#parts;
    while (!stop.aborted) {
      const began = momentOf(runtime.clock);
      const newer = await this.#read(began);
      if (stop.aborted) return;
      this.#parts.polled({ newer });
      await this.#wake.wait(began.monotonicMs + this.#periodMs() - runtime.clock.monotonicMs());
    }
  }

  async #read(began: Moment): Promise<boolean> {
    const { assignments, memory, stop } = this.#parts;
    try {
      const read = await assignments.read(memory.identity.hostId);
      return !stop.aborted && this.#take(intake(read, memory.maxEpoch, memory.latest), began);
    } catch (error) {
      this.#fail(problemOf(error));
      return false;
    }
  }

  #take(taken: ReturnType<typeof intake>, began: Moment): boolean {
    const { memory } = this.#parts;
    if (taken.kind === 'unsupported') {
      const detail = `The assignment has protocol ${taken.protocol}, which this sidecar does not read`;
      this.#fail({ code: 'PROTOCOL_UNSUPPORTED', detail });
      return false;
    }
    this.#problem = undefined;
    if (taken.kind === 'known') memory.listIsFresh(began);
    if (taken.kind === 'newer') memory.listBecame(taken.assignment, began);
    return taken.kind === 'newer';
  }

  #fail(problem: PollProblem): void {
    if (problem.detail !== this.#problem?.detail) this.#parts.runtime.log.warn('No fresh assignment', { ...problem });
    this.#problem = problem;
  }

  #periodMs(): number {
    const { memory, settings } = this.#parts;
    return memory.busy ? settings.timings.busyPollMs : settings.timings.idlePollMs;
  }
}

function problemOf(error: unknown): PollProblem {
  const detail = error instanceof Error ? error.message : String(error);
  return { code: error instanceof UnreadableBodyError ? 'PROTOCOL_UNSUPPORTED' : 'STORAGE_UNREACHABLE', detail };
}
