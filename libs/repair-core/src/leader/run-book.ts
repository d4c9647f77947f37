import { partitionerFromClassName, PlannerError, rangeWidth, type Partitioner } from '@reaper-sidecar/segment-planner';
import type { ItemResult } from '../model/node-state.js';
import type { AssignmentItem } from '../model/assignment.js';
import type { ActiveRun, RunCounters, RunCreation, RunStatus } from '../model/repair-run.js';
import { areDifferent, type PreviewFinding, type PreviewTotals } from '../model/preview.js';
import type { SegmentOutcome, SegmentRow } from '../model/segment.js';
import type { Stamp } from '../model/stamp.js';
import type { Reason } from '../reasons/reason.js';
import { childKey } from '../model/segment-children.js';
import { backoffMs } from '../worker/backoff.js';
import { Pace } from './pace.js';
import { setKeyOf, type Placement, type Placer } from './placement.js';
import { SegmentBook } from './segment-book.js';

/** A segment is cut into pieces down to this part of what was planned. */
const SMALLEST_PIECE = 64;
/** Most segments of a run, pieces included. */
const MAX_NUMBER = 200_000;

export interface RetryTimings {
  readonly retryMinMs: number;
  readonly retryMaxMs: number;
}

/** All that one reign knows of one active run. */
export class RunBook {
  readonly pace = new Pace();
  startedAtMs: number | undefined;
  /** Tables that still exist. */
  tables: readonly string[];
  /** A failure hints that a table or the keyspace is gone. */
  schemaSuspect = false;
  /** Why the whole run must end FAILED. */
  fatal: string | undefined;
  /** Why ranges could not be mapped to the present ring. */
  ringProblem: string | undefined;
  /** Since when rows that must be read again could not be read, monotonic ms. */
  unreadSince: number | undefined;
  /** Split segments name children that are not known yet: the whole plan must be read. */
  lacksChildren = false;
  /** Why its end could not be written. */
  endProblem: string | undefined;
  reasons: readonly Reason[] = [];
  /** Last written status and when, monotonic ms. */
  written: { readonly status: RunStatus; readonly at: number } | undefined;
  /** A changed status waits for its turn to be written. */
  statusDue = false;
  /** Rises with every grant of any run. */
  lastGranted = 0;
  readonly #segments = new Map<number, SegmentBook>();
  readonly #placements = new Map<number, Placement>();
  #placer: { readonly version: number; readonly place: Placer } | undefined;
  #splits = false;
  readonly #partitioner: Partitioner;

  constructor(
    public active: ActiveRun,
    readonly creation: RunCreation,
    private readonly timings: RetryTimings,
    /** Spreads retries. */
    private readonly random: () => number = () => 1,
  ) {
    this.#partitioner = partitionerFromClassName(creation.partitioner);
    this.tables = creation.unit.tables;
  }

  get runId(): string {
    return this.active.runId;
  }

  get spec() {
    return this.active.spec;
  }

