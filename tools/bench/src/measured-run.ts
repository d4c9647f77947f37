import { createApiClient } from '@reaper-sidecar/api-client';
import { allSegments, createRun, type Segment, untilOver } from '@reaper-sidecar/sidecar-rig';

export interface MeasuredRun {
  /** From before the POST until an answer said DONE. */
  readonly wallMs: number;
  readonly segments: readonly Segment[];
}

/** Creates a run and follows it to DONE; anything else is an error. */
export async function measureRun(
  baseUrl: string,
  wanted: { keyspace: string; segments?: number },
): Promise<MeasuredRun> {
  const started = performance.now();
  const { id } = await createRun(baseUrl, wanted);
  const run = await untilOver(baseUrl, id);
  const wallMs = performance.now() - started;
  if (run.state !== 'DONE') throw new Error(`The run ended ${run.state}: ${run.message}`);
  return { wallMs, segments: await allSegments(createApiClient(baseUrl), id) };
}

/** Pauses between one segment's end and the next one's start, in order of start, ms. */
export function idleGaps(segments: readonly Segment[]): number[] {
  const times = segments
    .map(({ startedAt, endedAt }) => ({ start: Date.parse(startedAt ?? ''), end: Date.parse(endedAt ?? '') }))
    .sort((a, b) => a.start - b.start);
  return times.slice(1).map(({ start }, i) => Math.max(0, start - (times[i]?.end ?? start)));
}
