/// <reference types="jest" />
import { InvalidCursorError } from '../../errors/domain-error.js';
import type { SegmentStore } from '../../ports/runs.js';
import { type MakeStorePair, type StorePair, STAMP, aCreation, anOutcome, someSegments } from './contract-fixtures.js';
import type { RunStores } from './run-store-contract.js';

/** What every SegmentStore must do. Needs Jest's globals. */
export function describeSegmentStoreContract(makeStores: MakeStorePair<RunStores>): void {
  describe('a SegmentStore', () => {
    let stores: StorePair<RunStores>;
    let one: SegmentStore;
    let other: SegmentStore;

    beforeEach(async () => {
      stores = await makeStores();
      one = stores.one.segments;
      other = stores.other.segments;
    });

    async function planOf(count: number) {
      const creation = aCreation({ segmentCount: count });
      const segments = someSegments(count);
      await stores.one.runs.createPlan(creation, segments);
      return { planId: creation.planId, segments, creation };
    }

    it('gives back every token exactly', async () => {
      const { planId, segments } = await planOf(7);
      expect(await other.readPlan(planId)).toEqual(segments.map((segment) => ({ planId, segment })));
    });

    it('knows nothing of a plan that was never written', async () => {
      expect(await one.readPlan('no-such-plan')).toEqual([]);
      expect(await one.readSome('no-such-plan', [0])).toEqual([]);
      expect(await one.page('no-such-plan', { limit: 10 })).toEqual({ items: [] });
    });

    it('reads a plan of more than one partition in order', async () => {
      const { planId } = await planOf(5_003);
      const seqs = (await other.readPlan(planId)).map(({ segment }) => segment.seq);
      expect(seqs).toEqual(Array.from({ length: 5_003 }, (_, seq) => seq));
      const { items, nextCursor } = await other.page(planId, { limit: 500 });
      expect(items).toHaveLength(500);
      expect(nextCursor).toBeDefined();
      const some = await other.readSome(planId, [5_001, 4_999, 7, 5_000, 9_999, 7]);
      expect(some.map(({ segment }) => segment.seq)).toEqual([7, 4_999, 5_000, 5_001]);
    });

    it('a removed plan of several partitions is gone', async () => {
      const { planId, creation } = await planOf(5_003);
      await stores.other.runs.remove(creation, STAMP);
      expect(await one.readPlan(planId)).toEqual([]);
      expect(await one.readSome(planId, [5_001])).toEqual([]);
    });

    it.each([1, 3, 7, 8])('pages of %d show every segment once, in order', async (limit) => {
      const { planId } = await planOf(7);
      const seqs: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await other.page(planId, cursor === undefined ? { limit } : { limit, cursor });
        expect(page.items.length).toBeLessThanOrEqual(limit);
        seqs.push(...page.items.map(({ segment }) => segment.seq));
        cursor = page.nextCursor;
      } while (cursor !== undefined && seqs.length < 100);
      expect(seqs).toEqual([0, 1, 2, 3, 4, 5, 6]);
    });

    it('of outcomes the newest stamp wins, and is told', async () => {
      const { planId, segments } = await planOf(3);
      const done = anOutcome({ state: 'DONE', attempt: 2 });
      await one.writeOutcome(planId, 1, done, STAMP + 9);
      await other.writeOutcome(planId, 1, anOutcome(), STAMP + 5);
      expect(await other.readSome(planId, [1])).toEqual([
        { planId, segment: segments[1], outcome: done, outcomeStamp: STAMP + 9 },
      ]);
    });

    it('an outcome comes with the plan and with its page', async () => {
      const { planId } = await planOf(3);
      const outcome = anOutcome();
      await one.writeOutcome(planId, 2, outcome, STAMP);
      expect((await other.readPlan(planId)).map((row) => row.outcome)).toEqual([undefined, undefined, outcome]);
      const page = await other.page(planId, { limit: 10 });
      expect(page.items.map((row) => row.outcome)).toEqual([undefined, undefined, outcome]);
    });

    it('children of a split segment follow the others', async () => {
      const { planId, segments } = await planOf(3);
      const children = someSegments(5).slice(3);
      await one.addChildren(planId, children, STAMP + 1);
      await one.writeOutcome(planId, 0, anOutcome({ state: 'SPLIT', children: [3, 4] }), STAMP + 2);
      const rows = await other.readPlan(planId);
      expect(rows.map(({ segment }) => segment)).toEqual([...segments, ...children]);
      expect(rows[0]?.outcome?.children).toEqual([3, 4]);
    });

    it('children of the same number are replaced by newer ones', async () => {
      const { planId } = await planOf(3);
      const [wide, narrow] = [someSegments(4)[3], someSegments(8)[3]];
      if (!wide || !narrow) throw new Error('no such segments');
      await one.addChildren(planId, [narrow], STAMP + 2);
      await other.addChildren(planId, [wide], STAMP + 1);
      expect((await other.readSome(planId, [3]))[0]?.segment).toEqual(narrow);
    });

    it('an outcome that arrives after its plan was removed is not shown', async () => {
      const { planId, creation } = await planOf(3);
      await stores.one.runs.remove(creation, STAMP);
      await other.writeOutcome(planId, 1, anOutcome(), STAMP + 1);
      expect(await one.readPlan(planId)).toEqual([]);
      expect(await one.page(planId, { limit: 10 })).toEqual({ items: [] });
    });

    it.each(['', 'x', '../..', 'eyJhIjoxfQ', 'W10', 'WyJhIl0'])(
      'refuses a cursor it did not return: %s',
      async (cursor) => {
        await expect(other.page('plan', { limit: 10, cursor })).rejects.toBeInstanceOf(InvalidCursorError);
      },
    );

    it.each([0, 501])('refuses a limit of %d', async (limit) => {
      await expect(other.page('plan', { limit })).rejects.toBeInstanceOf(RangeError);
    });
  });
}
