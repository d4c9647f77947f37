import type { Reason, ReasonCode } from '../reasons/reason.js';
import { MemoryCluster } from '../testing/memory-cluster.js';
import { VirtualTime } from '../testing/virtual-time.js';
import { DecisionRecorder } from './decision-recorder.js';

const quiet = () => undefined;

describe('the recorder of decisions', () => {
  const time = new VirtualTime();
  const { decisions, client } = new MemoryCluster().connect({ timers: time });
  let ids = 0;
  const runtime = {
    clock: time,
    timers: time,
    entropy: { uuid: () => `id-${++ids}`, random: () => 0.5 },
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  };
  const recorder = new DecisionRecorder(decisions, runtime, () => 'host-1');

  const reason = (code: ReasonCode): Reason => ({ code, replicas: ['a'], evidence: `because of ${code}`, sinceMs: 1 });

  async function told(): Promise<readonly string[]> {
    await time.advance(1);
    const { items } = await decisions.list({ sinceMs: 0, untilMs: time.wallMs(), limit: 500 });
    return items.map(({ kind, detail }) => `${kind} ${detail}`);
  }

  it('writes who leads and why, and what becomes of runs', async () => {
    recorder.leading(true, 5, 'the leader was silent');
    await time.advance(1);
    recorder.runEnded('r', 'DONE');
    expect(await told()).toEqual(['RUN_ENDED DONE', 'LEADING the leader was silent']);
  });

  it('writes a reason when it changes, and leaves out what is usual', async () => {
    recorder.waiting('r', [reason('REPLICA_BUSY')]);
    recorder.waiting('r', [reason('REPLICA_BUSY'), reason('REPLICA_DOWN')]);
    await time.advance(1);
    recorder.waiting('r', [reason('REPLICA_DOWN')]);
    recorder.waiting('r', [reason('NODE_RESTING')]);
    const [second, first, ...older] = await told();
    expect(first).toBe('WAITING A replica is down: because of REPLICA_DOWN');
    expect(second).toContain('GOING_ON');
    expect(older).toHaveLength(2);
  });

  it('neither throws nor waits when it cannot be written', async () => {
    client.fail();
    recorder.runEnded('r', 'lost');
    expect((await told()).join()).not.toContain('lost');
  });

  it('leaves out what comes too fast, and says so', async () => {
    const before = (await told()).length;
    for (let n = 0; n < 200; n++) recorder.runChanged('r', `state ${n}`);
    const during = await told();
    expect(during.length - before).toBeLessThanOrEqual(60);
    await time.advance(10_000);
    recorder.runChanged('r', 'last');
    expect((await told())[0]).toMatch(/^RUN_CHANGED last \[1\d\d decisions before this one were left out\]$/);
  });
});
