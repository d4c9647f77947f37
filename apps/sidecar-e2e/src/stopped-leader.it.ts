import { setTimeout as sleep } from 'node:timers/promises';
import { Dataset } from '@reaper-sidecar/dataset';
import { allSegments, createRun, type SidecarProcess, untilOver, untilRun } from '@reaper-sidecar/sidecar-rig';
import { leaderOf, leadingSidecar, sidecarOf, startTestBed, type TestBed } from './test-bed.js';

/** How long the leader is stopped. A lease is taken over after 30 s. */
const STOPPED_MS = Number(process.env['REAPER_STOPPED_SECONDS'] ?? 50) * 1000;
const ELECTION_MS = 45_000;
const AWAKE_MS = 15_000;
/** Between the end of one segment and the start of the next of a list; the run below rests for less than a second. */
const STANDSTILL_MS = 10_000;

let bed: TestBed;

beforeAll(async () => {
  bed = await startTestBed({ tokens: 4 });
  const options = { keyspace: 'long', tables: ['a', 'b'], rowsPerTable: 500, replicationFactor: 3 };
  await new Dataset(bed.cluster.nodes, options).create();
});

afterAll(() => bed?.close());

/** The epochs that a majority of the replicas returns, by host. */
async function epochs(): Promise<ReadonlyMap<string, number>> {
  const rows = await bed.cluster.cql(1, 'SELECT host_id, body FROM reaper_sidecar.assignment', {
    consistency: 'QUORUM',
  });
  return new Map(rows.map((row) => [String(row['host_id']), JSON.parse(String(row['body'])).epoch as number]));
}

/** A leader beside another node than the one that works. A leader that ends hands over at once. */
async function leaderWhoOnlyLeads(runId: string): Promise<{ leader: SidecarProcess; worker: SidecarProcess }> {
  for (;;) {
    const leader = await leadingSidecar(bed.fleet);
    const other = bed.fleet.sidecars.find((sidecar) => sidecar !== leader)!;
    const running = (await allSegments(other.api, runId)).find(({ state }) => state === 'RUNNING')?.coordinator;
    const worker = running === undefined ? undefined : await sidecarOf(bed.fleet, running);
    if (worker && worker !== leader) return { leader, worker };
    if (worker) {
      await leader.stop();
      await leader.start();
    }
    await sleep(1_000);
  }
}

async function startsOf(runId: string, worker: SidecarProcess): Promise<number[]> {
  const segments = await allSegments(worker.api, runId);
  return segments.flatMap(({ startedAt }) => (startedAt ? [Date.parse(startedAt)] : [])).sort((a, b) => a - b);
}

describe('a leader that is stopped and continues', () => {
  it(
    'is replaced, its lists run on, and nothing it writes on waking is read',
    async () => {
      const run = await createRun(bed.url, { keyspace: 'long', segments: 4_000, intensity: 0.15 });
      await untilRun(bed.url, run.id, ({ segments }) => segments.done >= 40);
      const { leader, worker } = await leaderWhoOnlyLeads(run.id);
      const before = await leaderOf(worker);
      const stoppedMs = Date.now();
      leader.pause();
      let electedMs: number | undefined;
      const falls: string[] = [];
      let seen = await epochs();
      const watchUntil = async (deadline: number) => {
        for (; Date.now() < deadline; await sleep(500)) {
          const now = await epochs();
          for (const [hostId, epoch] of now) {
            if (epoch < (seen.get(hostId) ?? 0)) falls.push(`${hostId}: ${seen.get(hostId)} → ${epoch}`);
          }
          seen = now;
          if (electedMs === undefined && (await leaderOf(worker)) !== before) electedMs = Date.now();
        }
      };
      await watchUntil(stoppedMs + STOPPED_MS);
      expect((electedMs ?? Infinity) - stoppedMs).toBeLessThan(ELECTION_MS);
      const after = await leaderOf(worker);
      leader.resume();
      await watchUntil(Date.now() + AWAKE_MS);
      expect(falls).toEqual([]);
      expect(await leaderOf(worker)).toBe(after);
      const starts = (await startsOf(run.id, worker)).filter((ms) => ms > stoppedMs - STANDSTILL_MS);
      const gaps = [...starts.slice(1), Date.now()].map((ms, i) => ms - (starts[i] ?? 0));
      expect(Math.max(...gaps)).toBeLessThan(STANDSTILL_MS);
      const path = { params: { path: { runId: run.id } } };
      await worker.api.POST('/api/v1/runs/{runId}/abort', path);
      expect(await untilOver(worker.url, run.id)).toMatchObject({ state: 'ABORTED', segments: { failed: 0 } });
    },
    STOPPED_MS + 300_000,
  );
});
