import { type SimulatedCluster } from '@reaper-sidecar/repair-core/testing';

/** I3: once a quorum has a list of an epoch, no list of an older epoch is read from that row again. */
export function watchFences(cluster: SimulatedCluster, violated: (what: string) => void): void {
  const { assignments } = cluster.storage.tables;
  const newest = new Map<string, number>();
  assignments.onWrite = (hostId) => {
    const epoch = assignments.at(hostId).peek()?.value.epoch ?? 0;
    const before = newest.get(hostId) ?? 0;
    if (epoch < before) violated(`I3 the list of ${hostId} is of epoch ${epoch} after one of ${before}`);
    newest.set(hostId, Math.max(epoch, before));
  };
}
