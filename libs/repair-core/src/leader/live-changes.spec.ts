import fc from 'fast-check';
import type { RunSpec } from '../model/repair-run.js';
import { SimulatedCluster } from '../testing/simulated-cluster.js';
import type { SimulatedSidecar } from '../testing/simulated-sidecar.js';

/** The machine may be busy; virtual time is not real time. */
jest.setTimeout(120_000);

const REACHED_MS = 2_000;
/** A worker without a list looks this often. */
const IDLE_POLL_MS = 20_000;

/** Workers have lists that leave the leader nothing to do for long, no doorbell ever rings, and the run is edited. */
async function edited(seed: number, offsetMs: number, change: Partial<RunSpec>): Promise<SimulatedCluster> {
  const of = new SimulatedCluster({ hosts: 6, replicationFactor: 3, seed, durationMs: 4_000, doorbells: false });
  of.startAll();
  await of.time.advance(60_000);
  for (const { process } of of.sidecars) process?.stores.client.delay({ requestMs: 3, answerMs: 3 });
  const run = await of.createRun({ sizing: { kind: 'count', segments: 600 } });
  await of.time.advance(90_000 + offsetMs);
  expect(of.sidecars.filter(hasMore).length).toBeGreaterThan(0);
  await of.editRun(run, (spec) => ({ ...spec, ...change }));
  await of.time.advance(REACHED_MS);
  return of;
}

const hasMore = ({ process }: SimulatedSidecar) => (process?.worker.snapshot().pending ?? 0) > 0;

async function listOf(of: SimulatedCluster, { hostId }: SimulatedSidecar) {
  const [list, read] = await Promise.all([of.pen.assignments.read(hostId), of.pen.nodeStates.read(hostId)]);
  const left = list?.items.filter(({ stamp }) => stamp > (read?.state.over ?? 0)) ?? [];
  return { stamp: list?.stamp, left, seen: read?.state.seen };
}

const anyMoment = [fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 0, max: 9_000 })] as const;

describe('A change of a run, with every doorbell lost', () => {
  it('of the intensity has reached every worker with a list after 2 s', async () => {
    await fc.assert(
      fc.asyncProperty(...anyMoment, async (seed, offsetMs) => {
        const of = await edited(seed, offsetMs, { intensity: 0.5 });
        for (const sidecar of of.sidecars.filter(hasMore)) {
          const { stamp, left, seen } = await listOf(of, sidecar);
          expect([...new Set(left.map(({ intensity }) => intensity))]).toEqual([0.5]);
          expect(seen).toBe(stamp);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('that pauses it has left no worker anything to start after 2 s', async () => {
    await fc.assert(
      fc.asyncProperty(...anyMoment, async (seed, offsetMs) => {
        const of = await edited(seed, offsetMs, { desired: 'paused' });
        expect(of.sidecars.filter(hasMore).map(({ hostId }) => hostId)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  it('to a higher intensity also ends the rest of nodes that have no list, as soon as they look', async () => {
    const of = new SimulatedCluster({ durationMs: 20_000, doorbells: false });
    of.startAll();
    await of.time.advance(60_000);
    const run = await of.createRun({ intensity: 0.05, sizing: { kind: 'count', segments: 20 } });
    // Two segments and the rest between them: the list is over, and all nodes rest once more.
    await of.time.advance(500_000);
    const before = of.commands.length;
    expect(of.sidecars.filter(hasMore)).toEqual([]);
    expect(before).toBe(2);
    await of.editRun(run, (spec) => ({ ...spec, intensity: 1 }));
    await of.time.advance(REACHED_MS + IDLE_POLL_MS);
    expect(of.commands.length).toBeGreaterThan(before);
  });
});
