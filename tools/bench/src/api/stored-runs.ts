import { randomUUID } from 'node:crypto';
import type { Cluster } from '@reaper-sidecar/cassandra-rig';
import { plannedSegmentBody, type RunCreation, runCreationBody, runResultBody } from '@reaper-sidecar/repair-core';

const KEYSPACE = 'reaper_sidecar';
const MINUTE_MS = 60_000;
const SEGMENTS = 100;

/** Writes runs that were aborted before their first segment, one per minute up to now. @returns id of the newest */
export async function storeEndedRuns(cluster: Cluster, count: number): Promise<string> {
  const connection = await cluster.connect(1);
  try {
    const run = async (statement: string) => void (await connection.query(statement));
    let newest = '';
    for (let ago = count; ago > 0; ago--) {
      const creation = creationOf(Date.now() - ago * MINUTE_MS);
      newest = creation.runId;
      await Promise.all(statementsFor(creation).map(run));
    }
    return newest;
  } finally {
    connection.close();
  }
}

function creationOf(createdAtMs: number): RunCreation {
  return {
    runId: randomUUID(),
    planId: randomUUID(),
    unit: {
      keyspace: 'shop',
      tables: ['carts', 'customers', 'orders'],
      mode: 'full',
      parallelism: 'datacenter-aware',
      datacenters: ['dc1'],
      hostIds: [],
      jobThreads: 1,
    },
    sizing: { kind: 'count', segments: SEGMENTS },
    segmentCount: SEGMENTS,
    initialSpec: {
      desired: 'running',
      intensity: 1,
      segmentTimeoutMs: 1_800_000,
      maxAttempts: 3,
      priority: 50,
      rounds: {},
    },
    createdAtMs,
    createdBy: 'bench',
    cause: '',
    partitioner: 'org.apache.cassandra.dht.Murmur3Partitioner',
  };
}

function statementsFor(creation: RunCreation): string[] {
  const { runId, planId, createdAtMs } = creation;
  const month = new Date(createdAtMs).toISOString().slice(0, 7);
  const counters = { total: SEGMENTS, done: 0, skipped: 0, failed: 0, running: 0, repairMs: 0 };
  const ended = { state: 'ABORTED', specVersion: 1, counters, endedAtMs: createdAtMs, failedSegments: [] } as const;
  const texts = [runId, runCreationBody.encode(creation), runResultBody.encode(ended)].map(quoted).join(', ');
  return [
    `INSERT INTO ${KEYSPACE}.repair_run (run_id, creation, result) VALUES (${texts}) USING TIMESTAMP 1`,
    `INSERT INTO ${KEYSPACE}.run_month (bucket, month) VALUES (0, '${month}') USING TIMESTAMP 1`,
    `INSERT INTO ${KEYSPACE}.run_index (month, created_at_ms, run_id) VALUES ('${month}', ${createdAtMs}, '${runId}') USING TIMESTAMP 1`,
    `BEGIN UNLOGGED BATCH USING TIMESTAMP 1 ${segmentsOf(planId)} APPLY BATCH`,
  ];
}

function segmentsOf(planId: string): string {
  const width = 2n ** 64n / BigInt(SEGMENTS);
  return Array.from({ length: SEGMENTS }, (_, seq) => {
    const start = BigInt(seq) * width - 2n ** 63n;
    const range = { start, end: start + width };
    const planned = { seq, ranges: [range], replicas: ['n1'], ringShare: 1 / SEGMENTS, estimatedBytes: 1_000_000 };
    const values = `'${planId}', 0, ${seq}, ${quoted(plannedSegmentBody.encode(planned))}`;
    return `INSERT INTO ${KEYSPACE}.segment (plan_id, part, seq, planned) VALUES (${values});`;
  }).join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
