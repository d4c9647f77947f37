import { PROTOCOL_VERSION, type Assignment, type AssignmentItem } from '../model/assignment.js';
import type { Stamp } from '../model/stamp.js';

/** What a read of the own assignment means to the worker. */
export type Intake =
  /** No row, or one of an older epoch than was seen: says nothing, not even that the known list is fresh. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unsupported'; readonly protocol: number }
  /** The known version, or an older one of the same epoch that an unsteady quorum returned: the known list is fresh. */
  | { readonly kind: 'known' }
  | { readonly kind: 'newer'; readonly assignment: Assignment };

export function intake(read: Assignment | undefined, maxEpoch: Stamp, latest: Assignment | undefined): Intake {
  if (!read) return { kind: 'nothing' };
  if (read.protocol > PROTOCOL_VERSION) return { kind: 'unsupported', protocol: read.protocol };
  if (read.epoch < maxEpoch) return { kind: 'nothing' };
  return latest && read.stamp <= latest.stamp ? { kind: 'known' } : { kind: 'newer', assignment: read };
}

/** The item with the lowest stamp above `started`, of a list addressed to this incarnation. */
export function nextItem(
  latest: Assignment | undefined,
  incarnation: string,
  started: Stamp,
): AssignmentItem | undefined {
  if (latest?.incarnation !== incarnation) return undefined;
  return latest.items.reduce<AssignmentItem | undefined>(
    (lowest, item) => (item.stamp > started && item.stamp < (lowest?.stamp ?? Infinity) ? item : lowest),
    undefined,
  );
}

/** Items of the list not started yet. */
export function pendingItems(latest: Assignment | undefined, incarnation: string, started: Stamp): number {
  if (latest?.incarnation !== incarnation) return 0;
  return latest.items.filter((item) => item.stamp > started).length;
}

/** After the start of `stamp` at most a fifth of the list is left: the leader should append now, or the worker runs dry. */
export function runsLow(latest: Assignment | undefined, incarnation: string, stamp: Stamp): boolean {
  return latest !== undefined && pendingItems(latest, incarnation, stamp) <= latest.items.length / 5;
}
