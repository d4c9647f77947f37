/** A thread that runs trials, with a bug planted in repair-core if it was given one. */
import { parentPort, workerData } from 'node:worker_threads';
import { BUGS } from './bugs.js';
import { type Answer, type Job } from './jobs.js';
import { plant } from './patched-modules.js';

// An aborted signal carries an error; nobody reads where it was made, and finding out takes long.
Error.stackTraceLimit = 0;

const { bug: name } = workerData as { readonly bug?: string };
const bug = BUGS.find((one) => one.name === name);
const garden = bug && plant(bug);

const answer = (message: Answer): void => parentPort?.postMessage(message);

async function work({ plan, tell = false }: Job): Promise<void> {
  try {
    // Loaded now and not before, so that the bug is in it.
    const { Trial } = await import('./trial.js');
    if (garden && garden.planted() < (bug?.patches.length ?? 0))
      throw new Error(`A file of bug ${name} was not loaded`);
    const line = (atMs: number, what: string) =>
      answer({ kind: 'line', line: `${(atMs / 1_000).toFixed(3)} s ${what}` });
    answer({ kind: 'done', result: await new Trial(plan, tell ? line : undefined).run() });
  } catch (error) {
    answer({ kind: 'failed', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
}

parentPort?.on('message', (job: Job) => void work(job));
