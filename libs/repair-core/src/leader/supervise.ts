import { arrivalObstacle, isArriving } from '../admission/arrival.js';
import { majorVersions } from '../admission/set-obstacles.js';
import type { AssignmentItem } from '../model/assignment.js';
import type { ClusterNode } from '../ports/cluster-view.js';
import { hasUntoldAbort } from './aborted-items.js';
import type { Delivery } from './delivery.js';
import type { HostBook } from './host-book.js';
import { setKeyOf } from './placement.js';
import type { Reign } from './reign.js';

interface Named {
  readonly name: string;
  readonly node: ClusterNode;
}

/**
 * Compares the lists of open hosts with what is wanted now. Revokes what must not be started any more, addresses the
 * list of a restarted worker anew, passes on a changed intensity. Running commands are left to their end, except those
 * of aborted runs: these are cancelled.
 */
export function superviseLists(reign: Reign, delivery: Delivery): void {
  const nodes = reign.cluster.topology?.nodes.map((node) => ({ name: node.address, node })) ?? [];
  const arriving = nodes.filter(isArriving);
  for (const host of reign.hosts.values()) {
    if (host.open && !host.writing) supervise(reign, delivery, host, arriving);
  }
}

function supervise(reign: Reign, delivery: Delivery, host: HostBook, arriving: readonly Named[]): void {
  const unstarted = host.unstarted();
  const [first] = unstarted;
  if (!first) {
    if (hasUntoldAbort(reign, host)) delivery.send(host, [], { closes: false });
    return;
  }
  const revoked =
    hostGone(reign, host) ??
    setUnfit(reign, first, arriving) ??
    unstarted.map((item) => itemUnwanted(reign, item)).find((why) => why);
  if (revoked !== undefined) {
    reign.deps.runtime.log.info('Revoking a list', { host: host.hostId, why: revoked, items: unstarted.length });
    return delivery.send(host, [], { closes: true });
  }
  const items = host.unfinished();
  const updated = items.map((item) => withIntensity(item, reign));
  const isReaddressed = host.state !== undefined && host.state.incarnation !== host.version?.incarnation;
  // The items keep their stamps: what the life before has started is in its last state, and is not started twice.
  if (isReaddressed || updated.some((item, index) => item !== items[index])) {
    delivery.send(host, updated, { closes: false });
  }
}

function hostGone(reign: Reign, host: HostBook): string | undefined {
  const { silenceGraceMs, topologyMs, stuckMs } = reign.timings;
  if (reign.cluster.hasLeft(host.hostId, topologyMs)) return 'the host left the ring';
  if (!host.state) return 'the host has no sidecar';
  if (host.silentForMs(silenceGraceMs) > 0) return 'the sidecar is silent';
  const { waiting } = host.state;
  const idleSince = Math.max(host.progressAt, reign.restUntil(host), host.openedAt ?? 0);
  if (host.current || waiting?.code === 'NODE_RESTING' || reign.now() - idleSince < stuckMs) return undefined;
  return `its worker starts nothing: ${waiting ? `${waiting.code}: ${waiting.detail}` : 'no reason known'}`;
}

/** Of any item of a list, since all share one replica set. At a low intensity a list lasts for long after it was given. */
function setUnfit(
  { cluster }: Reign,
  { participants }: AssignmentItem,
  arriving: readonly Named[],
): string | undefined {
  const hosts = participants.flatMap((hostId) => {
    const node = cluster.node(hostId);
    return node ? [{ name: cluster.nameOf(hostId), node }] : [];
  });
  const moving = hosts.find(({ node }) => node.state !== 'NORMAL');
  if (moving) return `${moving.name} is ${moving.node.state}`;
  return (majorVersions(hosts) ?? arrivalObstacle(arriving, hosts))?.evidence;
}

function itemUnwanted(reign: Reign, item: AssignmentItem): string | undefined {
  const run = reign.runs.get(item.runId);
  if (!run) return 'the run is over';
  if (reign.storageHold && reign.storageHold.code !== 'STORAGE_UNREACHABLE') return reign.storageHold.evidence;
  if (run.spec.desired !== 'running') return `the run is ${run.spec.desired}`;
  if (run.fatal !== undefined) return 'the run cannot go on';
  const segment = run.segment(item.seq);
  if (!segment || segment.wantedRound(run.spec) > item.round) return 'the segment is wanted anew';
  if (run.tables.length < run.creation.unit.tables.length && item.tables.some((name) => !run.tables.includes(name))) {
    return 'a table was dropped';
  }
  const down = item.participants.find((hostId) => reign.cluster.node(hostId)?.up === false);
  if (down !== undefined) return `${reign.cluster.nameOf(down)} is down`;
  return hasMoved(run.placement(segment), item) ? 'the ring changed' : undefined;
}

function hasMoved(
  placement: readonly { readonly participants: readonly string[] }[] | undefined,
  item: AssignmentItem,
) {
  if (!placement) return false;
  const [only] = placement;
  return placement.length !== 1 || !only || setKeyOf(only.participants) !== setKeyOf(item.participants);
}

function withIntensity(item: AssignmentItem, reign: Reign): AssignmentItem {
  const wanted = reign.runs.get(item.runId)?.spec.intensity ?? item.intensity;
  return wanted === item.intensity ? item : { ...item, intensity: wanted };
}
