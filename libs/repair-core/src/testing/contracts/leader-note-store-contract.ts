/// <reference types="jest" />
import { randomUUID } from 'node:crypto';
import type { LeaderNoteStore } from '../../ports/leader-notes.js';
import { type MakeStorePair, type StorePair, STAMP } from './contract-fixtures.js';

/** What every LeaderNoteStore must do. Needs Jest's globals. */
export function describeLeaderNoteStoreContract(makeStores: MakeStorePair<LeaderNoteStore>): void {
  describe('a LeaderNoteStore', () => {
    let stores: StorePair<LeaderNoteStore>;
    let name: string;

    beforeEach(async () => {
      stores = await makeStores();
      name = randomUUID();
    });

    it('has nothing under a name that was never written', async () => {
      expect(await stores.one.read(name)).toBeUndefined();
      expect(await stores.one.read(name, { fromAll: true })).toBeUndefined();
    });

    it('gives back what was written, also when every replica is asked', async () => {
      await stores.one.write(name, '{"ü":1}', STAMP);
      expect(await stores.other.read(name)).toBe('{"ü":1}');
      expect(await stores.other.read(name, { fromAll: true })).toBe('{"ü":1}');
    });

    it('the newest stamp wins, whatever the order of arrival', async () => {
      await stores.one.write(name, 'new', STAMP + 1);
      await stores.other.write(name, 'old', STAMP);
      expect(await stores.one.read(name)).toBe('new');
    });
  });
}
