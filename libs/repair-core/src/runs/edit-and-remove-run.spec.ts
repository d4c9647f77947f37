import { PARTITIONERS, splitRange } from '@reaper-sidecar/segment-planner';
import { UnreadableBodyError } from '../errors/domain-error.js';
import type { ActiveRun, RunCreation, RunSpec } from '../model/repair-run.js';
import { MAX_STAMPS_PER_EPOCH } from '../model/stamp.js';
import { MemoryCluster, type MemoryStores } from '../testing/index.js';
import { abortEdit, editRun, intensityEdit, pauseEdit, resumeEdit } from './edit-run.js';
import { readRun } from './read-run.js';
import { removeRun } from './remove-run.js';

const EPOCH = 5_000_000;
const RUN = '00000001-0000-4000-8000-000000000000';

const spec: RunSpec = {
  desired: 'running',
  intensity: 1,
  segmentTimeoutMs: 1_000,
  maxAttempts: 3,
  priority: 50,
  rounds: {},
};

const creation: RunCreation = {
  runId: RUN,
  planId: '00000002-0000-4000-8000-000000000000',
  unit: {
    keyspace: 'shop',
    tables: ['users'],
    mode: 'full',
    parallelism: 'parallel',
    datacenters: [],
    hostIds: [],
    jobThreads: 1,
  },
  sizing: { kind: 'auto' },
  segmentCount: 2,
  initialSpec: spec,
  createdAtMs: 1_700_000_000_000,
  createdBy: 'test',
  cause: '',
  partitioner: PARTITIONERS.Murmur3Partitioner.className,
};

const whole = { start: PARTITIONERS.Murmur3Partitioner.minToken, end: PARTITIONERS.Murmur3Partitioner.minToken };
const segments = splitRange(PARTITIONERS.Murmur3Partitioner, whole, 2).map((range, seq) => ({
  seq,
  ranges: [range],
  replicas: ['00000003-0000-4000-8000-000000000000', '00000004-0000-4000-8000-000000000000'],
  ringShare: 0.5,
}));

const active: ActiveRun = { unitKey: 'u', runId: RUN, planId: creation.planId, spec, specVersion: 1 };

