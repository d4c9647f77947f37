import type { PlannedSegment } from '@reaper-sidecar/segment-planner';
import { type BegunPlan, type Stamp, plannedSegmentBody } from '@reaper-sidecar/repair-core';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { segmentStatements } from './segment-statements.js';

/** Rows of a partition of `segment`. Stored data depends on it: it never changes. */
export const SEGMENTS_PER_PART = 5_000;

/** One batch: below the 50 KiB that Cassandra refuses by default, and no more rows than are quick to prepare. */
const BATCH_BYTES = 32 * 1024;
const BATCH_ROWS = 200;
const CONCURRENT_BATCHES = 8;
/** Keys, timestamp and frame of one row. */
const ROW_OVERHEAD_BYTES = 80;

export function partOf(seq: number): number {
  return Math.floor(seq / SEGMENTS_PER_PART);
}

/** Writes and deletes plans in table `segment`. */
export class PlanPartitions {
  constructor(private readonly connection: CassandraConnection) {}

  async write(planId: string, segments: readonly PlannedSegment[], stamp: Stamp): Promise<void> {
    const batches = batchesOf(planId, segments, stamp);
    const next = async () => {
      for (let step = batches.next(); !step.done; step = batches.next()) {
        await this.connection.batch(segmentStatements.insert, step.value);
      }
    };
    await Promise.all(Array.from({ length: CONCURRENT_BATCHES }, next));
  }

  /** Children of split segments may have filled further parts than the plan had. */
  async remove({ planId, segmentCount }: BegunPlan, stamp: Stamp): Promise<void> {
    const planned = Math.ceil(segmentCount / SEGMENTS_PER_PART);
    for (let part = 0; part < planned || (await this.#isThere(planId, part)); part++) {
      await this.connection.write(segmentStatements.removePart, [BigInt(stamp), planId, part]);
    }
  }

  async #isThere(planId: string, part: number): Promise<boolean> {
    return (await this.connection.rows(segmentStatements.isThere, [planId, part])).length > 0;
  }
}

type Batch = readonly (readonly unknown[])[];

/** Rows of one partition each, bounded in bytes. */
function* batchesOf(planId: string, segments: readonly PlannedSegment[], stamp: Stamp): Generator<Batch> {
  let batch: unknown[][] = [];
  let bytes = 0;
  let part = 0;
  for (const segment of segments) {
    const body = plannedSegmentBody.encode(segment);
    const size = Buffer.byteLength(body) + ROW_OVERHEAD_BYTES;
    const full = bytes + size > BATCH_BYTES || batch.length === BATCH_ROWS || part !== partOf(segment.seq);
    if (full && batch.length > 0) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    part = partOf(segment.seq);
    batch.push([planId, part, segment.seq, body, BigInt(stamp)]);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
