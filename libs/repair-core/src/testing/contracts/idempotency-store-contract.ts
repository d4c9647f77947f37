/// <reference types="jest" />
import { randomUUID } from 'node:crypto';
import type { IdempotencyRecord, IdempotencyStore } from '../../ports/idempotency.js';
import type { MakeStorePair } from './contract-fixtures.js';

function aRecord(part: Partial<IdempotencyRecord> = {}): IdempotencyRecord {
  return { owner: randomUUID(), fingerprint: 'f1', resourceIds: [randomUUID()], ...part };
}

/** What every IdempotencyStore must do. Needs Jest's globals. */
export function describeIdempotencyStoreContract(makeStores: MakeStorePair<IdempotencyStore>): void {
  describe('an IdempotencyStore', () => {
    it('knows nothing of a key that nobody used', async () => {
      const { one } = await makeStores();
      expect(await one.read(randomUUID())).toBeUndefined();
    });

    it('lets one of all requests have a key and shows it to the others', async () => {
      const { one, other } = await makeStores();
      const id = randomUUID();
      const records = [aRecord(), aRecord(), aRecord(), aRecord()];
      const answers = await Promise.all(records.map((record, n) => (n % 2 ? one : other).reserve(id, record)));
      const winner = records[answers.findIndex(({ applied }) => applied)];
      expect(answers.filter(({ applied }) => applied)).toHaveLength(1);
      for (const answer of answers) if (!answer.applied) expect(answer.current).toEqual(winner);
      expect(await other.read(id)).toEqual(winner);
    });

    it('keeps an answer with umlauts, quotes and no body alike', async () => {
      const { one, other } = await makeStores();
      for (const body of ['{"cause":"größer \\"x\\""}', undefined]) {
        const [id, record] = [randomUUID(), aRecord()];
        await one.reserve(id, record);
        const answer = { status: 201, headers: { location: '/x' }, ...(body !== undefined && { body }) };
        const done = { ...record, owner: '', answer };
        expect(await one.replace(id, record.owner, done)).toEqual({ applied: true });
        expect(await other.read(id)).toEqual(done);
      }
    });

    it('refuses a change by whoever does not own the key any more', async () => {
      const { one, other } = await makeStores();
      const [id, first] = [randomUUID(), aRecord()];
      const second = aRecord({ resourceIds: [...first.resourceIds, randomUUID()] });
      await one.reserve(id, first);
      expect(await other.replace(id, first.owner, second)).toEqual({ applied: true });
      expect(await one.replace(id, first.owner, first)).toEqual({ applied: false, current: second });
      expect(await one.remove(id, first.owner)).toEqual({ applied: false, current: second });
      expect(await one.read(id)).toEqual(second);
    });

    it('forgets a removed key, which may then be used again', async () => {
      const { one, other } = await makeStores();
      const [id, record] = [randomUUID(), aRecord()];
      await one.reserve(id, record);
      expect(await one.remove(id, record.owner)).toEqual({ applied: true });
      expect(await other.read(id)).toBeUndefined();
      expect(await other.reserve(id, aRecord({ fingerprint: 'f2' }))).toEqual({ applied: true });
    });

    it('does not bring a removed key back', async () => {
      const { one } = await makeStores();
      const [id, record] = [randomUUID(), aRecord()];
      await one.reserve(id, record);
      await one.remove(id, record.owner);
      expect(await one.replace(id, record.owner, record)).toEqual({ applied: false, current: undefined });
      expect(await one.read(id)).toBeUndefined();
    });
  });
}
