import { StartRefusedError } from '@reaper-sidecar/repair-core';
import { connectionClosed, remoteError } from '../testing/jmx-errors.js';
import { startRefusal } from './start-failure.js';

describe('startRefusal', () => {
  it.each([
    ['java.lang.IllegalArgumentException', 'Too many job threads. Max is 4', 'lower jobThreads'],
    ['java.lang.IllegalArgumentException', 'Start and end tokens must be different.', 'plan the run anew'],
    ['java.lang.AssertionError', 'Unknown keyspace gone', 'take it out of the run'],
    ['java.util.concurrent.RejectedExecutionException', 'Task rejected', 'repair_command_pool_size'],
    ['java.lang.SecurityException', 'Access Denied', 'EXECUTE on org.apache.cassandra.db:type=StorageService'],
    ['org.apache.cassandra.exceptions.ConfigurationException', 'something new', 'see the log of the node'],
  ])('names %s "%s" and what to do', (javaClass, javaMessage, remedy) => {
    const refusal = startRefusal(remoteError(javaClass, javaMessage), 'ks');
    expect(refusal).toBeInstanceOf(StartRefusedError);
    expect(refusal?.message).toContain(`"ks": ${javaClass}: ${javaMessage}; `);
    expect(refusal?.message).toContain(remedy);
    expect(refusal?.details).toEqual({ keyspace: 'ks', javaClass, javaMessage });
  });

  it('takes an exception without a text', () => {
    expect(startRefusal(remoteError('java.lang.NullPointerException', null), 'ks')?.details).toMatchObject({
      javaMessage: null,
    });
  });

  it('does not claim that a JVM in trouble has started nothing', () => {
    const outOfMemory = remoteError(
      'java.lang.OutOfMemoryError',
      'unable to create native thread',
      'java.lang.VirtualMachineError',
    );
    expect(startRefusal(outOfMemory, 'ks')).toBeUndefined();
  });

  it('knows nothing of a lost connection', () => {
    expect(startRefusal(connectionClosed(), 'ks')).toBeUndefined();
  });
});
