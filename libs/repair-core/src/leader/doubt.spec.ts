import { repairItem } from '../testing/worker-rig.js';
import { beginDoubtWatch, judgeDoubt, noteGeneration, type DoubtFacts, type DoubtWatch } from './doubt.js';
import { HostBook } from './host-book.js';

const item = repairItem(1, { timeoutMs: 900_000, participants: ['a', 'b', 'c'] });
const command = { item, state: 'running', jvmStartMs: 5_500, commandBefore: 0, sinceMs: 0 } as const;
const watchIt = (generation?: number): DoubtWatch => noteGeneration(beginDoubtWatch(command, 0), command, generation);

class Participant {
  readonly book = new HostBook('b');
  #stamp = 0;

  says(sessions: number | undefined, at: number): this {
    const state = { seen: 0, over: 0, results: [], nextWithinMs: 1, ...(sessions !== undefined && { sessions }) };
    this.book.see({ state: state as never, stamp: ++this.#stamp }, { beganAt: at, endedAt: at });
    return this;
  }
}

const facts = (changes: Partial<DoubtFacts>): DoubtFacts => ({
  ...{ now: 60_000, generation: undefined, leftRing: false, others: [], sessionProofMs: 30_000, orphanHoldMs: 600_000 },
  ...{ openedAt: 10_000 },
  ...changes,
});

describe('a command of a silent sidecar', () => {
  it('is not over because time passes, only after its timeout and as much again', () => {
    expect(judgeDoubt(watchIt(), facts({ now: 1_799_999 }))).toBeUndefined();
    expect(judgeDoubt(watchIt(), facts({ now: 1_800_000 }))).toBe('deadline');
  });

  it('is over when its node left the ring or was restarted', () => {
    expect(judgeDoubt(watchIt(), facts({ leftRing: true }))).toBe('left-ring');
    expect(judgeDoubt(watchIt(5), facts({ generation: 5 }))).toBeUndefined();
    expect(judgeDoubt(watchIt(5), facts({ generation: 6 }))).toBe('node-restarted');
    expect(judgeDoubt(watchIt(), facts({ generation: 6 }))).toBeUndefined();
    expect(judgeDoubt(watchIt(5), facts({ generation: undefined }))).toBeUndefined();
  });

  it('goes on although gossip says otherwise, until the others take part in nothing any more', () => {
    for (const sign of [{ generation: 6 }, { leftRing: true }]) {
      const [b, watch] = [new Participant(), watchIt(5)];
      const judge = (now: number) => judgeDoubt(watch, facts({ ...sign, now, others: [b.book] }));
      b.says(0, 11_000);
      expect(judge(12_000)).toBeUndefined();
      b.says(1, 13_000);
      expect(judge(14_000)).toBeUndefined();
      b.says(undefined, 15_000);
      expect(judge(16_000)).toBeUndefined();
      b.says(0, 17_000);
      expect(judge(18_000)).toBe('leftRing' in sign ? 'left-ring' : 'node-restarted');
    }
  });

  it('is not over because gossip tells late of the start of its node, or once more of an earlier one', () => {
    const watch = watchIt(4);
    expect(judgeDoubt(watch, facts({ generation: 7 }))).toBeUndefined();
    noteGeneration(watch, command, 7);
    expect(judgeDoubt(watch, facts({ generation: 4 }))).toBeUndefined();
    expect(judgeDoubt(watch, facts({ generation: 8 }))).toBe('node-restarted');
  });

  it('is over when every other participant twice told of no session, 30 s apart', () => {
    const [b, c, watch] = [new Participant(), new Participant(), watchIt()];
    const judge = () => judgeDoubt(watch, facts({ others: [b.book, c.book] }));
    Object.assign(c.book, { hostId: 'c' });
    b.says(0, 11_000);
    c.says(0, 12_000);
    expect(judge()).toBeUndefined();
    b.says(0, 41_000);
    c.says(0, 41_000);
    expect(judge()).toBeUndefined();
    c.says(0, 42_000);
    expect(judge()).toBe('no-sessions');
  });

  it.each<[string, (b: Participant, judge: () => unknown) => void]>([
    ['the second report is the first one read again', (b, judge) => (b.says(0, 11_000), judge())],
    [
      'a report in between told of a session',
      (b, judge) => (b.says(0, 11_000), judge(), b.says(1, 30_000), judge(), b.says(0, 41_000)),
    ],
    [
      'the version does not count sessions',
      (b, judge) => (b.says(undefined, 11_000), judge(), b.says(undefined, 50_000)),
    ],
    [
      'the first report is older than the opening of the host',
      (b, judge) => (b.says(0, 9_000), judge(), b.says(0, 39_500)),
    ],
  ])('is not proven over when %s', (_, tell) => {
    const [b, watch] = [new Participant(), watchIt()];
    const judge = () => judgeDoubt(watch, facts({ others: [b.book] }));
    tell(b, judge);
    expect(judge()).toBeUndefined();
  });

  it('is not proven over while its host is closed, or when nobody else takes part', () => {
    const [b, watch] = [new Participant(), watchIt()];
    for (const at of [11_000, 50_000]) judgeDoubt(watch, facts({ others: [b.says(0, at).book], openedAt: undefined }));
    expect(judgeDoubt(watch, facts({ others: [b.book], openedAt: undefined }))).toBeUndefined();
    expect(judgeDoubt(watchIt(), facts({ others: [] }))).toBeUndefined();
  });
});
