import type { Delivery } from './delivery.js';
import type { Reign } from './reign.js';

/**
 * Begins a reign: fences every host of the ring and of the lists, in parallel; those of the worker states follow with
 * their first read. Does not wait for the fences; a host counts only once it is open. Nothing is remembered from an
 * earlier reign.
 */
export async function takeOver(reign: Reign, delivery: Delivery): Promise<void> {
  const unreadable = new Set<string>();
  const onUnreadable = (hostId: string) => void unreadable.add(hostId);
  const [rows] = await Promise.all([
    reign.deps.assignments.readAll({ onUnreadable }),
    reign.cluster.refreshTopology(0),
  ]);
  // The fence reads such a row again and again: it may come to be readable, and must not be overwritten unread.
  for (const hostId of unreadable) reign.host(hostId);
  const ring = reign.cluster.topology?.nodes ?? [];
  for (const hostId of new Set([...rows.keys(), ...ring.map((node) => node.hostId)])) {
    if (!reign.hosts.has(hostId)) delivery.fence(reign.addHost(hostId), { row: rows.get(hostId) });
  }
}

/**
 * Whether segments may be read: every host is open, so that nothing of an older leader ends unseen. A host that stays
 * closed because its register has no quorum does not stop the others; its segments are read again when it opens.
 */
export function isTakenOver(reign: Reign): boolean {
  const { fenceWaitMs, tickMs } = reign.timings;
  const waitedEnough = reign.now() - reign.beganAt > fenceWaitMs + 3 * tickMs;
  reign.takenOver ||= waitedEnough || (reign.hosts.size > 0 && [...reign.hosts.values()].every(({ open }) => open));
  return reign.takenOver;
}
