import { type PlanNode, type ReplicatedRange, type Token } from '../index.js';

export interface OwnedToken {
  readonly token: Token;
  readonly hostId: string;
}

/**
 * The ring as NetworkTopologyStrategy lays it out when racks play no part: a range belongs to the owner of its end and
 * to the next nodes round the ring, as many per datacenter as `replication` says.
 *
 * @param tokens distinct
 */
export function placeReplicas(
  nodes: readonly PlanNode[],
  tokens: readonly OwnedToken[],
  replication: Readonly<Record<string, number>>,
): ReplicatedRange[] {
  const sorted = [...tokens].sort((a, b) => (a.token < b.token ? -1 : 1));
  const datacenterOf = new Map(nodes.map(({ hostId, datacenter }) => [hostId, datacenter]));
  const wanted = wantedReplicas(nodes, replication);
  return sorted.map(({ token }, index) => ({
    range: { start: sorted.at(index - 1)?.token ?? token, end: token },
    replicas: replicasFrom(sorted, index, datacenterOf, wanted),
  }));
}

function wantedReplicas(nodes: readonly PlanNode[], replication: Readonly<Record<string, number>>) {
  const size = (name: string) => nodes.filter(({ datacenter }) => datacenter === name).length;
  return new Map(Object.entries(replication).map(([name, factor]) => [name, Math.min(factor, size(name))]));
}

function replicasFrom(
  sorted: readonly OwnedToken[],
  index: number,
  datacenterOf: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, number>,
): string[] {
  const missing = new Map(wanted);
  const replicas = new Set<string>();
  for (let step = 0; step < sorted.length && [...missing.values()].some((count) => count > 0); step++) {
    const { hostId } = sorted[(index + step) % sorted.length] as OwnedToken;
    const datacenter = datacenterOf.get(hostId) ?? '';
    const open = missing.get(datacenter) ?? 0;
    if (open === 0 || replicas.has(hostId)) continue;
    replicas.add(hostId);
    missing.set(datacenter, open - 1);
  }
  return [...replicas];
}
