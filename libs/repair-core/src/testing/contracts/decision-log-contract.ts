/// <reference types="jest" />
import { randomUUID } from 'node:crypto';
import type { Decision } from '../../decisions/decision.js';
import type { DecisionLog, DecisionQuery } from '../../decisions/decision-log.js';
import { InvalidCursorError } from '../../errors/domain-error.js';
import type { MakeStorePair, StorePair } from './contract-fixtures.js';

const HOUR_MS = 3_600_000;

/** What every DecisionLog must do. Needs Jest's globals. */
export function describeDecisionLogContract(makeStores: MakeStorePair<DecisionLog>): void {
  describe('a DecisionLog', () => {
    let stores: StorePair<DecisionLog>;
    /** An hour ago: rows live for a month. */
    let nowMs: number;

    beforeEach(async () => {
      stores = await makeStores();
      nowMs = Date.now() - HOUR_MS;
    });

    const decision = (part: Partial<Decision> = {}): Decision => ({
      id: randomUUID(),
      atMs: nowMs,
      kind: 'WAITING',
      detail: 'a replica is down: 10.0.0.3 – ¡sí!',
      ...part,
    });

    async function all(query: Partial<DecisionQuery> = {}): Promise<readonly Decision[]> {
      const found: Decision[] = [];
      let cursor: string | undefined;
      do {
        const bounds = { sinceMs: nowMs - 40 * HOUR_MS, untilMs: nowMs + HOUR_MS, limit: 4, ...query };
        const page = await stores.other.list({ ...bounds, ...(cursor !== undefined && { cursor }) });
        expect(page.items.length).toBeLessThanOrEqual(bounds.limit);
        found.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      return found;
    }

    it('lists newest first, over days and pages, also what was decided in the same moment', async () => {
      const decisions = Array.from({ length: 11 }, (_, n) =>
        decision({ atMs: nowMs - Math.floor(n / 2) * 7 * HOUR_MS }),
      );
      for (const one of decisions) await stores.one.append(one);
      const listed = await all();
      expect(listed).toHaveLength(11);
      expect(listed.map(({ atMs }) => atMs)).toEqual(decisions.map(({ atMs }) => atMs));
      expect(listed).toEqual(expect.arrayContaining(decisions));
    });

    it('keeps every field', async () => {
      const one = decision({ runId: randomUUID(), code: 'REPLICA_DOWN', hostId: randomUUID() });
      await stores.one.append(one);
      expect(await all({ limit: 1 })).toEqual([one]);
    });

    it('lists what lies within the times that are asked for', async () => {
      const [old, middle, young] = [30, 20, 10].map((hours) => decision({ atMs: nowMs - hours * HOUR_MS }));
      for (const one of [old, middle, young]) await stores.one.append(one as Decision);
      expect(await all({ sinceMs: nowMs - 20 * HOUR_MS, untilMs: nowMs - 20 * HOUR_MS })).toEqual([middle]);
      expect(await all({ sinceMs: nowMs - 20 * HOUR_MS })).toEqual([young, middle]);
      expect(await all({ untilMs: nowMs - 20 * HOUR_MS })).toEqual([middle, old]);
    });

    it('finds the decisions of one run', async () => {
      const runId = randomUUID();
      const its = decision({ runId, atMs: nowMs - 9 * HOUR_MS });
      await stores.one.append(its);
      for (let n = 0; n < 9; n++) await stores.one.append(decision({ atMs: nowMs - n * HOUR_MS }));
      expect(await all({ runId })).toEqual([its]);
    });

    it.each(['', 'x', '1~..', '-1~a'])('refuses a cursor that is none: %s', async (cursor) => {
      await expect(stores.one.list({ sinceMs: 0, untilMs: nowMs, limit: 5, cursor })).rejects.toBeInstanceOf(
        InvalidCursorError,
      );
    });
  });
}
