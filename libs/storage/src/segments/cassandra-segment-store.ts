import type { types } from 'cassandra-driver';
import type { PlannedSegment } from '@reaper-sidecar/segment-planner';
import {
  type Page,
  type SegmentOutcome,
  type SegmentRow,
  type SegmentStore,
  type Stamp,
  plannedSegmentBody,
  segmentOutcomeBody,
} from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { numberOf, optionalTextOf } from '../connection/row-values.js';
import { decodeCursor, encodeCursor } from '../runs/cursor.js';
import { checkLimit } from '../runs/page-limit.js';
import { PlanPartitions, SEGMENTS_PER_PART, partOf } from './plan-partitions.js';
import { segmentStatements } from './segment-statements.js';

/** Segments read by number in one statement. */
const SEQS_PER_READ = 100;

/** Table `segment`: the segments of a plan, numbered without gaps, 5,000 in a partition. */
export class CassandraSegmentStore implements SegmentStore {
  readonly #plans: PlanPartitions;

  constructor(private readonly connection: CassandraConnection) {
    this.#plans = new PlanPartitions(connection);
  }

  async readPlan(planId: string): Promise<readonly SegmentRow[]> {
    const found: SegmentRow[] = [];
    for (let part = 0; ; part++) {
      const rows = await this.connection.rows(segmentStatements.readPart, [planId, part]);
      for (const row of rows) found.push(...toSegmentRow(planId, row));
      if (rows.length < SEGMENTS_PER_PART) return found;
    }
  }

  async readSome(planId: string, seqs: readonly number[]): Promise<readonly SegmentRow[]> {
    const reads = [...chunksByPart(seqs)].map(([part, chunk]) =>
      this.connection.rows(segmentStatements.readSome, [planId, part, chunk]),
    );
    const found = (await Promise.all(reads)).flat().flatMap((row) => toSegmentRow(planId, row));
    return found.sort((a, b) => a.segment.seq - b.segment.seq);
  }

  /** One statement, two where a page goes over the end of a partition. */
  async page(planId: string, { limit, cursor }: { readonly limit: number; readonly cursor?: string }) {
    checkLimit(limit);
    const [after] = cursor === undefined ? ([-1] as const) : decodeCursor(cursor, isSeq);
    const part = partOf(after + 1);
    const rows = await this.#page(planId, part, after, limit + 1);
    const last = rows.at(-1);
    const partEnd = (part + 1) * SEGMENTS_PER_PART - 1;
    if (last && rows.length <= limit && numberOf(last, 'seq') === partEnd) {
      rows.push(...(await this.#page(planId, part + 1, partEnd, limit + 1 - rows.length)));
    }
    return toPage(planId, rows, limit);
  }

  addChildren(planId: string, children: readonly PlannedSegment[], stamp: Stamp): Promise<void> {
    return this.#plans.write(planId, children, stamp);
  }

  writeOutcome(planId: string, seq: number, outcome: SegmentOutcome, stamp: Stamp): Promise<void> {
    const values = [BigInt(stamp), segmentOutcomeBody.encode(outcome), planId, partOf(seq), seq];
    return this.connection.write(segmentStatements.writeOutcome, values);
  }

  #page(planId: string, part: number, after: number, limit: number): Promise<types.Row[]> {
    return this.connection.rows(segmentStatements.page, [planId, part, after, limit]);
  }
}

function toPage(planId: string, rows: readonly types.Row[], limit: number): Page<SegmentRow> {
  const chosen = rows.slice(0, limit);
  const items = chosen.flatMap((row) => toSegmentRow(planId, row));
  const last = chosen.at(-1);
  return last && rows.length > limit ? { items, nextCursor: encodeCursor([numberOf(last, 'seq')]) } : { items };
}

/** Nothing for what a late outcome left of a plan that was removed: a row without its segment. */
function toSegmentRow(planId: string, row: types.Row): SegmentRow[] {
  const planned = optionalTextOf(row, 'planned');
  if (planned === undefined) return [];
  const segment = plannedSegmentBody.decode(planned);
  const outcome = optionalTextOf(row, 'outcome');
  if (outcome === undefined) return [{ planId, segment }];
  return [{ planId, segment, outcome: segmentOutcomeBody.decode(outcome), outcomeStamp: numberOf(row, 'stamp') }];
}

function* chunksByPart(seqs: readonly number[]): Generator<readonly [part: number, seqs: readonly number[]]> {
  const byPart = new Map<number, number[]>();
  for (const seq of new Set(seqs)) {
    const part = byPart.get(partOf(seq)) ?? [];
    byPart.set(partOf(seq), part);
    part.push(seq);
  }
  for (const [part, all] of byPart) {
    for (let from = 0; from < all.length; from += SEQS_PER_READ) yield [part, all.slice(from, from + SEQS_PER_READ)];
  }
}

function isSeq(position: readonly unknown[]): position is readonly [number] {
  return position.length === 1 && Number.isSafeInteger(position[0]) && (position[0] as number) >= -1;
}
