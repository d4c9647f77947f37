import type { Reign } from './reign.js';
import type { RunBook } from './run-book.js';
import { splitSegments } from './split-segments.js';
import type { RunWork } from './work.js';

/** Splits segments whose ranges have several replica sets now. Those in which nobody takes part any more are SKIPPED. */
export async function settleDisplaced(reign: Reign, run: RunBook, { displaced }: RunWork): Promise<void> {
  if (displaced.length === 0) return;
  const children = await splitSegments(reign, run, displaced, (parent) => run.placement(parent) ?? []);
  reign.deps.runtime.log.info('Segments follow the ring', { runId: run.runId, from: displaced.length, to: children });
}
