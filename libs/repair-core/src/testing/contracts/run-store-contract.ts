/// <reference types="jest" />
import { InvalidCursorError } from '../../errors/domain-error.js';
import type { RunRow } from '../../model/repair-run.js';
import type { Page, RunStore, SegmentStore } from '../../ports/runs.js';
import {
  type MakeStorePair,
  type StorePair,
  STAMP,
  aCreation,
  aResult,
  aSpec,
  aStatus,
  anActiveRun,
  someSegments,
} from './contract-fixtures.js';

/** Runs live with their segments. */
export interface RunStores {
  readonly runs: RunStore;
  readonly segments: SegmentStore;
}

/** What every RunStore must do. Needs Jest's globals. */
export function describeRunStoreContract(makeStores: MakeStorePair<RunStores>): void {
  describe('a RunStore', () => {
    let stores: StorePair<RunStores>;
    let one: RunStore;
    let other: RunStore;

    beforeEach(async () => {
      stores = await makeStores();
      one = stores.one.runs;
      other = stores.other.runs;
    });

    async function created(createdAtMs?: number) {
      const creation = aCreation(createdAtMs === undefined ? {} : { createdAtMs });
      await one.createPlan(creation, someSegments(creation.segmentCount));
      return creation;
    }

    it('a plan without active row is no run yet', async () => {
      const creation = await created();
      expect(await other.get(creation.runId)).toEqual({ creation });
      expect(await other.activeRuns()).toEqual([]);
      expect(await other.list({ limit: 10 })).toEqual({ items: [] });
    });

    it('knows nothing of a run that was never created', async () => {
      expect(await one.get('no-such-run')).toBeUndefined();
    });

    it.each([true, false])('an activated run is unfinished for everybody (serial read: %s)', async (serial) => {
      const run = anActiveRun(await created());
      expect(await one.activate(run)).toEqual({ applied: true });
      expect(await other.activeRuns({ serial })).toEqual([run]);
    });

    it('a unit has one unfinished run: the second one is refused with the first', async () => {
      const run = anActiveRun(await created());
      await one.activate(run);
      const second = { ...anActiveRun(await created()), unitKey: run.unitKey };
      expect(await other.activate(second)).toEqual({ applied: false, current: run });
    });

    it('runs of different units are unfinished side by side', async () => {
      const runs = [anActiveRun(await created()), anActiveRun(await created())];
      for (const run of runs) expect((await one.activate(run)).applied).toBe(true);
      expect(new Set((await other.activeRuns()).map(({ runId }) => runId))).toEqual(
        new Set(runs.map(({ runId }) => runId)),
      );
    });

    it('a unit may name more tables than fit into a key', async () => {
      const run = { ...anActiveRun(await created()), unitKey: 'x'.repeat(100_000) };
      expect(await one.activate(run)).toEqual({ applied: true });
      expect(await other.activeRuns()).toEqual([run]);
    });

    it('an edit stores the spec under the next version', async () => {
      const run = anActiveRun(await created());
      await one.activate(run);
      const spec = aSpec({ desired: 'paused', rounds: { 2: 1 } });
      expect(await other.editSpec(run, spec)).toEqual({ applied: true });
      expect(await one.activeRuns()).toEqual([{ ...run, spec, specVersion: 2 }]);
    });

    it('an edit or end of a version that is over is refused with the present row', async () => {
      const run = anActiveRun(await created());
      await one.activate(run);
      const spec = aSpec({ desired: 'paused' });
      await one.editSpec(run, spec);
      const refused = { applied: false, current: { ...run, spec, specVersion: 2 } };
      expect(await other.editSpec(run, aSpec())).toEqual(refused);
      expect(await other.end(run)).toEqual(refused);
    });

    it('an ended run leaves its unit free', async () => {
      const run = anActiveRun(await created());
      await one.activate(run);
      expect(await other.end(run)).toEqual({ applied: true });
      expect(await one.activeRuns({ serial: true })).toEqual([]);
      expect(await one.end(run)).toEqual({ applied: false, current: undefined });
      expect(await one.activate(run)).toEqual({ applied: true });
    });

    it('an edit of another run of the same unit is refused', async () => {
      const run = anActiveRun(await created());
      await one.activate(run);
      expect((await other.editSpec({ ...run, runId: 'another' }, aSpec())).applied).toBe(false);
    });

    it('of status and result the newest stamp wins', async () => {
      const creation = await created();
      const [status, result] = [aStatus(), aResult({ message: 'all well' })];
      await one.writeStatus(creation.runId, status, STAMP + 2);
      await one.writeResult(creation.runId, result, STAMP + 2);
      await other.writeStatus(creation.runId, aStatus({ state: 'PAUSED' }), STAMP + 1);
      await other.writeResult(creation.runId, aResult({ state: 'FAILED' }), STAMP + 1);
      expect(await other.get(creation.runId)).toEqual({ creation, status, result });
    });

    describe('listing', () => {
      const month = (year: number, index: number) => Date.UTC(year, index, 10);

      async function listed(times: readonly number[]) {
        const ids = new Map<number, string>();
        for (const at of times) {
          const creation = await created(at);
          await one.index(creation);
          ids.set(at, creation.runId);
        }
        return ids;
      }

      async function readPages(limit: number): Promise<Page<RunRow>[]> {
        const pages = [await other.list({ limit })];
        for (let cursor = pages[0]?.nextCursor; cursor !== undefined; cursor = pages.at(-1)?.nextCursor) {
          expect(cursor).toMatch(/^[\w-]+$/);
          pages.push(await other.list({ limit, cursor }));
          expect(pages.length).toBeLessThan(100);
        }
        return pages;
      }

      const times = (pages: readonly Page<RunRow>[]) =>
        pages.flatMap(({ items }) => items.map(({ creation }) => creation.createdAtMs));

      it('shows the newest run first, over months', async () => {
        await listed([month(2026, 5), month(2025, 11), month(2026, 5) + 1]);
        const { items, nextCursor } = await other.list({ limit: 10 });
        expect(items.map(({ creation }) => creation.createdAtMs)).toEqual([
          month(2026, 5) + 1,
          month(2026, 5),
          month(2025, 11),
        ]);
        expect(nextCursor).toBeUndefined();
      });

      it.each([1, 2, 3, 7, 8])('pages of %d show every run once, in order', async (limit) => {
        const all = [0, 1, 2, 4, 9, 11].map((index) => month(2026, index));
        const withNeighbour = [...all, month(2026, 4) + 1];
        await listed(withNeighbour);
        const pages = await readPages(limit);
        expect(times(pages)).toEqual([...withNeighbour].sort((a, b) => b - a));
        for (const { items } of pages) expect(items.length).toBeLessThanOrEqual(limit);
      });

      it('tells runs of the same moment apart', async () => {
        const [first, second] = [await created(), await created()];
        for (const creation of [first, second, first]) await one.index(creation);
        const ids = (await readPages(1)).flatMap(({ items }) => items.map(({ creation }) => creation.runId));
        expect(ids.sort()).toEqual([first.runId, second.runId].sort());
      });

      it('shows status and result', async () => {
        const creation = await created();
        await one.index(creation);
        await one.writeStatus(creation.runId, aStatus(), STAMP);
        await one.writeResult(creation.runId, aResult(), STAMP);
        const { items } = await other.list({ limit: 1 });
        expect(items).toEqual([{ creation, status: aStatus(), result: aResult() }]);
      });

      it.each(['', 'x', '../..', 'eyJhIjoxfQ', 'W10', 'WzEsMl0', 'x'.repeat(5_000)])(
        'refuses a cursor it did not return: %.20s',
        async (cursor) => {
          await expect(other.list({ limit: 10, cursor })).rejects.toBeInstanceOf(InvalidCursorError);
        },
      );

      it.each([0, -1, 1.5, 501, Number.NaN])('refuses a limit of %d', async (limit) => {
        await expect(other.list({ limit })).rejects.toBeInstanceOf(RangeError);
      });
    });

    describe('removal', () => {
      it('hides the run, its segments and its listing row', async () => {
        const creation = await created();
        await one.index(creation);
        await one.writeStatus(creation.runId, aStatus(), STAMP);
        await other.remove(creation, STAMP + 1);
        expect(await one.get(creation.runId)).toBeUndefined();
        expect(await stores.one.segments.readPlan(creation.planId)).toEqual([]);
        expect(await one.list({ limit: 10 })).toEqual({ items: [] });
        expect(await one.begunPlans(creation.createdAtMs)).toEqual([]);
      });

      it('leaves other runs alone', async () => {
        const [kept, removed] = [await created(), await created()];
        for (const creation of [kept, removed]) await one.index(creation);
        await one.remove(removed, STAMP);
        expect((await other.list({ limit: 10 })).items).toEqual([{ creation: kept }]);
        expect(await stores.other.segments.readPlan(kept.planId)).toHaveLength(3);
      });

      it('neither a late status nor a repeated listing row brings the run back', async () => {
        const creation = await created();
        await one.remove(creation, STAMP);
        await one.writeStatus(creation.runId, aStatus(), STAMP + 1);
        await one.index(creation);
        expect(await other.get(creation.runId)).toBeUndefined();
        expect(await other.list({ limit: 10 })).toEqual({ items: [] });
      });
    });

    describe('plan log', () => {
      it('names the plans begun in a month until they are forgotten', async () => {
        const july = await created(Date.UTC(2026, 6, 31, 23, 59));
        await created(Date.UTC(2026, 7, 1));
        const { planId, runId, segmentCount, createdAtMs } = july;
        const begun = { planId, runId, segmentCount, createdAtMs };
        expect(await other.begunPlans(Date.UTC(2026, 6, 1))).toEqual([begun]);
        await one.forgetPlan(begun);
        expect(await other.begunPlans(Date.UTC(2026, 6, 1))).toEqual([]);
        expect(await other.get(runId)).toEqual({ creation: july });
      });
    });
  });
}
