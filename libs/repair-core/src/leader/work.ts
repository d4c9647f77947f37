import type { WaitingSet } from '../admission/admission-input.js';
import { handlesRepairedData } from '../model/repair-unit.js';
import { setKeyOf, type PlacedRanges } from './placement.js';
import type { RunBook } from './run-book.js';
import type { SegmentBook } from './segment-book.js';

/** A segment that could be given, with the place it has now. */
export interface ReadySegment {
  readonly segment: SegmentBook;
  readonly place: PlacedRanges;
}

/** Work of a run for one replica set. */
export interface SetWork extends WaitingSet {
  readonly segments: readonly ReadySegment[];
}

export interface RunWork {
  /** By set key, in the order of the plan. */
  readonly sets: ReadonlyMap<string, SetWork>;
  /** Segments whose ranges have several replica sets now, or none; nobody has them. */
  readonly displaced: readonly SegmentBook[];
  /** Segments that are to be cut because they take too long; nobody has them. */
  readonly overlong: readonly SegmentBook[];
}

type Gathering = { -readonly [K in keyof SetWork]: SetWork[K] } & { readonly segments: ReadySegment[] };

/**
 * Sorts the pending segments of a run by the replica set they have now.
 *
 * @param given sequence numbers that some worker has
 */
export function gatherWork(run: RunBook, given: ReadonlySet<number>, now: number): RunWork {
  const sets = new Map<string, Gathering>();
  const displaced: SegmentBook[] = [];
  const overlong: SegmentBook[] = [];
  const repairs = repairsOf(run);
  for (const segment of run.leaves()) {
    if (segment.stale || given.has(segment.seq) || !wantsWork(run, segment)) continue;
    const placement = run.placement(segment);
    const [place] = placement ?? [];
    if (place && segment.wantsCut(run.spec)) overlong.push(segment);
    else if (place && placement?.length === 1) addTo(sets, run, { segment, place }, now, repairs);
    else if (placement) displaced.push(segment);
  }
  return { sets, displaced, overlong };
}

/** A split segment without readable children is still to be worked on, but not as a whole. */
function wantsWork(run: RunBook, segment: SegmentBook): boolean {
  return segment.phase(run.spec) === 'pending';
}

function addTo(
  sets: Map<string, Gathering>,
  run: RunBook,
  ready: ReadySegment,
  now: number,
  repairs: Pick<WaitingSet, 'repairedData'>,
): void {
  const { participants, coordinator } = ready.place;
  const key = setKeyOf(participants);
  const set = sets.get(key) ?? { key, participants, ready: 0, segments: [], ...repairs };
  sets.set(key, set);
  const inMs = ready.segment.retryInMs(run.spec, now);
  if (inMs === 0) {
    set.segments.push(ready);
    set.ready += 1;
    if (coordinator !== undefined) set.coordinators = [...(set.coordinators ?? []), coordinator];
  } else if (!set.retry || inMs < set.retry.inMs) {
    set.retry = { inMs, failure: failureOf(run, ready.segment) };
  }
}

function repairsOf({ creation: { unit }, tables }: RunBook): Pick<WaitingSet, 'repairedData'> {
  return handlesRepairedData(unit) ? { repairedData: { keyspace: unit.keyspace, tables } } : {};
}

function failureOf({ spec }: RunBook, { seq, outcome }: SegmentBook): string {
  const failure = outcome?.failure;
  const why = failure ? `${failure.code}: ${failure.message.slice(0, 200)}` : 'no reason known';
  return `segment ${seq}, attempt ${outcome?.attempt} of ${spec.maxAttempts} failed with ${why}`;
}
