import { LocalKeyspaceError, RingUnreadableError, UnknownKeyspaceError, type Clock } from '@reaper-sidecar/repair-core';
import {
  parseRange,
  partitionerFromClassName,
  PlannerError,
  type Partitioner,
  type ReplicatedRange,
} from '@reaper-sidecar/segment-planner';
import { type CassandraMBeans } from '../mbeans/cassandra-mbeans.js';
import { type RangeEndpoints } from '../mbeans/storage-service.js';
import { type Layout } from './layout.js';

/** A ring read sooner after a change of layout or replication may still be the old one: gossip and schema run ahead. */
const SETTLED_AFTER_MS = 10_000;

/** Whatever the fingerprints say, a ring is not kept longer. */
const KEPT_FOR_MS = 60_000;

interface KeptRing {
  readonly fingerprint: string;
  readonly replication: string;
  /** When this fingerprint and this replication were first seen. */
  readonly sinceMs: number;
  readonly readAtMs: number;
  readonly ring: readonly ReplicatedRange[];
}

/**
 * Reads the ring of a keyspace: every range with the host ids of its replicas, in ring order. That is long (one entry
 * per token) and costs the node work, so while nothing moves and neither layout nor replication have changed, the
 * ring that was read last is given again.
 */
export class RingReader {
  readonly #kept = new Map<string, KeptRing>();

  constructor(private readonly clock: Pick<Clock, 'monotonicMs'>) {}

  /** @throws UnknownKeyspaceError, LocalKeyspaceError, RingUnreadableError, PlannerError UNSUPPORTED_PARTITIONER */
  async read({ storageService }: CassandraMBeans, keyspace: string, layout: Layout): Promise<KeptRing['ring']> {
    const beganMs = this.clock.monotonicMs();
    const directory = await storageService.ringDirectory();
    if (!directory.keyspaces.includes(keyspace)) throw new UnknownKeyspaceError(keyspace);
    if (!directory.replicatedKeyspaces.includes(keyspace)) throw new LocalKeyspaceError(keyspace);
    const replication = await storageService.replication(keyspace);
    const known = this.#unchanged(keyspace, layout, replication);
    if (known !== undefined && !layout.inMotion && isSettled(known, beganMs)) return known.ring;
    const ranges = await storageService.rangesWithEndpoints(keyspace);
    const ring = replicatedRanges(partitionerFromClassName(directory.partitioner), ranges, directory.hostIds, keyspace);
    const { fingerprint } = layout;
    const sinceMs = known?.sinceMs ?? beganMs;
    this.#kept.set(keyspace, { fingerprint, replication, sinceMs, readAtMs: beganMs, ring });
    return ring;
  }

  #unchanged(keyspace: string, { fingerprint }: Layout, replication: string): KeptRing | undefined {
    const kept = this.#kept.get(keyspace);
    return kept?.fingerprint === fingerprint && kept.replication === replication ? kept : undefined;
  }
}

function isSettled({ sinceMs, readAtMs }: KeptRing, nowMs: number): boolean {
  return readAtMs - sinceMs >= SETTLED_AFTER_MS && nowMs - readAtMs < KEPT_FOR_MS;
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
