import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Answer, type Job } from './jobs.js';
import { type TrialResult } from './trial.js';

/** What a trial makes is soon forgotten: with this much room, most of it never has to be copied. MiB. */
const YOUNG_HEAP = 64;

/** A thread for trials. With a bug, all of its trials have it. */
export class CrewMember {
  readonly #worker: Worker;

  constructor(bug?: string) {
    this.#worker = new Worker(join(__dirname, 'thread.js'), {
      workerData: { ...(bug !== undefined && { bug }) },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_HEAP },
    });
  }

  /** One trial at a time. Rejects when it could not be run. */
  run(job: Job, line: (text: string) => void = () => undefined): Promise<TrialResult> {
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => reject(error);
      const hear = (answer: Answer) => {
        if (answer.kind === 'line') return line(answer.line);
        this.#worker.off('message', hear);
        this.#worker.off('error', fail);
        if (answer.kind === 'done') resolve(answer.result);
        else reject(new Error(`Trial of seed ${job.plan.seed}: ${answer.message}`));
      };
      this.#worker.on('message', hear);
      this.#worker.once('error', fail);
      this.#worker.postMessage(job);
    });
  }

  async dismiss(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** Works through tasks with so many hands at once. */
export async function inParallel<T>(
  hands: number,
  tasks: Iterable<T>,
  work: (task: T) => Promise<void>,
): Promise<void> {
  const left = tasks[Symbol.iterator]();
  const hand = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: hands }, hand));
}
