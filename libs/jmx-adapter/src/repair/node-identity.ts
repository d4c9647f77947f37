import { type NodeIdentity } from '@reaper-sidecar/repair-core';
import { type CassandraMBeans } from '../mbeans/cassandra-mbeans.js';
import { NodeStartingError } from '../mbeans/java-values.js';

/** What cannot change while a JVM lives, so that one connection needs to ask only once. */
const settled = new WeakMap<CassandraMBeans, NodeIdentity>();

/** Who the node is. The host id is asked every time: the answer proves that this very node is there. */
export async function readIdentity(mbeans: CassandraMBeans): Promise<NodeIdentity> {
  const hostId = await mbeans.storageService.localHostId();
  const known = settled.get(mbeans);
  if (known?.hostId === hostId) return known;
  const identity = await readAll(mbeans, hostId);
  settled.set(mbeans, identity);
  return identity;
}

async function readAll(mbeans: CassandraMBeans, hostId: string): Promise<NodeIdentity> {
  const [{ clusterName, hostIds }, location, jvmStartMs] = await Promise.all([
    mbeans.storageService.membership(),
    mbeans.endpointSnitch.ownLocation(),
    mbeans.jvmRuntime.startTimeMs(),
  ]);
  const address = [...hostIds].find(([, id]) => id === hostId)?.[0];
  if (address === undefined) throw new NodeStartingError(`its host id ${hostId} is not in the ring yet`);
  return { hostId, address, ...location, clusterName, releaseVersion: mbeans.release.text, jvmStartMs };
}
