import { createRun, isOver, type Run, untilRun } from '@reaper-sidecar/sidecar-rig';
import { ProgressBar } from './terminal.js';

export interface FinishedRun {
  readonly run: Run;
  /** From before the POST until an answer said that it was over. */
  readonly wallMs: number;
}

/** Creates a run with all defaults and follows it to its end, each request through another sidecar. */
export async function repairThroughApi(baseUrl: string, keyspace: string): Promise<FinishedRun> {
  const started = performance.now();
  const { id } = await createRun(baseUrl, { keyspace, cause: 'demonstration', createdBy: 'demo' });
  const bar = new ProgressBar();
  const run = await untilRun(baseUrl, id, (seen) => {
    bar.update(seen.segments.done + seen.segments.skipped, seen.segments.total, seen.state);
    return isOver(seen);
  });
  bar.end();
  return { run, wallMs: performance.now() - started };
}
