import type { ReplicatedRange } from '@reaper-sidecar/segment-planner';
import { isArriving } from '../admission/arrival.js';
import { UnknownKeyspaceError } from '../errors/unknown-keyspace-error.js';
import type { ClusterNode, ClusterView, Topology } from '../ports/cluster-view.js';
import type { Runtime } from '../ports/runtime.js';

/** A keyspace counts as dropped when it was missing at two reads this far apart: one node's schema may lag. */
const GONE_AFTER_MS = 2_000;

/** A tick waits this long for the own node. */
const PATIENCE_MS = 2_000;

/**
 * A node counts as joining for this long after it has joined: until every node has heard of it by gossip, one of them may coordinate a repair of
 * its ranges without it.
 */
const ARRIVAL_SETTLES_MS = 15_000;

interface RingKnowledge {
  readonly ring: readonly ReplicatedRange[];
  /** Rises when the ring changes. */
  readonly version: number;
  readonly readAt: number;
}

/**
 * Topology and rings as the leader's own node sees them, read again when they are old. Neighbours are collected from
 * the ring of every keyspace that a run of this reign has repaired, and never forgotten: whoever might still be
 * starting a command for an older leader got it for one of those runs, since a run ends only when nothing of it is held.
 */
export class ClusterKnowledge {
  #topology: { readonly value: Topology; readonly readAt: number } | undefined;
  /** When the topology could last be read, or the reign began. */
  #reachableAt: number;
  /** Which host is in which datacenter. */
  #layout = '';
  #layoutVersion = 0;
  readonly #rings = new Map<string, RingKnowledge>();
  /** Reads under way. */
  readonly #reading = new Map<string, Promise<void>>();
  readonly #missingSince = new Map<string, number>();
  readonly #gone = new Set<string>();
  readonly #neighbours = new Map<string, Set<string>>();
  #nodes = new Map<string, ClusterNode>();
  readonly #absentSince = new Map<string, number>();
  /** When a node was last seen on its way into the ring. */
  readonly #arrivingAt = new Map<string, number>();

  constructor(
    private readonly cluster: ClusterView,
    private readonly runtime: Runtime,
  ) {
    this.#reachableAt = this.#now();
  }

  get topology(): Topology | undefined {
    return this.#topology?.value;
  }

  /** How long the topology could not be read. */
  get lostForMs(): number {
    return this.#now() - this.#reachableAt;
  }

  node(hostId: string): ClusterNode | undefined {
    return this.#nodes.get(hostId);
  }

  /** Address, for people. */
  nameOf(hostId: string): string {
    return this.#nodes.get(hostId)?.address ?? hostId;
  }