describe('A run', () => {
  let cluster: MemoryCluster;
  let stores: MemoryStores;
  beforeEach(async () => {
    cluster = new MemoryCluster();
    stores = cluster.connect();
    await stores.leases.acquire(
      { epoch: EPOCH, beat: 0, token: 't', holder: 'h', acquiredAtMs: 0, cause: '' },
      undefined,
    );
    await stores.runs.createPlan(creation, segments);
    await stores.runs.activate(active);
    await stores.runs.index(creation);
  });

  async function finish(): Promise<void> {
    const counters = { total: 2, done: 2, skipped: 0, failed: 0, running: 0, repairMs: 1 };
    const [present] = await stores.runs.activeRuns();
    if (!present) throw new Error('no run');
    const { specVersion } = present;
    await stores.runs.writeResult(
      RUN,
      { state: 'DONE', specVersion, counters, endedAtMs: 9, failedSegments: [] },
      EPOCH + 3,
    );
  }

  it('is edited from every sidecar and no edit is lost', async () => {
    const others = Array.from({ length: 5 }, () => cluster.connect());
    await Promise.all([
      editRun(stores.runs, RUN, pauseEdit),
      ...others.map(({ runs }, n) => editRun(runs, RUN, intensityEdit((n + 1) / 10))),
    ]);
    const [after] = await stores.runs.activeRuns();
    expect(after).toMatchObject({ specVersion: 7, spec: { desired: 'paused' } });
  });

  it('is not written when the wish is fulfilled already', async () => {
    await editRun(stores.runs, RUN, resumeEdit);
    expect(stores.client.statistics().operations['runs.editSpec']).toBeUndefined();
  });

  it.each(['applied', 'lost', 'late'] as const)(
    'ends up paused when the answer of the write is lost (%s)',
    async (effect) => {
      stores.client.loseAnswer(effect, { matches: (operation) => operation === 'runs.editSpec' });
      await editRun(stores.runs, RUN, pauseEdit);
      const [after] = await stores.runs.activeRuns();
      expect(after?.spec.desired).toBe('paused');
    },
  );

  it('is edited on the version that the wish is based on, or not at all', async () => {
    expect((await editRun(stores.runs, RUN, pauseEdit, 1)).specVersion).toBe(2);
    await expect(editRun(stores.runs, RUN, resumeEdit, 1)).rejects.toMatchObject({ code: 'VERSION_MISMATCH' });
    await expect(editRun(stores.runs, RUN, pauseEdit, 1)).rejects.toMatchObject({ code: 'VERSION_MISMATCH' });
    expect((await readRun(stores.runs, RUN)).spec.desired).toBe('paused');
  });

  it('takes an own write whose answer was lost for its own', async () => {
    stores.client.loseAnswer('applied', { matches: (operation) => operation === 'runs.editSpec' });
    expect((await editRun(stores.runs, RUN, pauseEdit, 1)).specVersion).toBe(2);
  });

  it('gives up after many conflicts instead of trying for ever', async () => {
    const refuse = { ...stores.runs, activeRuns: async () => [active], get: async () => undefined };
    const runs = Object.assign(Object.create(stores.runs) as typeof stores.runs, refuse, {
      editSpec: async () => ({ applied: false, current: active }),
    });
    await expect(editRun(runs, RUN, pauseEdit)).rejects.toMatchObject({ code: 'EDIT_CONFLICT', retryable: true });
  });

  it('cannot be changed while it is being aborted, but aborted again', async () => {
    await editRun(stores.runs, RUN, abortEdit);
    await expect(editRun(stores.runs, RUN, pauseEdit)).rejects.toMatchObject({ code: 'RUN_ABORTING' });
    await editRun(stores.runs, RUN, abortEdit);
  });

  it('cannot be changed when it is over, also before its active row is gone', async () => {
    await finish();
    await expect(editRun(stores.runs, RUN, pauseEdit)).rejects.toMatchObject({ code: 'RUN_FINISHED' });
    await stores.runs.end(active);
    await expect(editRun(stores.runs, RUN, pauseEdit)).rejects.toMatchObject({ code: 'RUN_FINISHED' });
  });

  it('is removed with all that was written about it, and a late write of its leader does not bring it back', async () => {
    await finish();
    const outcome = { state: 'DONE', round: 0, attempt: 1, coordinator: 'h', startedAtMs: 1, endedAtMs: 2 } as const;
    await stores.segments.writeOutcome(creation.planId, 0, outcome, EPOCH + 2);
    await removeRun(stores, RUN);
    const counters = { total: 2, done: 2, skipped: 0, failed: 0, running: 0, repairMs: 1 };
    const late = { state: 'RUNNING' as const, counters, reasons: [], asOfMs: 1 };
    await stores.runs.writeStatus(RUN, late, EPOCH + MAX_STAMPS_PER_EPOCH - 1);
    expect(await stores.runs.get(RUN)).toBeUndefined();
    expect(await stores.segments.readPlan(creation.planId)).toEqual([]);
    expect(await stores.runs.activeRuns()).toEqual([]);
    expect(await stores.runs.list({ limit: 10 })).toEqual({ items: [] });
  });

  it('is not removed before it is over', async () => {
    await expect(removeRun(stores, RUN)).rejects.toMatchObject({ code: 'RUN_NOT_FINISHED' });
  });

  it('is not removed when it was edited after its result', async () => {
    await finish();
    await stores.runs.editSpec(active, { ...spec, intensity: 0.5 });
    await expect(removeRun(stores, RUN)).rejects.toMatchObject({ code: 'RUN_NOT_FINISHED' });
  });

  it('cannot be removed twice', async () => {
    await finish();
    await removeRun(stores, RUN);
    await expect(removeRun(stores, RUN)).rejects.toMatchObject({ code: 'UNKNOWN_RUN' });
  });
});

describe('A run of a newer sidecar that this build cannot read', () => {
  let stores: MemoryStores;
  beforeEach(async () => {
    const cluster = new MemoryCluster();
    stores = cluster.connect();
    await stores.runs.createPlan(creation, segments);
    await stores.runs.activate(active);
    const read = stores.runs.activeRuns.bind(stores.runs);
    stores.runs.activeRuns = async (options) => {
      options?.onUnreadable?.('other', new UnreadableBodyError('a body of protocol 9'));
      return read(options);
    };
  });

  it('is no obstacle to reading and editing another one', async () => {
    expect((await readRun(stores.runs, RUN)).state).toBe('NOT_STARTED');
    await editRun(stores.runs, RUN, pauseEdit);
  });

  it('is not taken for a run that does not exist', async () => {
    await stores.runs.end(active);
    await expect(readRun(stores.runs, RUN)).rejects.toMatchObject({ code: 'UNREADABLE_BODY' });
    await expect(removeRun(stores, RUN)).rejects.toMatchObject({ code: 'UNREADABLE_BODY' });
  });
});
