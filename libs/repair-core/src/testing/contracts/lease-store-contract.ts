/// <reference types="jest" />
import type { Lease } from '../../model/lease.js';
import type { LeaseStore } from '../../ports/registers.js';
import { type MakeStorePair, type StorePair, STAMP, aLease } from './contract-fixtures.js';

/** What every LeaseStore must do. Needs Jest's globals. */
export function describeLeaseStoreContract(makeStores: MakeStorePair<LeaseStore>): void {
  describe('a LeaseStore', () => {
    let stores: StorePair<LeaseStore>;
    const first = aLease();
    const current = () => stores.other.read({ serial: true });
    const acquireFirst = async (lease: Lease = first) => {
      expect(await stores.one.acquire(lease, undefined)).toEqual({ applied: true });
    };

    beforeEach(async () => {
      stores = await makeStores();
    });

    it.each([true, false])('has no lease at first (serial read: %s)', async (serial) => {
      expect(await stores.one.read({ serial })).toBeUndefined();
    });

    it.each([true, false])('shows the others a lease that was acquired (serial read: %s)', async (serial) => {
      await acquireFirst();
      expect(await stores.other.read({ serial })).toEqual(first);
    });

    it('creates the lease once, and shows who has it', async () => {
      await acquireFirst();
      expect(await stores.other.acquire(aLease(), undefined)).toEqual({ applied: false, current: first });
    });

    it('passes the lease on when epoch and beat are as they were seen', async () => {
      await acquireFirst();
      const next = aLease({ epoch: STAMP + 60_000_000 });
      expect(await stores.other.acquire(next, first)).toEqual({ applied: true });
      expect(await current()).toEqual(next);
    });

    it('refuses to pass on a lease that was renewed meanwhile', async () => {
      await acquireFirst();
      await stores.one.renew({ ...first, beat: 1 });
      const refused = await stores.other.acquire(aLease({ epoch: STAMP + 60_000_000 }), first);
      expect(refused).toEqual({ applied: false, current: { ...first, beat: 1 } });
    });

    it('refuses to pass on a lease that does not exist', async () => {
      expect(await stores.one.acquire(aLease(), first)).toEqual({ applied: false, current: undefined });
    });

    it('renews for the holder', async () => {
      await acquireFirst();
      expect(await stores.one.renew({ ...first, beat: 7 })).toEqual({ applied: true });
      expect(await current()).toEqual({ ...first, beat: 7 });
    });

    it.each([
      ['token', { token: 'another' }],
      ['epoch', { epoch: STAMP + 1 }],
    ])('neither renews nor releases with another %s', async (_what, other) => {
      await acquireFirst();
      const refused = { applied: false, current: first };
      expect(await stores.other.renew({ ...first, ...other, beat: 1 })).toEqual(refused);
      expect(await stores.other.release({ ...first, ...other })).toEqual(refused);
    });

    it('a released lease has no holder and no token, keeps its epoch, and can be acquired', async () => {
      await acquireFirst();
      expect(await stores.one.release(first)).toEqual({ applied: true });
      const released = { ...first, holder: '', token: '' };
      expect(await current()).toEqual(released);
      expect(await stores.other.acquire(aLease({ epoch: STAMP + 60_000_000 }), released)).toEqual({ applied: true });
    });

    it('lets at most one of several candidates win', async () => {
      await acquireFirst();
      const candidates = [1, 2, 3, 4].map((n) => aLease({ epoch: STAMP + n * 60_000_000 }));
      const answers = await Promise.allSettled(
        candidates.map((lease, n) => (n % 2 ? stores.one : stores.other).acquire(lease, first)),
      );
      const winners = candidates.filter((_lease, n) => {
        const answer = answers[n];
        return answer?.status === 'fulfilled' && answer.value.applied;
      });
      expect(winners.length).toBeLessThanOrEqual(1);
      for (const winner of winners) expect(await current()).toEqual(winner);
    });
  });
}
