import type { Assignment, AssignmentItem } from '../model/assignment.js';
import type { NodeState } from '../model/node-state.js';
import { repairItem } from '../testing/worker-rig.js';
import { HostBook } from './host-book.js';

const FENCE_WAIT_MS = 15_000;
const GRACE_MS = 10_000;

const state = (changes: Partial<NodeState> = {}): NodeState => ({
  ...{ protocol: 1, hostId: 'a', incarnation: 'i', n: 1, epoch: 0, seen: 0, over: 0, results: [], nextWithinMs: 5_000 },
  ...{
    pressure: {},
    cassandraVersion: '5.0.9',
    sidecarVersion: '1',
    apiUrl: '',
    address: 'a',
    datacenter: 'd',
    rack: 'r',
  },
  ...{ startedAtMs: 0, writtenAtMs: 0 },
  ...changes,
});
const version = (stamp: number, items: readonly AssignmentItem[] = []): Assignment => ({
  ...{ protocol: 1, epoch: 100, stamp, leader: 'l', incarnation: 'i', items },
});
const running = (item: AssignmentItem) =>
  ({ item, state: 'running', jvmStartMs: 0, commandBefore: 0, sinceMs: 0 }) as const;

class Host {
  readonly book = new HostBook('a');
  #stamp = 0;

  write(next: Assignment, closes: boolean, at = 0): this {
    this.book.beginWriting(next, closes);
    this.book.endWriting(next, closes, at);
    return this;
  }

  read(beganAt: number, seen?: NodeState): readonly { readonly seq: number; readonly state?: string }[] {
    const read = seen && { state: seen, stamp: ++this.#stamp };
    const departures = [...this.book.see(read, { beganAt, endedAt: beganAt }), ...this.book.settle(FENCE_WAIT_MS)];
    return departures.map(({ item, result }) => ({ seq: item.seq, ...(result && { state: result.state }) }));
  }

  heldSeqs(): readonly number[] {
    return this.book.tasks().map(({ seq }) => seq);
  }
}

describe('a host', () => {
  it('is closed before its fence is written', () => {
    const { book } = new Host();
    expect(book.gate(0, FENCE_WAIT_MS)).toEqual({ open: false, why: 'fencing' });
    book.beginWriting(version(101), true);
    expect(book.settle(FENCE_WAIT_MS)).toEqual([]);
    expect(book.open).toBe(false);
  });

  it.each<[string, NodeState | undefined, number, boolean]>([
    ['its worker has not seen the fence', state({ seen: 100 }), 14_999, false],
    ['its worker obeys the fence', state({ seen: 101 }), 1, true],
    ['its worker obeys something newer', state({ seen: 105 }), 1, true],
    ['its state was read 15 s after the fence', state(), 15_000, true],
    ['no worker ever registered, read after the fence', undefined, 0, true],
    ['no worker ever registered, read before the fence', undefined, -1, false],
  ])('when %s: open or not', (_, seen, readAt, open) => {
    const host = new Host().write(version(101), true);
    host.read(readAt, seen);
    expect(host.book.open).toBe(open);
  });

  it('is not opened by time while nobody can read its state', () => {
    const host = new Host().write(version(101), true);
    host.read(1_000, state());
    host.book.settle(FENCE_WAIT_MS);
    expect(host.book.gate(60_000, FENCE_WAIT_MS)).toMatchObject({ open: false, why: 'unconfirmed', opensInMs: 0 });
  });

  it('holds everything it may still start until it is open, then what its newest list has left', () => {
    const items = [repairItem(11), repairItem(12), repairItem(13)];
    const host = new Host().write(version(20, items), true);
    expect(host.read(0, state({ seen: 20 }))).toEqual([]);
    host.write(version(30, items.slice(2)), true, 50_000);
    expect(host.heldSeqs()).toEqual([11, 12, 13]);
    expect(host.read(50_001, state({ seen: 20, current: running(items[0] as AssignmentItem) }))).toEqual([]);
    expect(host.read(50_002, state({ seen: 30, current: running(items[0] as AssignmentItem) }))).toEqual([{ seq: 12 }]);
    expect(host.heldSeqs()).toEqual([13, 11]);
    expect(host.read(50_003, state({ seen: 30, over: 11 }))).toEqual([{ seq: 11 }]);
    expect(host.heldSeqs()).toEqual([13]);
  });

  it('lets an item go with its result once the worker says it is over', () => {
    const host = new Host().write(version(20, [repairItem(11), repairItem(12)]), false);
    const results = [{ stamp: 11, state: 'DONE', durationMs: 5 }] as const;
    expect(host.read(0, state({ over: 11, results }))).toEqual([{ seq: 11, state: 'DONE' }]);
    expect(host.heldSeqs()).toEqual([12]);
    expect(host.read(1, state({ over: 12, results }))).toEqual([{ seq: 12 }]);
  });

  it('counts a command that it never gave, and reports its end', () => {
    const host = new Host().write(version(101), true);
    host.read(0, state({ seen: 101, current: running(repairItem(7)) }));
    expect(host.heldSeqs()).toEqual([7]);
    expect(host.read(1, state({ seen: 101, over: 7 }))).toEqual([{ seq: 7 }]);
    expect(host.heldSeqs()).toEqual([]);
  });

  it('keeps an item whose announcement was withdrawn', () => {
    const host = new Host().write(version(20, [repairItem(11)]), false);
    host.read(0, state({ current: running(repairItem(11)) }));
    expect(host.read(1, state())).toEqual([]);
    expect(host.heldSeqs()).toEqual([11]);
  });

  it('ignores a state that is older than the one it knows', () => {
    const { book } = new Host();
    book.see({ state: state({ over: 9 }), stamp: 9 }, { beganAt: 0, endedAt: 0 });
    book.see({ state: state({ over: 3 }), stamp: 8 }, { beganAt: 1, endedAt: 1 });
    expect(book.state?.over).toBe(9);
  });

  it.each([
    [15_000, 0],
    [15_001, 15_001],
  ])('read %d ms after its last word with a promise of 5 s: silent for %d ms', (readAt, silentFor) => {
    const host = new Host();
    host.read(0, state());
    host.read(readAt);
    expect(host.book.silentForMs(GRACE_MS)).toBe(silentFor);
  });

  it('is not silent because nobody looked', () => {
    const host = new Host();
    host.read(0, state());
    expect(host.book.silentForMs(GRACE_MS)).toBe(0);
  });

  it('frees a command that was released in doubt, until its sidecar speaks of it again', () => {
    const host = new Host().write(version(20, [repairItem(11)]), false);
    host.read(0, state({ current: running(repairItem(11)) }));
    host.book.release(11);
    expect(host.heldSeqs()).toEqual([]);
    host.read(1, state({ current: running(repairItem(11)) }));
    expect(host.heldSeqs()).toEqual([11]);
  });
});
