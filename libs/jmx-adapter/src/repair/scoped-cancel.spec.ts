import { NodeUnreachableError, type CancelTarget } from '@reaper-sidecar/repair-core';
import { type FakeCassandra } from '../testing/fake-cassandra.js';
import { connectionClosed, remoteError } from '../testing/jmx-errors.js';
import { testConnection } from '../testing/test-connection.js';
import { threeNodes } from '../testing/three-nodes.js';
import { JmxRepairNode } from './jmx-repair-node.js';

const COMPACTIONS = 'org.apache.cassandra.db:type=CompactionManager';
const REPAIRS = 'org.apache.cassandra.db:type=RepairService';
const OURS: CancelTarget = { keyspace: 'ks', tables: ['t', 'u'], mode: 'full', sessionId: 's', alone: true };

const task = (compactionId: string, keyspace: string, columnfamily: string, taskType = 'Validation') =>
  new Map(
    Object.entries({ compactionId, keyspace, columnfamily, taskType, completed: '1', total: '2', unit: 'bytes' }),
  );

const cancel = (cassandra: FakeCassandra, changes: Partial<CancelTarget> = {}) =>
  new JmxRepairNode(testConnection(cassandra).connection).cancel({ ...OURS, ...changes });

function withTasks(stop: (id: unknown) => unknown): FakeCassandra {
  const tasks = [task('1', 'ks', 't'), task('2', 'ks', 'u'), task('3', 'ks', 'other'), task('4', 'xs', 't')];
  return threeNodes()
    .set(COMPACTIONS, { Compactions: [...tasks, task('5', 'ks', 't', 'Compaction')] })
    .on(COMPACTIONS, 'stopCompactionById', stop);
}

describe('A scoped cancel', () => {
  it('stops the validations of the tables of a full command, and no other task', async () => {
    const stopped: unknown[] = [];
    const asked = await cancel(withTasks((id) => stopped.push(id)));
    expect(stopped).toEqual(['1', '2']);
    expect(asked).toEqual(['validation 1 of ks.t', 'validation 2 of ks.u']);
  });

  it('does nothing to a full command when a validation could be of another repair', async () => {
    const cassandra = withTasks(() => undefined);
    expect(await cancel(cassandra, { alone: false })).toEqual([]);
    expect(cassandra.calls).not.toContain('stopCompactionById');
  });

  it.each(['incremental', 'subrange-incremental'] as const)(
    'fails the session of a command of mode %s',
    async (mode) => {
      const failed: unknown[] = [];
      const cassandra = threeNodes().on(REPAIRS, 'failSession', (...params) => failed.push(params));
      expect(await cancel(cassandra, { mode, alone: false })).toEqual(['session s']);
      expect(failed).toEqual([['s', false]]);
    },
  );

  it.each<[string, () => Promise<readonly string[]>]>([
    ['without a known session', () => cancel(threeNodes(), { mode: 'incremental', sessionId: undefined } as object)],
    ['on 3.11', () => cancel(threeNodes('3.11.19'), { mode: 'incremental' })],
    [
      'when the node refuses',
      () =>
        cancel(
          threeNodes().on(REPAIRS, 'failSession', () => {
            throw remoteError('java.lang.IllegalArgumentException', 'Session does not exist');
          }),
          { mode: 'incremental' },
        ),
    ],
    [
      'when the JMX user may not',
      () =>
        cancel(
          withTasks(() => {
            throw remoteError('java.lang.SecurityException', 'Access Denied', 'java.lang.RuntimeException');
          }),
        ),
    ],
  ])('ends nothing %s', async (_when, cancelled) => {
    expect(await cancelled()).toEqual([]);
  });

  it('says that the node cannot be reached', async () => {
    const cassandra = withTasks(() => {
      throw connectionClosed();
    });
    await expect(cancel(cassandra)).rejects.toThrow(NodeUnreachableError);
  });
});
