import { CassandraConnection } from './connection/cassandra-connection.js';
import type { StorageOptions } from './connection/storage-options.js';
import { migrate } from './migrations/migrate.js';
import { warnOfFewCopies } from './migrations/replication-check.js';

/**
 * Connects to the own node in the background, creates or upgrades the keyspace, and keeps trying for ever; see
 * {@link CassandraConnection.state} for how far it is and why.
 *
 * @throws RangeError at once for wrong options, all mistakes in one message
 */
export function connectStorage(options: StorageOptions): CassandraConnection {
  return new CassandraConnection(options, async (context) => {
    await migrate(context);
    await warnOfFewCopies(context);
  });
}
