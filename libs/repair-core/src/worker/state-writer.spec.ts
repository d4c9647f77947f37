import { StateWriter } from './state-writer.js';
import type { NodeState } from '../model/node-state.js';
import type { NodeStateStore } from '../ports/registers.js';

/** A store whose writes are answered by hand. */
function slowStore() {
  const writes: {
    readonly n: number;
    readonly stamp: number;
    readonly over: number;
    readonly done: () => void;
    readonly fail: () => void;
  }[] = [];
  const write = ({ n, over }: NodeState, stamp: number) =>
    new Promise<void>((done, fail) => void writes.push({ n, stamp, over, done, fail: () => fail(new Error('lost')) }));
  return { writes, store: { write } as unknown as NodeStateStore };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('The writer of the own register', () => {
  it('writes one picture after the other, each taken when its write begins, with rising stamps', async () => {
    const { writes, store } = slowStore();
    let over = 1;
    const writer = new StateWriter(store, 1_000, (n) => ({ n, over }) as NodeState);
    const first = writer.write();
    await settle();
    over = 2;
    const second = writer.write();
    expect(writer.write()).toBe(second);
    over = 3;
    await settle();
    expect(writes).toHaveLength(1);
    writes[0]?.done();
    await first;
    await settle();
    expect(writes.map(({ n, stamp, over: seen }) => [n, stamp, seen])).toEqual([
      [1, 1_001, 1],
      [2, 1_002, 3],
    ]);
    writes[1]?.done();
    await second;
  });

  it('tells a failure to all who asked for that write, and goes on', async () => {
    const { writes, store } = slowStore();
    const writer = new StateWriter(store, 0, (n) => ({ n }) as NodeState);
    const asked = [writer.write(), writer.write()].map((write) => write.catch(() => 'failed'));
    await settle();
    const next = writer.write();
    writes[0]?.fail();
    expect(await Promise.all(asked)).toEqual(['failed', 'failed']);
    await settle();
    writes[1]?.done();
    await next;
    expect(writes).toHaveLength(2);
  });
});
