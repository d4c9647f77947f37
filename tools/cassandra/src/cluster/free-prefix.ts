import { RigError, RigErrorCode } from '../errors.js';
import { ExclusiveLock } from '../process/exclusive-lock.js';
import { isPortFree, type PortClaim } from '../process/ports.js';
import { type NetworkPlace } from './cluster-options.js';
import { type ClusterSettings, jmxPortOf, nodeAddress } from './cluster-settings.js';

export interface FreePrefixOptions {
  readonly nodes: number;
  readonly cqlPort: number;
  readonly storagePort: number;
  /** Fixed by the caller; only the other is looked for. */
  readonly prefix?: string | undefined;
  readonly jmxBase?: number | undefined;
}

/** A place for a cluster that no other process of this machine is offered while the reservation lasts. */
export interface Reservation extends NetworkPlace {
  release(): Promise<void>;
}

const candidates = 99;

/**
 * Finds a prefix and JMX ports that nobody listens on, and reserves both. The reservation ends with `release` or with
 * this process, whichever comes first.
 * @throws RigError `NO_FREE_PREFIX`
 */
export async function findFreePrefix(options: FreePrefixOptions): Promise<Reservation> {
  const start = Math.floor(Math.random() * candidates);
  for (let turn = 0; turn < candidates; turn += 1) {
    const place = placeAt(((start + turn) % candidates) + 1, options);
    const lock = await ExclusiveLock.tryAcquire(`place ${place.prefix} ${place.jmxBase}`, 'reserving addresses');
    if (!lock) continue;
    if (await isFree(place, options)) return { ...place, release: () => lock.release() };
    await lock.release();
  }
  throw new RigError(
    RigErrorCode.NoFreePrefix,
    `All of the ${candidates} places for a cluster are in use. Stop a cluster, or choose prefix and jmxBase`,
    {
      retryable: true,
    },
  );
}

/**
 * JMX bases differ by less than the distance between two nodes, so clusters of any size never meet, and end below the
 * ports that Linux gives to outgoing connections (32768 and up), up to 100 nodes.
 */
function placeAt(number: number, options: FreePrefixOptions): NetworkPlace {
  return { prefix: options.prefix ?? `127.0.${100 + number}.`, jmxBase: options.jmxBase ?? 20_000 + number };
}

async function isFree(place: NetworkPlace, options: FreePrefixOptions): Promise<boolean> {
  for (let index = 1; index <= options.nodes; index += 1) {
    for (const { host, port } of portsOf({ ...options, ...place }, index)) {
      if (!(await isPortFree(host, port))) return false;
    }
  }
  return true;
}

/** All ports a node listens on that are known beforehand. */
export function portsOf(
  settings: Pick<ClusterSettings, 'prefix' | 'jmxBase' | 'cqlPort' | 'storagePort'>,
  index: number,
): PortClaim[] {
  const host = nodeAddress(settings, index);
  return [
    { host, port: settings.cqlPort, purpose: `CQL of node ${index}` },
    { host, port: settings.storagePort, purpose: `storage of node ${index}` },
    { host: '127.0.0.1', port: jmxPortOf(settings, index), purpose: `JMX of node ${index}` },
  ];
}
