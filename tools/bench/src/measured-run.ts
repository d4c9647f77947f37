import { createApiClient } from '@reaper-sidecar/api-client';
import { allSegments, createRun, type Segment, untilOver } from '@reaper-sidecar/sidecar-rig';

export interface MeasuredRun {
  /** From before the POST until its end as the run states it; all processes share one clock. */
  readonly wallMs: number;
  readonly segments: readonly Segment[];
}

/** Each look at a run costs statements of its own; those of the run itself are what a benchmark counts. */
const RARE_POLL_MS = 2_000;

/** Creates a run and follows it to DONE; anything else is an error. */
export async function measureRun(
  baseUrl: string,
  wanted: { keyspace: string; segments?: number },
  pollMs?: number,
): Promise<MeasuredRun> {
  const startedMs = Date.now();
  const { id } = await createRun(baseUrl, wanted);
  const run = await untilOver(baseUrl, id, undefined, pollMs);
  if (run.state !== 'DONE') throw new Error(`The run ended ${run.state}: ${run.message}`);
  const wallMs = Date.parse(run.endedAt ?? '') - startedMs;
  return { wallMs, segments: await allSegments(createApiClient(baseUrl), id) };
}

/** As {@link measureRun}, hardly ever looking at it. */
export function measureRunUnwatched(
  baseUrl: string,
  wanted: { keyspace: string; segments?: number },
): Promise<MeasuredRun> {
  return measureRun(baseUrl, wanted, RARE_POLL_MS);
}

/** Pauses between one segment's end and the next one's start, in order of start, ms. */
export function idleGaps(segments: readonly Segment[]): number[] {
  const times = segments
    .map(({ startedAt, endedAt }) => ({ start: Date.parse(startedAt ?? ''), end: Date.parse(endedAt ?? '') }))
    .sort((a, b) => a.start - b.start);
  return times.slice(1).map(({ start }, i) => Math.max(0, start - (times[i]?.end ?? start)));
}
