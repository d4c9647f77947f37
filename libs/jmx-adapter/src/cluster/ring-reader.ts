import { LocalKeyspaceError, RingUnreadableError, UnknownKeyspaceError } from '@reaper-sidecar/repair-core';
import {
  parseRange,
  partitionerFromClassName,
  PlannerError,
  type Partitioner,
  type ReplicatedRange,
} from '@reaper-sidecar/segment-planner';
import { type CassandraMBeans } from '../mbeans/cassandra-mbeans.js';
import { type RangeEndpoints } from '../mbeans/storage-service.js';

/**
 * Reads every range of a keyspace with the host ids of its replicas, in ring order.
 *
 * @throws UnknownKeyspaceError, LocalKeyspaceError, RingUnreadableError, PlannerError UNSUPPORTED_PARTITIONER
 */
export async function readRing({ storageService }: CassandraMBeans, keyspace: string): Promise<ReplicatedRange[]> {
  const { partitioner, keyspaces, replicatedKeyspaces, hostIds } = await storageService.ringDirectory();
  if (!keyspaces.includes(keyspace)) throw new UnknownKeyspaceError(keyspace);
  if (!replicatedKeyspaces.includes(keyspace)) throw new LocalKeyspaceError(keyspace);
  const ranges = await storageService.rangesWithEndpoints(keyspace);
  return replicatedRanges(partitionerFromClassName(partitioner), ranges, hostIds, keyspace);
}

/** Turns texts into tokens and addresses into host ids. */
export function replicatedRanges(
  partitioner: Partitioner,
  ranges: readonly RangeEndpoints[],
  hostIds: ReadonlyMap<string, string>,
  keyspace: string,
): ReplicatedRange[] {
  const ring = ranges.map(({ start, end, endpoints }) => ({
    range: tokenRange(partitioner, `${start}:${end}`, keyspace),
    replicas: endpoints.map((address) => hostIds.get(address) ?? refuseStranger(address, keyspace)),
  }));
  return ring.sort((a, b) => (a.range.start < b.range.start ? -1 : 1));
}

function tokenRange(partitioner: Partitioner, text: string, keyspace: string) {
  try {
    return parseRange(partitioner, text);
  } catch (cause) {
    if (!(cause instanceof PlannerError)) throw cause;
    throw new RingUnreadableError(
      `The ring of keyspace "${keyspace}" cannot be read: ${cause.message}; look whether this release of Cassandra is supported`,
      { keyspace },
      { cause },
    );
  }
}

/** The host ids were read just before the ranges, so it joined or changed its address in between. */
function refuseStranger(address: string, keyspace: string): never {
  throw new RingUnreadableError(
    `The ring of keyspace "${keyspace}" names ${address}, a node without a host id; read it again when no node is joining or changing its address`,
    { keyspace, address },
  );
}