  get maxSeq(): number {
    return [...this.#segments.keys()].reduce((highest, seq) => Math.max(highest, seq), this.creation.segmentCount - 1);
  }

  segment(seq: number): SegmentBook | undefined {
    return this.#segments.get(seq);
  }

  /** @param isWholePlan all rows there are, so that children that are missing do not exist */
  applyRows(rows: readonly SegmentRow[], now: number, isWholePlan = false): void {
    for (const row of rows) {
      const known = this.#segments.get(row.segment.seq);
      const book = known ?? new SegmentBook(row.segment);
      this.#segments.set(row.segment.seq, book);
      if (known && childKey(known.segment) !== childKey(row.segment)) this.#placements.delete(book.seq);
      if (book.applyRow(row)) this.#failed(book, now);
      this.#splits ||= book.outcome?.state === 'SPLIT';
    }
    if (this.#splits) this.#checkFamilies(isWholePlan);
  }

  /** The worker does not have the item any more. */
  depart(item: AssignmentItem, result: ItemResult | undefined): void {
    const book = this.#segments.get(item.seq);
    if (!book) return;
    if (!result) book.stale = true;
    else book.applyResult(item, result);
    if (result?.state === 'DONE' || result?.state === 'SKIPPED')
      this.pace.learn(setKeyOf(item.participants), result.durationMs);
  }

  applyOwnOutcome(seq: number, outcome: SegmentOutcome, stamp: Stamp, now: number): void {
    const book = this.#segments.get(seq);
    if (book?.applyOwn(outcome, stamp)) this.#failed(book, now);
    this.#splits ||= outcome.state === 'SPLIT';
  }

  /** Segments that count: the planned ones, and instead of a split one its children. */
  leaves(): readonly SegmentBook[] {
    const all = [...this.#segments.values()];
    if (!this.#splits) return all.length === this.creation.segmentCount ? all : all.filter((one) => this.#isRoot(one));
    return all.filter((one) => this.#isRoot(one)).flatMap((root) => this.#leavesOf(root));
  }

  stale(): readonly number[] {
    return [...this.#segments.values()].filter((one) => one.stale).map((one) => one.seq);
  }

  get hasStale(): boolean {
    for (const { stale } of this.#segments.values()) if (stale) return true;
    return false;
  }

  markStale(concerns: (segment: SegmentBook) => boolean): void {
    for (const one of this.#segments.values()) if (concerns(one)) one.stale = true;
  }

  /** @param running sequence numbers of segments whose command runs */
  counters(running: ReadonlySet<number>): RunCounters {
    const counters = { total: 0, done: 0, skipped: 0, failed: 0, running: 0, repairMs: 0 };
    const found = { segments: 0, ranges: 0, bytes: 0 };
    for (const one of this.leaves()) {
      const phase = one.phase(this.spec);
      counters.total += 1;
      if (phase === 'done') counters.repairMs += one.outcome?.durationMs ?? 0;
      if (phase === 'done') addFinding(found, one.outcome?.preview);
      if (phase === 'done' || phase === 'skipped' || phase === 'failed') counters[phase] += 1;
      else if (running.has(one.seq)) counters.running += 1;
    }
    return this.creation.unit.preview === undefined ? counters : { ...counters, preview: found };
  }

  /** Where a segment lies on the present ring; undefined while that is not known. */
  placement(one: SegmentBook): Placement | undefined {
    const known = this.#placements.get(one.seq);
    if (known || !this.#placer) return known;
    try {
      const placement = this.#placer.place(one.segment);
      this.#placements.set(one.seq, placement);
      return placement;
    } catch (error) {
      if (!(error instanceof PlannerError)) throw error;
      this.ringProblem = error.message;
      return undefined;
    }
  }

  /** @param version of ring and topology; an unchanged one keeps what was mapped */
  useRing(version: number, createPlacer: () => Placer): void {
    if (this.#placer?.version === version) return;
    this.#placer = { version, place: createPlacer() };
    this.ringProblem = undefined;
    this.#placements.clear();
  }

  #isRoot({ seq }: SegmentBook): boolean {
    return seq < this.creation.segmentCount;
  }

  /** A split segment whose children are not known yet counts itself. */
  #leavesOf(one: SegmentBook): readonly SegmentBook[] {
    if (one.phase(this.spec) !== 'split') return [one];
    const children = (one.outcome?.children ?? []).map((seq) => this.#segments.get(seq));
    return children.flatMap((child) => (child ? this.#leavesOf(child) : [one]));
  }

  /**
   * A split counts only with the very children it was made with: a leader that was being replaced may have used the
   * same numbers. Children that are not known yet are read with the whole plan.
   */
  #checkFamilies(isWholePlan: boolean): void {
    this.lacksChildren = false;
    for (const book of this.#segments.values()) {
      const { children = [], childKeys, state } = book.outcome ?? {};
      if (state !== 'SPLIT') continue;
      const found = children.map((seq) => this.#segments.get(seq));
      const isLacking = found.some((child) => child === undefined);
      this.lacksChildren ||= isLacking && !isWholePlan;
      const isOther = found.some((child, at) => child && childKeys && childKey(child.segment) !== childKeys[at]);
      book.orphaned = isOther || (isLacking && isWholePlan);
    }
  }

  /** Of a segment that takes too long. Pieces of less than 1/64 of what was planned are as small as makes sense. */
  #isCuttable(book: SegmentBook): boolean {
    if (this.creation.unit.mode === 'incremental' || this.maxSeq >= MAX_NUMBER) return false;
    const { ranges, ringShare } = book.segment;
    const tokens = ranges.reduce((sum, range) => sum + rangeWidth(this.#partitioner, range), 0n);
    return tokens > 1n && ringShare * SMALLEST_PIECE > this.#plannedShare(book);
  }

  #plannedShare(book: SegmentBook): number {
    let planned = book;
    while (!this.#isRoot(planned)) {
      const { seq } = planned;
      const parent = [...this.#segments.values()].find((one) => one.outcome?.children?.includes(seq));
      if (!parent) break;
      planned = parent;
    }
    return planned.segment.ringShare;
  }

  #failed(book: SegmentBook, now: number): void {
    const { retryMinMs: minMs, retryMaxMs: maxMs } = this.timings;
    book.retryAt = now + backoffMs(book.outcome?.attempt ?? 1, { minMs, maxMs }, this.random());
    book.cuttable = book.outcome?.failure?.code === 'SEGMENT_TIMEOUT' && this.#isCuttable(book);
    const code = book.outcome?.failure?.code;
    if (code === 'TABLE_GONE' || code === 'KEYSPACE_GONE' || code === 'START_REFUSED') this.schemaSuspect = true;
  }
}

function addFinding(totals: { -readonly [K in keyof PreviewTotals]: PreviewTotals[K] }, found?: PreviewFinding): void {
  if (!found || !areDifferent(found)) return;
  totals.segments += 1;
  totals.ranges += found.ranges;
  totals.bytes += found.bytes;
}
