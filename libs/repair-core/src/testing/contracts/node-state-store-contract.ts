/// <reference types="jest" />
import { randomUUID } from 'node:crypto';
import type { NodeStateStore } from '../../ports/registers.js';
import { type MakeStorePair, type StorePair, STAMP, aNodeState, anItem } from './contract-fixtures.js';

/** What every NodeStateStore must do. Needs Jest's globals. */
export function describeNodeStateStoreContract(makeStores: MakeStorePair<NodeStateStore>): void {
  describe('a NodeStateStore', () => {
    let stores: StorePair<NodeStateStore>;

    beforeEach(async () => {
      stores = await makeStores();
    });

    it('knows nothing of a host that was never written', async () => {
      const host = randomUUID();
      expect(await stores.one.read(host)).toBeUndefined();
      expect((await stores.one.readFor([host])).has(host)).toBe(false);
    });

    it('gives back what was written, with its stamp', async () => {
      const state = aNodeState();
      await stores.one.write(state, STAMP);
      expect(await stores.other.read(state.hostId)).toEqual({ state, stamp: STAMP });
    });

    it('keeps the current command with its whole item', async () => {
      const current = {
        item: anItem(),
        state: 'running',
        jvmStartMs: 1_767_225_000_000,
        commandBefore: 11,
        commandNumber: 12,
        sinceMs: 1_767_225_600_000,
      } as const;
      const state = aNodeState({ current, foreign: { kind: 'unknown', detail: 'nodetool', sinceMs: 1 }, sessions: 1 });
      await stores.one.write(state, STAMP);
      expect((await stores.other.read(state.hostId))?.state).toEqual(state);
    });

    it('the newest stamp wins, whatever the order of arrival', async () => {
      const older = aNodeState();
      const newer = aNodeState({ hostId: older.hostId, n: 4 });
      await stores.one.write(newer, STAMP + 4);
      await stores.other.write(older, STAMP + 3);
      expect(await stores.one.read(older.hostId)).toEqual({ state: newer, stamp: STAMP + 4 });
    });

    it('reads the states of chosen hosts, and of all hosts', async () => {
      const states = Array.from({ length: 40 }, () => aNodeState());
      await Promise.all(states.map((state, n) => stores.one.write(state, STAMP + n)));
      const chosen = states.slice(0, 3);
      const some = await stores.other.readFor(chosen.map(({ hostId }) => hostId));
      for (const state of chosen) expect(some.get(state.hostId)?.state).toEqual(state);
      const all = await stores.other.readAll();
      for (const [n, state] of states.entries()) expect(all.get(state.hostId)).toEqual({ state, stamp: STAMP + n });
    });

    it('reads nothing when no host is asked for', async () => {
      await stores.one.write(aNodeState(), STAMP);
      expect((await stores.other.readFor([])).size).toBe(0);
    });

    it('removes what was written up to a stamp', async () => {
      const state = aNodeState();
      await stores.one.write(state, STAMP + 2);
      await stores.other.remove(state.hostId, STAMP + 1);
      expect(await stores.one.read(state.hostId)).toBeDefined();
      await stores.other.remove(state.hostId, STAMP + 2);
      expect(await stores.one.read(state.hostId)).toBeUndefined();
      await stores.one.write(state, STAMP + 3);
      expect(await stores.other.read(state.hostId)).toBeDefined();
    });
  });
}
