import { partitionerFromClassName } from '@reaper-sidecar/segment-planner';
import { mergeCredits } from '../ages/age-map.js';
import { rowsOf } from '../ages/age-rows.js';
import type { RepairUnit } from '../model/repair-unit.js';
import type { SegmentOutcome, SegmentRow } from '../model/segment.js';
import { coalesceAges } from './coalesce-ages.js';
import type { Reign } from './reign.js';
import type { RunBook } from './run-book.js';

/** A run is looked at this often, and its new successes are credited when there are so many or after so long. */
const LOOK_EVERY_MS = 10_000;
const ENOUGH_SEGMENTS = 100;
const CREDIT_EVERY_MS = 600_000;
/** Rows of segments read at once. */
const MOST_AT_ONCE = 2_000;
/** Of more sessions than these the oldest are forgotten; what is then read of them says nothing new. */
const MOST_SESSIONS_KNOWN = 20_000;
/** Rows are made fewer after so many credited segments: well below one statement for ten of them. */
const COALESCE_AFTER_SEGMENTS = 100;

interface RunCredits {
  /** Sequence numbers with the round they were credited in. */
  readonly credited: Set<string>;
  creditedAt: number;
  lookAt: number;
}

/**
 * Writes down what the segments of our runs repaired. A segment counts from the start of the attempt that succeeded. What
 * had nothing to do, previews, and runs that leave replicas out count nothing. Costs three statements for a hundred
 * segments, and one or two at the end of a run.
 */
export class Crediting {
  /** Repair sessions of Cassandra that were ours, as far as this reign saw. */
  readonly ownSessions = new Set<string>();
  readonly #runs = new Map<string, RunCredits>();
  readonly #segments = new Map<string, number>();

  constructor(private readonly reign: Reign) {}

  /** Credits what runs in progress have done. */
  async run(): Promise<void> {
    for (const runId of this.#runs.keys()) if (!this.reign.runs.has(runId)) this.#runs.delete(runId);
    for (const run of this.reign.runs.values()) if (countsForAge(run.creation.unit)) await this.#creditDue(run);
  }

  /** Credits what is left of a run before it ends, whatever its end is. */
  async atEnd(run: RunBook, rows: readonly SegmentRow[]): Promise<void> {
    if (countsForAge(run.creation.unit)) await this.#credit(run, rows);
  }

  async #creditDue(run: RunBook): Promise<void> {
    const now = this.reign.now();
    const known = this.#creditsOf(run);
    if (now < known.lookAt) return;
    known.lookAt = now + LOOK_EVERY_MS;
    const done = run.leaves().filter((one) => one.outcome?.state === 'DONE');
    const due = done.filter(({ seq, outcome }) => !known.credited.has(`${seq}/${outcome?.round}`));
    const isDue = due.length >= ENOUGH_SEGMENTS || (due.length > 0 && now - known.creditedAt >= CREDIT_EVERY_MS);
    if (!isDue) return;
    const seqs = due.slice(0, MOST_AT_ONCE).map(({ seq }) => seq);
    await this.#credit(run, await this.reign.deps.segments.readSome(run.creation.planId, seqs));
  }

  async #credit(run: RunBook, rows: readonly SegmentRow[]): Promise<void> {
    const { deps, tenure } = this.reign;
    if (!deps.ages) return;
    const known = this.#creditsOf(run);
    const fresh = rows.filter(
      ({ segment, outcome }) => outcome?.state === 'DONE' && !known.credited.has(`${segment.seq}/${outcome.round}`),
    );
    known.creditedAt = this.reign.now();
    if (fresh.length === 0) return;
    const partitioner = partitionerFromClassName(run.creation.partitioner);
    const credits = fresh.flatMap(({ segment, outcome }) =>
      segment.ranges.map((range) => ({ range, startedAtMs: Math.floor((outcome as SegmentOutcome).startedAtMs) })),
    );
    const merged = mergeCredits(partitioner, credits);
    const { keyspace } = run.creation.unit;
    tenure.requireActing();
    const ages = run.tables.flatMap((table) => rowsOf(table, merged));
    await deps.ages.credit(keyspace, ages);
    for (const { segment, outcome } of fresh) {
      known.credited.add(`${segment.seq}/${outcome?.round}`);
      if (outcome?.sessionId !== undefined) this.#learnSession(outcome.sessionId);
    }
    await this.#coalesceWhenDue(run, fresh.length);
  }

  async #coalesceWhenDue({ creation }: RunBook, segments: number): Promise<void> {
    const { keyspace } = creation.unit;
    const total = (this.#segments.get(keyspace) ?? 0) + segments;
    this.#segments.set(keyspace, total);
    if (total < COALESCE_AFTER_SEGMENTS) return;
    this.#segments.set(keyspace, 0);
    await coalesceAges(this.reign, keyspace, partitionerFromClassName(creation.partitioner));
  }

  #learnSession(sessionId: string): void {
    this.ownSessions.add(sessionId);
    const [oldest] = this.ownSessions;
    if (oldest !== undefined && this.ownSessions.size > MOST_SESSIONS_KNOWN) this.ownSessions.delete(oldest);
  }

  #creditsOf({ runId }: RunBook): RunCredits {
    const known = this.#runs.get(runId) ?? { credited: new Set(), creditedAt: this.reign.now(), lookAt: 0 };
    this.#runs.set(runId, known);
    return known;
  }
}

/** A range is as old as its least repaired replica. */
function countsForAge({ preview, datacenters, hostIds }: RepairUnit): boolean {
  return preview === undefined && datacenters.length === 0 && hostIds.length === 0;
}
