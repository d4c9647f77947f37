import { randomUUID } from 'node:crypto';
import { RigErrorCode } from '../errors.js';
import { ExclusiveLock, type LockHolder } from './exclusive-lock.js';

describe('ExclusiveLock', () => {
  const name = () => `test ${randomUUID()}`;

  it('is held by one at a time', async () => {
    const lockName = name();
    const first = await ExclusiveLock.tryAcquire(lockName, 'first');
    expect(first).toBeDefined();
    expect(await ExclusiveLock.tryAcquire(lockName, 'second')).toBeUndefined();
    await first?.release();
    const second = await ExclusiveLock.tryAcquire(lockName, 'second');
    expect(second).toBeDefined();
    await second?.release();
  });

  it('does not stop those who want another one', async () => {
    const locks = await Promise.all([name(), name()].map((one) => ExclusiveLock.tryAcquire(one, 'other')));
    expect(locks).not.toContain(undefined);
    await Promise.all(locks.map((lock) => lock?.release()));
  });

  it('is handed to those who wait, one after the other', async () => {
    const lockName = name();
    const first = await ExclusiveLock.acquire(lockName, { purpose: 'first' });
    const order: number[] = [];
    let holders = 0;
    const waiters = [1, 2, 3].map(async (number) => {
      const lock = await ExclusiveLock.acquire(lockName, { purpose: `waiter ${number}` });
      holders += 1;
      expect(holders).toBe(1);
      order.push(number);
      await new Promise(setImmediate);
      holders -= 1;
      await lock.release();
    });
    await new Promise(setImmediate);
    expect(order).toEqual([]);
    await first.release();
    await Promise.all(waiters);
    expect(order.sort()).toEqual([1, 2, 3]);
  });

  it('tells those who wait who holds it and what for', async () => {
    const lockName = name();
    const first = await ExclusiveLock.acquire(lockName, { purpose: 'downloading' });
    const seen: LockHolder[] = [];
    const second = ExclusiveLock.acquire(lockName, {
      purpose: 'waiting',
      onWait: (holder) => {
        seen.push(holder);
        void first.release();
      },
    });
    await (await second).release();
    expect(seen).toEqual([{ pid: process.pid, purpose: 'downloading' }]);
  });

  it('is given up on after the time that was allowed', async () => {
    const lockName = name();
    const first = await ExclusiveLock.acquire(lockName, { purpose: 'first' });
    const second = ExclusiveLock.acquire(lockName, { purpose: 'second', timeoutMs: 30 });
    await expect(second).rejects.toMatchObject({ code: RigErrorCode.LockTimeout, retryable: true });
    await first.release();
  });
});
