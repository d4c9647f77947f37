import {
  partitionerFromClassName,
  splitRange,
  type Partitioner,
  type TokenRange,
} from '@reaper-sidecar/segment-planner';
import type { PlacedRanges } from './placement.js';
import type { Reign } from './reign.js';
import type { RunBook } from './run-book.js';
import { splitSegments } from './split-segments.js';
import type { RunWork } from './work.js';

/** Pieces of one cut. */
const PIECES = 4;

/** Cuts segments that timed out twice into smaller ones, which have all their attempts before them. */
export async function cutOverlong(reign: Reign, run: RunBook, { overlong }: RunWork): Promise<void> {
  if (overlong.length === 0) return;
  const partitioner = partitionerFromClassName(run.creation.partitioner);
  const children = await splitSegments(reign, run, overlong, (parent) =>
    (run.placement(parent) ?? []).flatMap((place) => piecesOf(partitioner, place)),
  );
  reign.deps.runtime.log.info('Segments that take too long are cut', {
    runId: run.runId,
    segments: overlong.map(({ seq }) => seq).slice(0, 20),
    to: children,
  });
}

/** Whole ranges where there are several, else parts of the only one. */
function piecesOf(partitioner: Partitioner, place: PlacedRanges): readonly PlacedRanges[] {
  const [only] = place.ranges;
  const groups =
    place.ranges.length > 1 || !only
      ? inGroups(place.ranges)
      : splitRange(partitioner, only, PIECES).map((range) => [range]);
  return groups.map((ranges) => ({ ...place, ranges }));
}

function inGroups(ranges: readonly TokenRange[]): readonly (readonly TokenRange[])[] {
  const size = Math.ceil(ranges.length / PIECES);
  const count = Math.ceil(ranges.length / size);
  return Array.from({ length: count }, (_, at) => ranges.slice(at * size, (at + 1) * size));
}
