import { parseRange, PARTITIONERS, remapRanges, type ReplicatedRange } from '@reaper-sidecar/segment-planner';
import { placeReplicas, seededTopology, type OwnedToken } from '@reaper-sidecar/segment-planner/testing';
import type { ClusterNode } from '../ports/cluster-view.js';
import type { RepairCommand } from '../ports/repair-node.js';
import type { Clock } from '../ports/runtime.js';

export interface SimulatedRingOptions {
  readonly hosts: number;
  readonly tokensPerHost: number;
  /** Replicas by datacenter. */
  readonly replication: Readonly<Record<string, number>>;
  readonly seed: number;
}

const { Murmur3Partitioner } = PARTITIONERS;

/** Whoever gives work cannot know a change of the ring sooner: until then the ring before it counts, too. */
const CHANGE_KNOWN_AFTER_MS = 60_000;

/** Nodes, their tokens, and the ring that follows from them. */
export class SimulatedRing {
  ranges: readonly ReplicatedRange[];
  nodes: readonly ClusterNode[];
  replication: Readonly<Record<string, number>>;
  readonly #clock: Clock;
  #tokens: readonly OwnedToken[];
  #past: readonly { readonly ranges: readonly ReplicatedRange[]; readonly untilMs: number }[] = [];
  #added: number;

  constructor({ hosts, tokensPerHost, replication, seed }: SimulatedRingOptions, clock: Clock) {
    const topology = seededTopology({ nodes: hosts, tokensPerNode: tokensPerHost, replication, seed });
    this.#clock = clock;
    this.replication = replication;
    this.ranges = topology.ring;
    this.nodes = topology.nodes.map(({ hostId, datacenter }, index) =>
      this.#node({ hostId, index, datacenter, tokens: tokensPerHost }),
    );
    this.#tokens = topology.ring.map(({ range, replicas }) => ({ token: range.end, hostId: replicas[0] ?? '' }));
    this.#added = hosts;
  }

  /** A further node with tokens of its own. */
  add(tokens: readonly bigint[], datacenter = Object.keys(this.replication)[0] ?? ''): ClusterNode {
    const index = this.#added++;
    const hostId = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const node = this.#node({ hostId, index, datacenter, tokens: tokens.length });
    this.nodes = [...this.nodes, node];
    this.#place([...this.#tokens, ...tokens.map((token) => ({ token, hostId }))]);
    return node;
  }

  remove(hostId: string): void {
    this.nodes = this.nodes.filter((node) => node.hostId !== hostId);
    this.#place(this.#tokens.filter((one) => one.hostId !== hostId));
  }

  /** A new node in the place of another one: its tokens, its datacenter, another host id. */
  replace(hostId: string): ClusterNode {
    const tokens = this.#tokens.filter((one) => one.hostId === hostId).map(({ token }) => token);
    const datacenter = this.nodes.find((node) => node.hostId === hostId)?.datacenter;
    this.nodes = this.nodes.filter((node) => node.hostId !== hostId);
    this.#tokens = this.#tokens.filter((one) => one.hostId !== hostId);
    return this.add(tokens, datacenter);
  }

  /** Gives one of the node's tokens up for another one. */
  move(hostId: string, token: bigint): void {
    const given = this.#tokens.find((one) => one.hostId === hostId);
    this.#place([...this.#tokens.filter((one) => one !== given), { token, hostId }]);
  }

  alter(replication: Readonly<Record<string, number>>): void {
    this.replication = replication;
    this.#place(this.#tokens);
  }

  set(hostId: string, changes: Partial<ClusterNode>): void {
    this.nodes = this.nodes.map((node) => (node.hostId === hostId ? { ...node, ...changes } : node));
  }

  /** How many sets of nodes a command has; those that differ only in nodes that take no part are one. */
  replicaSetsOf(command: Pick<RepairCommand, 'ranges' | 'datacenters' | 'hosts'>): number {
    const takesPart = this.#takesPartIn(command);
    const sets = groupsOf(command.ranges, this.ranges).map(({ replicas }) => replicas.filter(takesPart).join());
    return new Set(sets).size;
  }

  /** Who takes part in a command: on this ring, and on the one before for as long as nobody can know of the change. */
  participantsOf(command: Pick<RepairCommand, 'ranges' | 'datacenters' | 'hosts'>): readonly string[] {
    const fromMs = this.#clock.monotonicMs() - CHANGE_KNOWN_AFTER_MS;
    this.#past = this.#past.filter(({ untilMs }) => untilMs >= fromMs);
    const rings = [this.ranges, ...this.#past.map(({ ranges }) => ranges)];
    const [now = [], ...before] = rings.map((ring) => groupsOf(command.ranges, ring).flatMap((one) => one.replicas));
    const common = now.filter((hostId) => before.every((replicas) => replicas.includes(hostId)));
    return [...new Set(common)].filter(this.#takesPartIn(command)).sort();
  }

  #takesPartIn({ datacenters, hosts }: Pick<RepairCommand, 'datacenters' | 'hosts'>): (hostId: string) => boolean {
    return (hostId) => {
      const node = this.nodes.find((one) => one.hostId === hostId);
      const inDatacenter = datacenters.length === 0 || datacenters.includes(node?.datacenter ?? '');
      return inDatacenter && (hosts.length === 0 || hosts.includes(node?.address ?? ''));
    };
  }

  #place(tokens: readonly OwnedToken[]): void {
    this.#past = [...this.#past, { ranges: this.ranges, untilMs: this.#clock.monotonicMs() }];
    this.#tokens = tokens;
    this.ranges = placeReplicas(this.nodes, tokens, this.replication);
  }

  #node(of: { hostId: string; index: number; datacenter: string; tokens: number }): ClusterNode {
    return {
      ...{
        hostId: of.hostId,
        address: `10.0.${of.index >> 8}.${(of.index & 255) + 1}:7000`,
        datacenter: of.datacenter,
      },
      ...{ rack: `r${of.index % 3}`, up: true, state: 'NORMAL', releaseVersion: '5.0.9', tokens: of.tokens },
      generation: Math.floor(this.#clock.wallMs() / 1000),
    };
  }
}

function groupsOf(ranges: readonly string[], ring: readonly ReplicatedRange[]) {
  return remapRanges(
    ranges.map((text) => parseRange(Murmur3Partitioner, text)),
    ring,
  );
}
