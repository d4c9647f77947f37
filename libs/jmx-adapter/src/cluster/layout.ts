import { type ClusterNode } from '@reaper-sidecar/repair-core';
import { type EndpointState } from '../mbeans/endpoint-states.js';

/** Everything about the nodes that decides which of them holds which range. */
export interface Layout {
  /** Equal for equal layouts. */
  readonly fingerprint: string;
  /** A node is joining, leaving or moving. */
  readonly inMotion: boolean;
}

/** A node that gets other tokens gossips them under a new version. */
export function layoutOf(
  partitioner: string,
  nodes: readonly Omit<ClusterNode, 'tokens'>[],
  states: ReadonlyMap<string, EndpointState>,
): Layout {
  const lines = nodes.map(({ hostId, address, datacenter, rack, state }) => {
    const gossip = states.get(address);
    const tokens = gossip?.values.get('TOKENS')?.version;
    return JSON.stringify([hostId, address, datacenter, rack, state, gossip?.generation, tokens, status(gossip)]);
  });
  return {
    fingerprint: [partitioner, ...lines.sort()].join('\n'),
    inMotion: nodes.some(({ state }) => state !== 'NORMAL'),
  };
}

function status(gossip: EndpointState | undefined): string | undefined {
  return (gossip?.values.get('STATUS_WITH_PORT') ?? gossip?.values.get('STATUS'))?.text;
}
