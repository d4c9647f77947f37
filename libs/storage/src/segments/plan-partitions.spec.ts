import { CREATION_STAMP } from '@reaper-sidecar/repair-core';
import { someSegments } from '@reaper-sidecar/repair-core/testing';
import type { CassandraConnection } from '../connection/cassandra-connection.js';
import { PlanPartitions, SEGMENTS_PER_PART } from './plan-partitions.js';

type Row = readonly [planId: string, part: number, seq: number, body: string, stamp: bigint];

class RecordingConnection {
  readonly batches: (readonly Row[])[] = [];
  atOnce = 0;
  mostAtOnce = 0;

  async batch(_statement: unknown, rows: readonly Row[]): Promise<void> {
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    await new Promise((resolve) => setImmediate(resolve));
    this.batches.push(rows);
    this.atOnce -= 1;
  }
}

async function writtenBy(segments: ReturnType<typeof someSegments>): Promise<RecordingConnection> {
  const connection = new RecordingConnection();
  const plans = new PlanPartitions(connection as unknown as CassandraConnection);
  await plans.write('plan', segments, CREATION_STAMP);
  return connection;
}

describe('writing a plan', () => {
  it('writes every segment once, in batches of one partition each', async () => {
    const { batches } = await writtenBy(someSegments(12_345));
    const seqs = batches.flatMap((batch) => batch.map(([, , seq]) => seq)).sort((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 12_345 }, (_, seq) => seq));
    for (const batch of batches) {
      expect(new Set(batch.map(([, part]) => part)).size).toBe(1);
      for (const [, part, seq, , stamp] of batch) {
        expect(part).toBe(Math.floor(seq / SEGMENTS_PER_PART));
        expect(stamp).toBe(BigInt(CREATION_STAMP));
      }
    }
  });

  it('keeps batches below what Cassandra refuses, also when segments are large', async () => {
    const large = someSegments(300).map((segment) => ({ ...segment, replicas: Array(100).fill('x'.repeat(36)) }));
    const { batches } = await writtenBy(large);
    for (const batch of batches) {
      const bytes = batch.reduce((sum, [, , , body]) => sum + Buffer.byteLength(body), 0);
      expect(bytes).toBeLessThan(50 * 1024);
    }
  });

  it('sends a segment that is larger than a batch on its own', async () => {
    const huge = someSegments(3).map((segment) => ({ ...segment, replicas: ['x'.repeat(100_000)] }));
    expect((await writtenBy(huge)).batches.map((batch) => batch.length)).toEqual([1, 1, 1]);
  });

  it('sends at most eight batches at the same time', async () => {
    expect((await writtenBy(someSegments(20_000))).mostAtOnce).toBe(8);
  });

  it('sends nothing for a plan without segments', async () => {
    expect((await writtenBy([])).batches).toEqual([]);
  });
});
