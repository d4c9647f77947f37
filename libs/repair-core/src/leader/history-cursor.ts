import type { RecordedSession } from '../ages/repair-history.js';
import { MOST_SESSIONS } from '../ages/repair-history.js';
import { bodyCodec } from '../bodies/body-codec.js';
import { list, natural, object, text } from '../bodies/body-shape.js';
import type { Reign } from './reign.js';

const NAME = 'repair-history';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Cassandra 4.0 and later keep their record for so long. */
const RECORD_MS = 30 * DAY_MS;
/** Clocks of coordinators may differ by this much without a repair being missed. */
const OVERLAP_MS = HOUR_MS;
/** A command that did not end for so long is not waited for. */
const LONGEST_COMMAND_MS = DAY_MS;
/** A note this much behind costs the next leader nothing but reading so much again. */
const SAVE_AFTER_MS = HOUR_MS;

interface Cursors {
  readonly keyspaces: readonly { readonly name: string; readonly sinceMs: number }[];
}

const cursorsBody = bodyCodec<Cursors>(
  'repair history',
  object<Cursors>({ keyspaces: list(object<Cursors['keyspaces'][number]>({ name: text, sinceMs: natural })) }),
);

/** How far the record of repairs was read, by keyspace; survives the leader. */
export class HistoryCursor {
  #known: Map<string, number> | undefined;
  #saved = new Map<string, number>();

  constructor(private readonly reign: Reign) {}

  /** Sessions that started before this need not be read any more. Epoch ms. */
  async of(keyspace: string): Promise<number> {
    this.#known ??= await this.#read();
    return this.#known.get(keyspace) ?? Math.max(0, this.reign.wallMs() - RECORD_MS);
  }

  /**
   * Moves on behind what was read: to the newest session with some overlap, but not past a command that has not ended,
   * nor past the last row of a table that has more. Returns where it is now.
   *
   * @param open commands that are not dealt with yet
   */
  advance(keyspace: string, sessions: readonly RecordedSession[], open: ReadonlySet<string>): number {
    const before = this.#known?.get(keyspace) ?? 0;
    const newest = sessions.reduce((latest, { startedAtMs }) => Math.max(latest, startedAtMs), 0);
    const ends = [...lastByFullTable(sessions)];
    const running = sessions.filter(
      ({ state, parentId, startedAtMs }) =>
        (state === 'running' || open.has(parentId)) && startedAtMs > newest - LONGEST_COMMAND_MS,
    );
    const bound = Math.min(newest, this.reign.wallMs()) - OVERLAP_MS;
    const next =
      ends.length > 0 ? Math.min(...ends) + 1 : Math.min(bound, ...running.map((one) => one.startedAtMs - 1));
    const at = Math.max(before, next);
    if (sessions.length > 0) this.#known?.set(keyspace, at);
    return at;
  }

  /** Writes the note when it is worth it. */
  async save(): Promise<void> {
    const { notes } = this.reign.deps;
    const known = this.#known;
    if (!notes || !known) return;
    const isWorthIt = [...known].some(([name, at]) => at - (this.#saved.get(name) ?? 0) >= SAVE_AFTER_MS);
    if (!isWorthIt) return;
    const body = cursorsBody.encode({ keyspaces: [...known].map(([name, sinceMs]) => ({ name, sinceMs })) });
    const stamp = this.reign.tenure.nextStamp();
    this.reign.tenure.requireActing();
    await notes.write(NAME, body, stamp);
    this.#saved = new Map(known);
  }

  async #read(): Promise<Map<string, number>> {
    const body = await this.reign.deps.notes?.read(NAME);
    const keyspaces = body === undefined ? [] : cursorsBody.decode(body).keyspaces;
    const found = new Map(keyspaces.map(({ name, sinceMs }) => [name, sinceMs]));
    this.#saved = new Map(found);
    return found;
  }
}

/** Start of the last session of every table of which there are more. */
function* lastByFullTable(sessions: readonly RecordedSession[]): Iterable<number> {
  const tables = new Map<string, { count: number; last: number }>();
  for (const { table, startedAtMs } of sessions) {
    const known = tables.get(table) ?? { count: 0, last: 0 };
    tables.set(table, { count: known.count + 1, last: Math.max(known.last, startedAtMs) });
  }
  for (const { count, last } of tables.values()) if (count >= MOST_SESSIONS) yield last;
}
