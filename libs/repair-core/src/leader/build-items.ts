import { formatRange } from '@reaper-sidecar/segment-planner';
import { MAX_ASSIGNMENT_BYTES, MAX_ASSIGNMENT_ITEMS, type AssignmentItem } from '../model/assignment.js';
import type { Stamp } from '../model/stamp.js';
import type { PlacedRanges } from './placement.js';
import type { RunBook } from './run-book.js';
import type { ReadySegment, SetWork } from './work.js';

/** Room for the fields of the version itself. */
const ENVELOPE_BYTES = 1024;

export interface BuildOptions {
  /** Host id of the node that is to run them. */
  readonly coordinator: string;
  /** What the list holds already. */
  readonly present: readonly AssignmentItem[];
  readonly maxItems: number;
  readonly nextStamp: () => Stamp;
  /** "ip:port" or "ip" of a host. */
  readonly addressOf: (hostId: string) => string;
}

/** The next items for a list, in the order of the plan, within the limits of a version. A huge segment goes alone. */
export function buildItems(run: RunBook, work: SetWork, options: BuildOptions): readonly AssignmentItem[] {
  const items: AssignmentItem[] = [];
  let bytes = ENVELOPE_BYTES + options.present.reduce((sum, item) => sum + sizeOf(item), 0);
  for (const ready of work.segments) {
    if ((ready.place.coordinator ?? options.coordinator) !== options.coordinator) continue;
    if (items.length >= options.maxItems || items.length + options.present.length >= MAX_ASSIGNMENT_ITEMS) break;
    const item = buildItem(run, ready, options);
    bytes += sizeOf(item);
    if (bytes > MAX_ASSIGNMENT_BYTES && items.length + options.present.length > 0) break;
    items.push(item);
  }
  return items;
}

function buildItem(run: RunBook, { segment, place }: ReadySegment, options: BuildOptions): AssignmentItem {
  const { unit, planId } = run.creation;
  return {
    stamp: options.nextStamp(),
    runId: run.runId,
    planId,
    seq: segment.seq,
    round: segment.wantedRound(run.spec),
    attempt: segment.nextAttempt(run.spec),
    keyspace: unit.keyspace,
    tables: run.tables,
    ranges: place.ranges.map(formatRange),
    participants: place.participants,
    mode: unit.mode,
    ...(unit.preview && { preview: unit.preview }),
    parallelism: unit.parallelism,
    ...filtersOf(run, place, options),
    jobThreads: unit.jobThreads,
    timeoutMs: run.spec.segmentTimeoutMs,
    intensity: run.spec.intensity,
  };
}

/** Cassandra takes one filter only; the participants are what both of a unit leave. */
function filtersOf(
  { creation: { unit } }: RunBook,
  { participants }: PlacedRanges,
  { addressOf }: BuildOptions,
): Pick<AssignmentItem, 'datacenters' | 'hosts'> {
  return unit.hostIds.length > 0
    ? { datacenters: [], hosts: participants.map(addressOf) }
    : { datacenters: unit.datacenters, hosts: [] };
}

/** Ids, tokens and names of Cassandra are ASCII, so characters are bytes. */
function sizeOf(item: AssignmentItem): number {
  return JSON.stringify(item).length + 1;
}
