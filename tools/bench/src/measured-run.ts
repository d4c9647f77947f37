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
  timeoutMs?: number,
): Promise<MeasuredRun> {
  const startedMs = Date.now();
  const { id } = await createRun(baseUrl, wanted);
  const run = await untilOver(baseUrl, id, timeoutMs, pollMs);
  if (run.state !== 'DONE') throw new Error(`The run ended ${run.state}: ${run.message}`);
  const wallMs = Date.parse(run.endedAt ?? '') - startedMs;
  return { wallMs, segments: await allSegments(createApiClient(baseUrl), id) };
}

/** As {@link measureRun}, hardly ever looking at it. */
export function measureRunUnwatched(
  baseUrl: string,
  wanted: { keyspace: string; segments?: number },
  timeoutMs?: number,
): Promise<MeasuredRun> {
  return measureRun(baseUrl, wanted, RARE_POLL_MS, timeoutMs);
}

/** Pauses between one segment's end and the next one's start, in order of start, ms. */
export function idleGaps(segments: readonly Segment[]): number[] {
  return gaps(segments).map(({ ms }) => ms);
}

/** The same where the next segment runs on another node, which has its list from another assignment. */
export function gapsBetweenLists(segments: readonly Segment[]): number[] {
  return gaps(segments).flatMap(({ ms, newList }) => (newList ? [ms] : []));
}

function gaps(segments: readonly Segment[]): { readonly ms: number; readonly newList: boolean }[] {
  const times = segments
    .map(({ startedAt, endedAt, coordinator }) => ({
      start: Date.parse(startedAt ?? ''),
      end: Date.parse(endedAt ?? ''),
      coordinator,
    }))
    .sort((a, b) => a.start - b.start);
  return times.slice(1).map(({ start, coordinator }, i) => ({
    ms: Math.max(0, start - (times[i]?.end ?? start)),
    newList: coordinator !== times[i]?.coordinator,
  }));
}
