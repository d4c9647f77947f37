import type { ClusterNode } from '../ports/cluster-view.js';
import type { Obstacle } from './obstacle.js';

interface Placed {
  readonly node?: Pick<ClusterNode, 'up' | 'state' | 'datacenter'> | undefined;
}

interface Named extends Placed {
  readonly name: string;
}

/** Whether a node is being given data of ranges that it does not replicate yet. */
export function isArriving({ node }: Placed): boolean {
  return node?.up === true && (node.state === 'JOINING' || node.state === 'MOVING');
}

/**
 * A replica that is to be has its data streamed once, from one of the present replicas, and takes no part in repairs yet: what a repair brings
 * to the others meanwhile would be missing on it, in segments that count as done. Which ranges it will have is not asked: all sets of its
 * datacenter wait.
 */
export function arrivalObstacle(arriving: readonly Named[], participants: readonly Named[]): Obstacle | undefined {
  if (arriving.length === 0) return undefined;
  const datacenters = new Set(participants.map(({ node }) => node?.datacenter));
  const found = arriving.find(({ node }) => datacenters.has(node?.datacenter));
  if (!found) return undefined;
  return {
    code: 'NODE_NOT_NORMAL',
    evidence: `${found.name} is ${found.node?.state}: what is repaired meanwhile would be missing on it`,
  };
}
