import { bodyCodec } from '../bodies/body-codec.js';
import { natural, object, optional, text } from '../bodies/body-shape.js';
import type { Stamp } from '../model/stamp.js';
import type { LeaderNoteStore } from '../ports/leader-notes.js';

const NAME = 'replication';

export interface ReplicationChange {
  /** Replication before the first change that was not repaired yet. */
  readonly from: string;
  /** A repair that starts at this time or later counts, epoch ms. */
  readonly noticedAtMs: number;
}

/** What replication of the own keyspace was last seen, and whether it waits for a repair. */
export interface ReplicationNote {
  readonly seen: string;
  readonly changed?: ReplicationChange;
}

const noteBody = bodyCodec<ReplicationNote>(
  'replication note',
  object<ReplicationNote>({
    seen: text,
    changed: optional(object<ReplicationChange>({ from: text, noticedAtMs: natural })),
  }),
);

export async function readReplicationNote(
  notes: LeaderNoteStore,
  options: { readonly fromAll: boolean },
): Promise<ReplicationNote | undefined> {
  const body = await notes.read(NAME, options);
  return body === undefined ? undefined : noteBody.decode(body);
}

export function writeReplicationNote(notes: LeaderNoteStore, note: ReplicationNote, stamp: Stamp): Promise<void> {
  return notes.write(NAME, noteBody.encode(note), stamp);
}
