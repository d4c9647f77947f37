import type { PreparationContext } from '../connection/cassandra-connection.js';
import { readNodes } from './replication.js';

const POLL_MS = 200;
/** A node that is down keeps its old version in `system.peers`, so agreement may never come. */
const LONGEST_WAIT_MS = 15_000;

/** Waits until all nodes the own node knows have one schema version. */
export async function awaitSchemaAgreement(context: PreparationContext): Promise<void> {
  let versions: ReadonlySet<string> = new Set();
  for (let waitedMs = 0; waitedMs <= LONGEST_WAIT_MS && !context.signal.aborted; waitedMs += POLL_MS) {
    versions = new Set((await readNodes(context.runner)).map(({ schemaVersion }) => schemaVersion));
    if (versions.size <= 1) return;
    context.report('Waiting until all nodes have the same schema');
    await context.timers.sleep(POLL_MS, context.signal);
  }
  context.options.log.warn('nodes still disagree about the schema, going on', { versions: [...versions] });
}
