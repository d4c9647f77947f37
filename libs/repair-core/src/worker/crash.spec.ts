import { MortalProcess, type Death } from '../testing/mortal-process.js';
import type { FakeBehaviour, FakeNodeOptions } from '../testing/fake-repair-node.js';
import { repairItem, WorkerRig } from '../testing/worker-rig.js';

const ITEMS = [1, 2, 3].map((stamp) => repairItem(stamp));

interface Life {
  readonly rig: WorkerRig;
  readonly mortal: MortalProcess;
}

/** A process that dies as told, and 5 s later its successor, to which the leader addresses the list anew. */
async function dieAndComeBack(
  death: Death,
  node: Partial<FakeNodeOptions> = {},
  behaviour: FakeBehaviour = {},
): Promise<Life> {
  const rig = new WorkerRig({ durationMs: 1_500, ...node });
  rig.node.behave = () => behaviour;
  rig.plan(1, 2, 3);
  const mortal = new MortalProcess(death);
  rig.newProcess((deps) => mortal.wrap(deps));
  await rig.start();
  await rig.assign(ITEMS);
  await rig.time.advance(12_000);
  mortal.kill();
  rig.newProcess();
  await rig.start();
  const { over } = await rig.state();
  await rig.assign(ITEMS.filter(({ stamp }) => stamp > over));
  await rig.time.advance(25_000);
  return { rig, mortal };
}

function expectEachItemOnce({ rig, mortal }: Life, death: Death): void {
  const where = `death ${death.call} call ${death.atCall} of ${mortal.calls}`;
  const starts = ITEMS.map(
    ({ ranges }) => rig.node.commands.filter(({ command }) => command.ranges[0] === ranges[0]).length,
  );
  const states = ITEMS.map(({ seq }) => rig.outcome(seq)?.state);
  const codes = ITEMS.map(({ seq }) => rig.outcome(seq)?.failure?.code);
  const unproven = codes.filter((code) => code === 'UNKNOWN_OUTCOME').length;
  expect({ where, twice: starts.some((count) => count > 1) }).toEqual({ where, twice: false });
  expect({ where, states: states.filter((state) => state === undefined) }).toEqual({ where, states: [] });
  expect({ where, unproven: unproven <= 1 }).toEqual({ where, unproven: true });
  expect({ where, lost: states.filter((state, at) => state === 'DONE' && starts[at] !== 1) }).toEqual({
    where,
    lost: [],
  });
  expect({ where, failed: codes.filter((code) => code && code !== 'UNKNOWN_OUTCOME') }).toEqual({ where, failed: [] });
}

async function callsOfAWholeLife(node: Partial<FakeNodeOptions>): Promise<number> {
  const { mortal } = await dieAndComeBack({ atCall: Infinity, call: 'before' }, node);
  return mortal.calls;
}

describe('A worker killed at any of its calls', () => {
  it.each([
    ['a node that records numbers', { records: 'numbers' }],
    ['a node that records sessions only', { records: 'sessions' }],
    ['a node that records nothing', { records: 'nothing' }],
  ] as const)(
    'starts no item twice and loses none, beside %s',
    async (_name, node) => {
      const calls = await callsOfAWholeLife(node);
      expect(calls).toBeGreaterThan(25);
      for (let atCall = 1; atCall <= calls; atCall++) {
        for (const call of ['before', 'after'] as const) {
          const death = { atCall, call };
          expectEachItemOnce(await dieAndComeBack(death, node), death);
        }
      }
    },
    60_000,
  );

  it('finds every command again that a node with a record ran to its end', async () => {
    const calls = await callsOfAWholeLife({});
    for (let atCall = 1; atCall <= calls; atCall++) {
      const { rig } = await dieAndComeBack({ atCall, call: 'after' });
      const ran = ITEMS.filter(({ ranges }) =>
        rig.node.commands.some(({ command }) => command.ranges[0] === ranges[0]),
      );
      expect(ran.map(({ seq }) => rig.outcome(seq)?.state)).toEqual(ran.map(() => 'DONE'));
    }
  }, 60_000);
});