  /** Missing from the topology, and seen missing for longer than one read might be wrong. */
  hasLeft(hostId: string, afterMs: number): boolean {
    if (!this.#topology || this.#nodes.has(hostId)) return false;
    const since = this.#absentSince.get(hostId) ?? this.#topology.readAt;
    this.#absentSince.set(hostId, since);
    return this.#topology.readAt - since >= afterMs;
  }

  ring(keyspace: string): readonly ReplicatedRange[] | undefined {
    return this.#rings.get(keyspace)?.ring;
  }

  /** Rises when anything changes that decides where a segment of the keyspace lies. */
  layoutVersion(keyspace: string): number {
    return this.#layoutVersion + (this.#rings.get(keyspace)?.version ?? 0);
  }

  isGone(keyspace: string): boolean {
    return this.#gone.has(keyspace);
  }

  neighbours(hostId: string): Iterable<string> {
    return this.#neighbours.get(hostId) ?? [];
  }

  /** Reads the topology if it is older than `maxAgeMs`. A failure keeps the old one, and so does a node that is slow. */
  async refreshTopology(maxAgeMs: number): Promise<void> {
    if (this.#topology && this.#now() - this.#topology.readAt < maxAgeMs) return;
    await this.#patiently('topology', async () => this.#learnTopology(await this.cluster.topology()));
  }

  /** The same for the rings of these keyspaces. */
  async refreshRings(keyspaces: readonly string[], maxAgeMs: number): Promise<void> {
    await Promise.all(keyspaces.map((keyspace) => this.#refreshRing(keyspace, maxAgeMs)));
  }

  async #refreshRing(keyspace: string, maxAgeMs: number): Promise<void> {
    const known = this.#rings.get(keyspace);
    if (known && this.#now() - known.readAt < maxAgeMs) return;
    await this.#patiently(`ring of ${keyspace}`, async () => {
      try {
        this.#learnRing(keyspace, await this.cluster.ring(keyspace));
      } catch (error) {
        if (!(error instanceof UnknownKeyspaceError)) throw error;
        this.#missing(keyspace);
      }
    });
  }

  /** A read that takes long goes on alone: a node that hangs must not hold up the lists of all others. */
  async #patiently(what: string, read: () => Promise<void>): Promise<void> {
    const { timers, log } = this.runtime;
    const started =
      this.#reading.get(what) ??
      read()
        .catch((error: unknown) => log.warn('Not readable from the own node', { what, error }))
        .finally(() => this.#reading.delete(what));
    this.#reading.set(what, started);
    const patience = new AbortController();
    await Promise.race([started, timers.sleep(PATIENCE_MS, patience.signal)]);
    patience.abort();
  }

  #learnTopology(read: Topology): void {
    const now = this.#now();
    const value = { ...read, nodes: read.nodes.map((node) => this.#settling(node, now)) };
    this.#topology = { value, readAt: now };
    this.#reachableAt = now;
    this.#nodes = new Map(value.nodes.map((node) => [node.hostId, node]));
    for (const hostId of this.#nodes.keys()) this.#absentSince.delete(hostId);
    const layout = value.nodes.map(({ hostId, datacenter }) => `${hostId}@${datacenter}`).join();
    if (layout !== this.#layout) this.#layoutVersion += 1;
    this.#layout = layout;
  }

  #settling(node: ClusterNode, now: number): ClusterNode {
    const isNew = this.#nodes.size > 0 && !this.#nodes.has(node.hostId);
    if (isNew || isArriving({ node })) this.#arrivingAt.set(node.hostId, now);
    const arrivingAt = this.#arrivingAt.get(node.hostId);
    if (arrivingAt === undefined || node.state !== 'NORMAL') return node;
    if (now - arrivingAt < ARRIVAL_SETTLES_MS) return { ...node, state: 'JOINING' };
    this.#arrivingAt.delete(node.hostId);
    return node;
  }

  #learnRing(keyspace: string, ring: readonly ReplicatedRange[]): void {
    const known = this.#rings.get(keyspace);
    this.#missingSince.delete(keyspace);
    this.#gone.delete(keyspace);
    const isSame = known !== undefined && sameRing(known.ring, ring);
    const version = isSame ? known.version : (known?.version ?? 0) + 1;
    this.#rings.set(keyspace, { ring: isSame ? known.ring : ring, version, readAt: this.#now() });
    if (!isSame) this.#learnNeighbours(ring);
  }

  #learnNeighbours(ring: readonly ReplicatedRange[]): void {
    const sets = new Map(ring.map(({ replicas }) => [replicas.join(','), replicas]));
    for (const replicas of sets.values()) {
      for (const hostId of replicas) {
        const near = this.#neighbours.get(hostId) ?? new Set();
        for (const other of replicas) near.add(other);
        this.#neighbours.set(hostId, near);
      }
    }
  }

  #missing(keyspace: string): void {
    const since = this.#missingSince.get(keyspace) ?? this.#now();
    this.#missingSince.set(keyspace, since);
    if (this.#now() - since >= GONE_AFTER_MS) this.#gone.add(keyspace);
  }

  #now(): number {
    return this.runtime.clock.monotonicMs();
  }
}

function sameRing(a: readonly ReplicatedRange[], b: readonly ReplicatedRange[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((one, index) => {
    const other = b[index];
    return (
      other !== undefined &&
      one.range.start === other.range.start &&
      one.range.end === other.range.end &&
      one.replicas.length === other.replicas.length &&
      one.replicas.every((hostId, place) => hostId === other.replicas[place])
    );
  });
}
