import { StartRefusedError } from '@reaper-sidecar/repair-core';
import { JmxErrorCode, JmxRemoteError } from 'jmx-client-node';

/** What to do about refusals that are known, by the text of the exception. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/unknown keyspace/i, 'the keyspace was dropped: take it out of the run'],
  [/too many job threads/i, 'lower jobThreads of the unit'],
  [/primary range repair/i, 'do not restrict datacenters or hosts of a repair of the whole node'],
  [/tokens must be different|token.*range|invalid.*range/i, 'read the ring again and plan the run anew'],
  [/RejectedExecutionException/, 'the repair queue of the node is full: wait, or see repair_command_pool_size'],
];

const DENIED =
  'grant the JMX role EXECUTE on org.apache.cassandra.db:type=StorageService (file-based roles: readwrite)';

/**
 * A refusal to begin a repair, told from a failure with an unknown outcome. `repairAsync` throws before the command has
 * a number, so its exceptions mean that nothing was started, except those that a JVM in trouble throws anywhere.
 *
 * @returns undefined when the outcome is unknown
 */
export function startRefusal(error: unknown, keyspace: string): StartRefusedError | undefined {
  if (!(error instanceof JmxRemoteError) || error.is('java.lang.VirtualMachineError')) return undefined;
  const { javaClass, javaMessage } = error;
  const text = javaMessage === null ? javaClass : `${javaClass}: ${javaMessage}`;
  return new StartRefusedError(
    `Cassandra refused to repair keyspace "${keyspace}": ${text.slice(0, 1000)}; ${remedy(error, text)}`,
    { keyspace, javaClass, javaMessage: javaMessage?.slice(0, 1000) ?? null },
    { cause: error },
  );
}

function remedy(error: JmxRemoteError, text: string): string {
  if (error.code === JmxErrorCode.AccessDenied) return DENIED;
  return REMEDIES.find(([pattern]) => pattern.test(text))?.[1] ?? 'see the log of the node';
}
