/// <reference types="jest" />
import { randomUUID } from 'node:crypto';
import type { AgeRow, RepairAgeStore } from '../../ages/repair-age-store.js';
import type { MakeStorePair, StorePair } from './contract-fixtures.js';

const NOW_MS = 1_767_225_600_123;

/** What every RepairAgeStore must do. Needs Jest's globals. */
export function describeRepairAgeStoreContract(makeStores: MakeStorePair<RepairAgeStore>): void {
  describe('a RepairAgeStore', () => {
    let stores: StorePair<RepairAgeStore>;
    let keyspace: string;

    beforeEach(async () => {
      stores = await makeStores();
      keyspace = `ks_${randomUUID()}`;
    });

    const row = (part: Partial<AgeRow> = {}): AgeRow => ({
      table: 'carts',
      range: '-9223372036854775808:170141183460469231731687303715884105728',
      startedAtMs: NOW_MS,
      ...part,
    });

    it('knows nothing of a keyspace without repairs', async () => {
      expect(await stores.one.read(keyspace)).toEqual([]);
      await stores.one.credit(keyspace, []);
      expect(await stores.one.read(keyspace)).toEqual([]);
    });

    it('gives back the rows of a keyspace and of no other', async () => {
      const rows = [row(), row({ range: '0:5' }), row({ table: 'orders' })];
      await stores.one.credit(keyspace, rows);
      await stores.one.credit(`${keyspace}x`, [row()]);
      const read = await stores.other.read(keyspace);
      expect(read).toHaveLength(3);
      expect(read).toEqual(expect.arrayContaining(rows));
    });

    it('keeps the newer start of a range, whatever the order of arrival', async () => {
      const newer = row({ startedAtMs: NOW_MS + 1 });
      await stores.one.credit(keyspace, [newer]);
      await stores.other.credit(keyspace, [row()]);
      expect(await stores.one.read(keyspace)).toEqual([newer]);
    });

    it('removes exactly what it is given: a newer start of the range stays', async () => {
      await stores.one.credit(keyspace, [row(), row({ range: '0:5' })]);
      await stores.one.credit(keyspace, [row({ startedAtMs: NOW_MS + 1 })]);
      await stores.other.remove(keyspace, [row(), row({ range: '0:5' })]);
      expect(await stores.one.read(keyspace)).toEqual([row({ startedAtMs: NOW_MS + 1 })]);
    });

    it('takes a range again that was removed, when its start is newer', async () => {
      await stores.one.credit(keyspace, [row()]);
      await stores.one.remove(keyspace, [row()]);
      await stores.one.credit(keyspace, [row()]);
      expect(await stores.one.read(keyspace)).toEqual([]);
      await stores.one.credit(keyspace, [row({ startedAtMs: NOW_MS + 1 })]);
      expect(await stores.other.read(keyspace)).toEqual([row({ startedAtMs: NOW_MS + 1 })]);
    });

    it('takes thousands of rows at once', async () => {
      const rows = Array.from({ length: 2_500 }, (_, n) => row({ range: `${n}:${n + 1}`, startedAtMs: NOW_MS + n }));
      await stores.one.credit(keyspace, rows);
      const read = await stores.other.read(keyspace);
      expect(new Set(read.map(({ range, startedAtMs }) => `${range}@${startedAtMs}`))).toEqual(
        new Set(rows.map(({ range, startedAtMs }) => `${range}@${startedAtMs}`)),
      );
    });
  });
}
