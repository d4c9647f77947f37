import { UnknownOutcomeError } from '../errors/domain-error.js';
import { SimulatedCluster } from '../testing/simulated-cluster.js';
import { UnitBusyError } from './run-errors.js';

const isOperation = (name: string) => (operation: string) => operation === name;

describe('A run that is created', () => {
  let of: SimulatedCluster;
  beforeEach(() => (of = new SimulatedCluster({})));

  const active = () => of.pen.runs.activeRuns();
  const start = async () => {
    of.startAll();
    await of.time.advance(3_000);
  };

  it('exists with all its segments or not at all', async () => {
    of.pen.client.fail(1, isOperation('runs.createPlan'));
    await expect(of.createRun()).rejects.toThrow();
    expect(await active()).toEqual([]);
    const run = await of.createRun();
    expect(await active()).toMatchObject([{ runId: run.runId, planId: run.planId }]);
    expect(await of.pen.segments.readPlan(run.planId)).toHaveLength(run.segmentCount);
  });

  it('is the only one of its unit, however many ask at once', async () => {
    const asked = await Promise.allSettled([of.createRun(), of.createRun(), of.createRun()]);
    const created = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value.runId] : []));
    expect((await active()).map(({ runId }) => runId)).toEqual(created);
    for (const one of asked) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(UnitBusyError);
  });

  it.each(['applied', 'lost', 'late'] as const)('is created once when the answer is lost: %s', async (lost) => {
    of.pen.client.loseAnswer(lost, { matches: isOperation('runs.activate') });
    const run = await of.createRun();
    expect((await active()).map(({ runId }) => runId)).toEqual([run.runId]);
  });

  it('says which run to look for when it cannot be told whether it exists', async () => {
    let tried = false;
    const isActivation = (operation: string) => {
      tried ||= operation === 'runs.activate';
      return operation === 'runs.activate';
    };
    of.pen.client.loseAnswer('applied', { matches: isActivation });
    of.pen.client.fail(Infinity, (operation) => tried && operation === 'runs.activeRuns');
    const error: unknown = await of.createRun().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnknownOutcomeError);
    of.pen.client.heal();
    expect((await active()).map(({ runId }) => runId)).toEqual([(error as UnknownOutcomeError).details['runId']]);
  });

  it('is repaired and listed although its row of the listing could not be written', async () => {
    await start();
    of.pen.client.fail(1, isOperation('runs.index'));
    const run = await of.createRun({ sizing: { kind: 'count', segments: 3 } });
    await of.untilOver(run, 60_000);
    const { items } = await of.pen.runs.list({ limit: 10 });
    expect(items).toMatchObject([{ creation: { runId: run.runId }, result: { state: 'DONE' } }]);
  });
});
