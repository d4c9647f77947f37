/// <reference types="jest" />
import { randomUUID } from 'node:crypto';
import type { AssignmentStore } from '../../ports/registers.js';
import { type MakeStorePair, type StorePair, STAMP, anAssignment } from './contract-fixtures.js';

/** What every AssignmentStore must do. Needs Jest's globals. */
export function describeAssignmentStoreContract(makeStores: MakeStorePair<AssignmentStore>): void {
  describe('an AssignmentStore', () => {
    let stores: StorePair<AssignmentStore>;

    beforeEach(async () => {
      stores = await makeStores();
    });

    it('knows nothing of a host that was never written', async () => {
      expect(await stores.one.read(randomUUID())).toBeUndefined();
    });

    it('gives back exactly what was written', async () => {
      const host = randomUUID();
      const assignment = anAssignment();
      await stores.one.write(host, assignment);
      expect(await stores.other.read(host)).toEqual(assignment);
    });

    it('a list without items replaces one with items', async () => {
      const host = randomUUID();
      await stores.one.write(host, anAssignment());
      const empty = anAssignment({ stamp: STAMP + 3, items: [] });
      await stores.one.write(host, empty);
      expect(await stores.other.read(host)).toEqual(empty);
    });

    it('the newest stamp wins, whatever the order of arrival', async () => {
      const host = randomUUID();
      const newer = anAssignment({ stamp: STAMP + 60_000_000 });
      await stores.one.write(host, newer);
      await stores.other.write(host, anAssignment({ stamp: STAMP + 59_999_999 }));
      expect(await stores.one.read(host)).toEqual(newer);
    });

    it('of two lists with one stamp the same one wins in either order', async () => {
      const [first, second] = [anAssignment(), anAssignment()];
      const [host, mirror] = [randomUUID(), randomUUID()];
      for (const assignment of [first, second]) await stores.one.write(host, assignment);
      for (const assignment of [second, first]) await stores.one.write(mirror, assignment);
      const winner = await stores.other.read(host);
      expect(winner).toEqual(await stores.other.read(mirror));
      expect([first, second]).toContainEqual(winner);
    });

    it('writing the same list again changes nothing', async () => {
      const host = randomUUID();
      const assignment = anAssignment();
      for (const store of [stores.one, stores.other, stores.one]) await store.write(host, assignment);
      expect(await stores.other.read(host)).toEqual(assignment);
    });

    it('reads the lists of all hosts', async () => {
      const written = new Map(Array.from({ length: 40 }, () => [randomUUID(), anAssignment()] as const));
      await Promise.all([...written].map(([host, assignment]) => stores.one.write(host, assignment)));
      const read = await stores.other.readAll();
      for (const [host, assignment] of written) expect(read.get(host)).toEqual(assignment);
    });

    it('removes what was written up to a stamp', async () => {
      const hostId = randomUUID();
      await stores.one.write(hostId, anAssignment({ stamp: STAMP + 2 }));
      await stores.other.remove(hostId, STAMP + 1);
      expect(await stores.one.read(hostId)).toBeDefined();
      await stores.other.remove(hostId, STAMP + 2);
      expect(await stores.one.read(hostId)).toBeUndefined();
      expect((await stores.one.readAll()).has(hostId)).toBe(false);
    });
  });
}
