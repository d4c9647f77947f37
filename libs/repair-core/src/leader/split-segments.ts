import { partitionerFromClassName, rangeShare, type PlannedSegment } from '@reaper-sidecar/segment-planner';
import type { SegmentOutcome, StoredSegmentState } from '../model/segment.js';
import { childKey } from '../model/segment-children.js';
import type { PlacedRanges } from './placement.js';
import type { Reign } from './reign.js';
import type { RunBook } from './run-book.js';
import type { SegmentBook } from './segment-book.js';
import { Slots } from './slots.js';

/** Changed in one tick; the rest follows in the next ones. */
const MAX_PER_TICK = 200;
const PARALLEL_WRITES = 32;

/**
 * Replaces segments that nobody has by smaller ones: first the rows of all children, then the parents become SPLIT, so
 * that a child that counts always has its row. A segment without pieces is SKIPPED. Returns the number of children.
 */
export async function splitSegments(
  reign: Reign,
  run: RunBook,
  parents: readonly SegmentBook[],
  piecesOf: (parent: SegmentBook) => readonly PlacedRanges[],
): Promise<number> {
  let nextSeq = run.maxSeq + 1;
  const families = parents.slice(0, MAX_PER_TICK).map((parent) => {
    const children = piecesOf(parent).map((piece) => childOf(run, parent, piece, nextSeq++));
    return { parent, children };
  });
  const children = families.flatMap((family) => family.children);
  await addChildren(reign, run, children);
  await new Slots(PARALLEL_WRITES).each(families, ({ parent, children: own }) =>
    reign.writeOutcome(run, parent.seq, replaced(reign, run, parent, own)),
  );
  return children.length;
}

/** Completes segments without repair, because none of their tables exists any more. */
export async function skipSegments(reign: Reign, run: RunBook, segments: readonly SegmentBook[]): Promise<void> {
  await new Slots(PARALLEL_WRITES).each(segments.slice(0, MAX_PER_TICK), (one) =>
    reign.writeOutcome(run, one.seq, outcomeOf(reign, run, one, 'SKIPPED')),
  );
}

async function addChildren(reign: Reign, run: RunBook, children: readonly PlannedSegment[]): Promise<void> {
  if (children.length === 0) return;
  const { planId } = run.creation;
  const stamp = reign.tenure.nextStamp();
  reign.tenure.requireActing();
  await reign.deps.segments.addChildren(planId, children, stamp);
  run.applyRows(
    children.map((segment) => ({ planId, segment })),
    reign.now(),
  );
}

function childOf(
  run: RunBook,
  parent: SegmentBook,
  { ranges, participants, coordinator }: PlacedRanges,
  seq: number,
): PlannedSegment {
  const partitioner = partitionerFromClassName(run.creation.partitioner);
  const ringShare = ranges.reduce((sum, range) => sum + rangeShare(partitioner, range), 0);
  const { estimatedBytes, estimatedPartitions, ringShare: whole } = parent.segment;
  const part = (amount: number) => Math.round((amount * ringShare) / (whole || ringShare || 1));
  return {
    seq,
    ranges,
    replicas: participants,
    ...(coordinator !== undefined && { coordinator }),
    ringShare,
    ...(estimatedBytes !== undefined && { estimatedBytes: part(estimatedBytes) }),
    ...(estimatedPartitions !== undefined && { estimatedPartitions: part(estimatedPartitions) }),
  };
}

function replaced(
  reign: Reign,
  run: RunBook,
  parent: SegmentBook,
  children: readonly PlannedSegment[],
): SegmentOutcome {
  if (children.length === 0) return outcomeOf(reign, run, parent, 'SKIPPED');
  const named = { children: children.map(({ seq }) => seq), childKeys: children.map(childKey) };
  return { ...outcomeOf(reign, run, parent, 'SPLIT'), ...named };
}

function outcomeOf(reign: Reign, run: RunBook, segment: SegmentBook, state: StoredSegmentState): SegmentOutcome {
  return {
    state,
    round: segment.wantedRound(run.spec),
    attempt: segment.nextAttempt(run.spec),
    coordinator: reign.deps.hostId,
    startedAtMs: reign.wallMs(),
    endedAtMs: reign.wallMs(),
  };
}
