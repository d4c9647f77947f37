import type { SegmentOutcome } from '../model/segment.js';
import { persist } from './backoff.js';
import type { Ending } from './command-verdict.js';
import type { LifeContext } from './life-context.js';
import { outcomeOf, type Attempt } from './outcome.js';

/**
 * Stores the outcome until that succeeds and only then calls the item over: a leader that saw `over` must find the outcome.
 * When the worker stops before, the announced command is left to the next process.
 */
export async function finish(
  context: LifeContext,
  attempt: Attempt,
  ending: Ending,
  durationMs: number,
): Promise<void> {
  const { deps, settings, memory, stop } = context;
  const { item } = attempt;
  const outcome = outcomeOf(attempt, ending);
  const limits = { minMs: settings.timings.retryMinMs, maxMs: settings.timings.retryMaxMs };
  const write = () => deps.segments.writeOutcome(item.planId, item.seq, outcome, item.stamp);
  const stored = await persist(deps.runtime, stop, limits, write, (error) => {
    const detail = `An outcome could not be stored: ${String(error)}`;
    memory.waitFor({ code: 'STORAGE_UNREACHABLE', detail }, deps.runtime.clock.wallMs());
    deps.runtime.log.warn('An outcome could not be stored', {
      planId: item.planId,
      seq: item.seq,
      cause: String(error),
    });
  });
  if (!stored.stopped && !stop.aborted) close(context, attempt, outcome, durationMs);
}

function close({ memory, deps }: LifeContext, { item }: Attempt, outcome: SegmentOutcome, durationMs: number): void {
  memory.waitFor(undefined, deps.runtime.clock.wallMs());
  memory.finished(item, outcome.state, durationMs);
  deps.observer.segmentEnded?.(item, outcome);
  const { state, failure } = outcome;
  const fields = { runId: item.runId, seq: item.seq, attempt: item.attempt, durationMs, state, ...failure };
  if (failure) deps.runtime.log.warn('A segment failed', fields);
  else deps.runtime.log.debug('A segment ended', fields);
}
