import fc from 'fast-check';
import type { RepairEvent, RepairListener } from '../ports/repair-node.js';
import type { FakeNodeOptions } from '../testing/fake-repair-node.js';
import { repairItem, WorkerRig } from '../testing/worker-rig.js';

/** The machine may be busy; virtual time is not real time. */
jest.setTimeout(120_000);

const TRUTHS = ['success', 'failure', 'skipped'] as const;
type Truth = (typeof TRUTHS)[number];
const RUNS_MS = 3_000;

/** What the node fires of a command, in its own order. */
function eventsOf(truth: Truth): readonly Omit<RepairEvent, 'commandNumber'>[] {
  const start = { type: 'START', message: 'Starting', sessionId: 'told by START' } as const;
  const progress = { type: 'PROGRESS', message: 'Repair session finished' } as const;
  const complete = { type: 'COMPLETE', message: 'Repair command #1 finished' } as const;
  if (truth === 'failure') return [start, progress, { type: 'ERROR', message: 'Stream failed' }, complete];
  const skip = { type: 'NOTIFICATION', message: 'Repair s skipped: no tables' } as const;
  const text = truth === 'skipped' ? 'no tables' : 'Repair completed successfully';
  const success = { type: 'SUCCESS', message: text } as const;
  return truth === 'skipped' ? [start, skip, success, complete] : [start, progress, success, complete];
}

interface Delivery {
  readonly at: number;
  readonly times: number;
}

/** Every event may come at any time, several times, or never; all orders come out of it. */
const deliveries = fc.array(
  fc.record({ at: fc.integer({ min: 0, max: 6_000 }), times: fc.constantFrom(0, 1, 1, 1, 2) }),
  { minLength: 4, maxLength: 4 },
);
/** 4.1 and later, 4.0, 3.11, and the last two with a history that lost the rows. */
const nodes = fc.constantFrom<Required<Pick<FakeNodeOptions, 'tellsStatus' | 'records'>>>(
  { tellsStatus: true, records: 'numbers' },
  { tellsStatus: true, records: 'sessions' },
  { tellsStatus: true, records: 'nothing' },
  { tellsStatus: false, records: 'sessions' },
  { tellsStatus: false, records: 'nothing' },
);
const faults = fc.record({
  truth: fc.constantFrom(...TRUTHS),
  /** JMX goes away at that time for so long. */
  away: fc.option(fc.record({ at: fc.nat({ max: 5_000 }), forMs: fc.nat({ max: 20_000 }) }), { nil: undefined }),
  /** The node is restarted at that time, and runs another command of the same number. */
  restartAt: fc.option(fc.nat({ max: 6_000 }), { nil: undefined }),
  /** The server says that it dropped events. */
  saysDropped: fc.boolean(),
});

class Trial {
  readonly rig: WorkerRig;
  #listener: RepairListener | undefined;

  constructor(node: Partial<FakeNodeOptions>, truth: Truth) {
    this.rig = new WorkerRig({ ...node, durationMs: RUNS_MS });
    const listen = this.rig.node.listen.bind(this.rig.node);
    this.rig.node.listen = (listener) => {
      this.#listener = listener;
      return listen(listener);
    };
    this.rig.node.behave = () => ({
      silent: true,
      ...(truth === 'failure' && { failure: 'Stream failed' }),
      ...(truth === 'skipped' && { skipped: 'no tables' }),
    });
  }

  fire(event: Omit<RepairEvent, 'commandNumber'>): void {
    this.#listener?.event({ ...event, commandNumber: 1 });
  }

  later(ms: number, what: () => void): void {
    void this.rig.time.sleep(ms).then(what);
  }
}

describe('Whatever the witnesses do', () => {
  it('a segment is DONE only if its command succeeded, and it always ends', async () => {
    const trials = fc.tuple(nodes, deliveries, faults);
    await fc.assert(
      fc.asyncProperty(trials, async ([node, plan, { truth, away, restartAt, saysDropped }]) => {
        const trial = new Trial(node, truth);
        const { rig } = trial;
        await rig.start();
        await rig.assign([repairItem(1, { timeoutMs: 30_000 })]);
        schedule(trial, truth, plan);
        if (saysDropped) trial.later(1_000, () => rig.node.loseEvents());
        if (away) trial.later(away.at, () => rig.node.disconnect());
        if (away) trial.later(away.at + away.forMs, () => rig.node.reconnect());
        if (restartAt !== undefined) trial.later(restartAt, () => restart(trial));
        await rig.time.advance(800_000);
        const outcome = rig.outcome(1);
        expect(outcome).toBeDefined();
        const [command] = rig.node.commands;
        const succeeded = command?.state === 'completed';
        if (outcome?.state === 'DONE') expect({ truth, succeeded }).toEqual({ truth: 'success', succeeded: true });
        const isUndisturbed = !away && restartAt === undefined && !saysDropped;
        if (isUndisturbed && node.tellsStatus && truth === 'success') expect(outcome?.state).toBe('DONE');
      }),
      { numRuns: 40 },
    );
  });
});

function schedule(trial: Trial, truth: Truth, plan: readonly Delivery[]): void {
  eventsOf(truth).forEach((event, index) => {
    const { at, times } = plan[index] ?? { at: 0, times: 1 };
    // The end of a command is not told before it is over; everything else may be.
    const isEnd = event.type === 'SUCCESS' || event.type === 'ERROR' || event.type === 'COMPLETE';
    for (let copy = 0; copy < times; copy++)
      trial.later((isEnd ? RUNS_MS + 1 : 0) + at * (copy + 1), () => trial.fire(event));
  });
}

function restart({ rig }: Trial): void {
  rig.node.restart();
  const [mine] = rig.node.commands;
  if (mine) rig.node.startForeign({ ...mine.command, keyspace: 'other' }, { durationMs: 100 });
}
