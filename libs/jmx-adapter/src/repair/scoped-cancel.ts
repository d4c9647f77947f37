import { RepairMode, type CancelTarget } from '@reaper-sidecar/repair-core';
import { JmxRemoteError } from 'jmx-client-node';
import { type CassandraMBeans } from '../mbeans/cassandra-mbeans.js';
import { AccessDeniedError } from '../mbeans/mbean.js';

/** What `CompactionManager` calls the reading of a table for its Merkle tree. */
const VALIDATION = 'Validation';

/**
 * Asks the node to end the parts of one command that can be named. Incremental: its session, by id (4.0+). Full: the
 * validations of its tables on this node, by id, and only while no other repair could own them; the command fails with
 * them. Streams cannot be ended.
 *
 * @returns what was asked to end, for people
 */
export async function cancelScoped(mbeans: CassandraMBeans, target: CancelTarget): Promise<readonly string[]> {
  try {
    return await (target.mode === RepairMode.Full ? stopValidations(mbeans, target) : failSession(mbeans, target));
  } catch (error) {
    // The session is over or none that can be failed, or the JMX user may not do it.
    if (error instanceof JmxRemoteError || error instanceof AccessDeniedError) return [];
    throw error;
  }
}

async function failSession({ repairService }: CassandraMBeans, { sessionId }: CancelTarget): Promise<string[]> {
  if (!repairService || sessionId === undefined) return [];
  await repairService.failSession(sessionId);
  return [`session ${sessionId}`];
}

async function stopValidations(
  { compactionManager }: CassandraMBeans,
  { keyspace, tables, alone }: CancelTarget,
): Promise<string[]> {
  if (!alone) return [];
  const running = await compactionManager.running();
  const ours = running.filter(
    (task) => task.kind === VALIDATION && task.keyspace === keyspace && tables.includes(task.table),
  );
  await Promise.all(ours.map((task) => compactionManager.stop(task)));
  return ours.map((task) => `validation ${task.id} of ${task.keyspace}.${task.table}`);
}
