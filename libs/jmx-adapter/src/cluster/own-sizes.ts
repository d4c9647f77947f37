import { type OwnSizes, type OwnTableSize } from '@reaper-sidecar/repair-core';
import { JmxRemoteError } from 'jmx-client-node';
import { type CassandraMBeans } from '../mbeans/cassandra-mbeans.js';

/** Tables asked for at the same time, three questions each. */
const AT_ONCE = 4;

/** Sizes of tables on this node; three JMX calls a table. */
export async function readOwnSizes(
  { storageService, metrics }: CassandraMBeans,
  keyspace: string,
  names: readonly string[],
): Promise<OwnSizes> {
  const tables: OwnTableSize[] = [];
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const sizes = names.slice(from, from + AT_ONCE).map(async (table) => {
      const size = await metrics.tableSize(keyspace, table).catch(unlessGone);
      return size ? [{ table, ...size }] : [];
    });
    tables.push(...(await Promise.all(sizes)).flat());
  }
  return { hostId: await storageService.localHostId(), tables };
}

/** The metrics of a table go with the table. */
function unlessGone(error: unknown): undefined {
  if (error instanceof JmxRemoteError && error.javaClass === 'javax.management.InstanceNotFoundException')
    return undefined;
  throw error;
}
