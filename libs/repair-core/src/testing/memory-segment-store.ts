import type { PlannedSegment } from '@reaper-sidecar/segment-planner';
import { plannedSegmentBody, segmentOutcomeBody } from '../bodies/segment-bodies.js';
import type { SegmentOutcome, SegmentRow } from '../model/segment.js';
import type { Stamp } from '../model/stamp.js';
import type { Page, SegmentStore } from '../ports/runs.js';
import { checkLimit, decodeCursor, encodeCursor } from './memory-cursor.js';
import type { MemoryClient } from './memory-client.js';
import type { MemoryTables } from './memory-tables.js';

export class MemorySegmentStore implements SegmentStore {
  constructor(
    private readonly tables: MemoryTables,
    private readonly client: MemoryClient,
  ) {}

  readPlan(planId: string): Promise<readonly SegmentRow[]> {
    return this.#read('segments.readPlan', () => this.#rows(planId));
  }

  readSome(planId: string, seqs: readonly number[]): Promise<readonly SegmentRow[]> {
    const wanted = new Set(seqs.map(String));
    return this.#read('segments.readSome', () => this.#rows(planId, (key) => wanted.has(key)));
  }

  async page(planId: string, options: { readonly limit: number; readonly cursor?: string }): Promise<Page<SegmentRow>> {
    const after = options.cursor === undefined ? -1 : Number(decodeCursor(options.cursor));
    checkLimit(options.limit);
    return this.#read('segments.page', () => {
      const rows = this.#rows(planId).filter(({ segment }) => segment.seq > after);
      const items = rows.slice(0, options.limit);
      const last = items.at(-1);
      return last && rows.length > items.length
        ? { items, nextCursor: encodeCursor(`${last.segment.seq}`) }
        : { items };
    });
  }

  addChildren(planId: string, children: readonly PlannedSegment[], stamp: Stamp): Promise<void> {
    const rows = children.map((child) => ({ key: `${child.seq}`, text: plannedSegmentBody.encode(child) }));
    return this.client.execute({
      operation: 'segments.addChildren',
      kind: 'write',
      apply: () => {
        const plan = this.tables.plan(planId);
        for (const { key, text } of rows) plan.segments.at(key).writeText(text, stamp);
      },
    });
  }

  writeOutcome(planId: string, seq: number, outcome: SegmentOutcome, stamp: Stamp): Promise<void> {
    const text = segmentOutcomeBody.encode(outcome);
    return this.client.execute({
      operation: 'segments.writeOutcome',
      kind: 'write',
      apply: () => this.tables.plan(planId).outcomes.at(`${seq}`).writeText(text, stamp),
    });
  }

  #rows(planId: string, wanted?: (key: string) => boolean): SegmentRow[] {
    const plan = this.tables.plan(planId);
    const rows = plan.segments.live({}, wanted).map(({ key, value: segment }): SegmentRow => {
      const outcome = plan.outcomes.at(key).read();
      return { planId, segment, ...(outcome && { outcome: outcome.value, outcomeStamp: outcome.stamp }) };
    });
    return rows.sort((a, b) => a.segment.seq - b.segment.seq);
  }

  #read<T>(operation: string, apply: () => T): Promise<T> {
    return this.client.execute({ operation, kind: 'read', apply });
  }
}
