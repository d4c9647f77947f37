import { type ActiveRun } from '@reaper-sidecar/repair-core';
import { type SimulatedCluster } from '@reaper-sidecar/repair-core/testing';
import { formatRange, type PlannedSegment } from '@reaper-sidecar/segment-planner';

/** Poll of an idle worker, a tick, a look at the topology, and the silence of a sidecar that died as the calm began. */
const POLL_MS = 27_000;
/** With a sidecar that never comes back: silence, opening, two reports without sessions, unknown load. */
const DEAD_MS = 300_000;

export interface StallTimings {
  readonly stealAfterMs: number;
  readonly watchEveryMs: number;
  readonly fenceWaitMs: number;
  /** Longest pause before another attempt. */
  readonly retryMaxMs: number;
}

/**
 * I4, judged from what the nodes do and not from what anybody says: a replica set with work, of which no node and no
 * neighbour of a node has had anything to do for longer than one lease, one fence and one poll, has been forgotten.
 */
export class StallWatch {
  longestMs = 0;
  readonly #limitMs: number;
  /** Since when a waiting set and all around it are idle. */
  readonly #idleSince = new Map<string, number>();
  readonly #places = new Map<string, readonly string[]>();
  readonly #near = new Map<string, Set<string>>();
  #ring: SimulatedCluster['ring'] | undefined;

  constructor(
    private readonly cluster: SimulatedCluster,
    timings: StallTimings,
    hasDead: boolean,
    private readonly violated: (what: string) => void,
  ) {
    const { stealAfterMs, watchEveryMs, fenceWaitMs, retryMaxMs } = timings;
    const waits = stealAfterMs + watchEveryMs + fenceWaitMs + POLL_MS + retryMaxMs;
    this.#limitMs = hasDead ? waits + DEAD_MS : waits;
  }

  /** To be called every second of the calm. */
  look(active: readonly ActiveRun[]): void {
    this.#followRing();
    const now = this.cluster.time.monotonicMs();
    const idle = new Set(active.flatMap((run) => [...this.#idleSets(run)]));
    for (const key of this.#idleSince.keys()) if (!idle.has(key)) this.#idleSince.delete(key);
    for (const key of idle) {
      const since = this.#idleSince.get(key) ?? now;
      this.#idleSince.set(key, since);
      this.longestMs = Math.max(this.longestMs, now - since);
      if (now - since <= this.#limitMs) continue;
      this.violated(`I4 ${key} could run and does not for ${(now - since) / 1_000} s`);
      this.cluster.tell(this.cluster.explain());
    }
  }

  *#idleSets({ runId, planId, spec }: ActiveRun): Iterable<string> {
    if (spec.desired === 'paused') return;
    const { tables } = this.cluster.storage;
    const { segments, outcomes } = tables.plan(planId);
    const datacenters = tables.run(runId).creation.peek()?.value.unit.datacenters ?? [];
    for (const { key, value: segment } of segments.live()) {
      const outcome = outcomes.at(key).peek()?.value;
      const isOver = outcome && outcome.state !== 'FAILED' && outcome.round >= (spec.rounds[segment.seq] ?? 0);
      if (isOver && spec.desired === 'running') continue;
      const participants = this.#participants(`${planId} ${key}`, segment, datacenters);
      if (participants.every((hostId) => this.#isIdle(hostId))) yield `${runId}/${participants.join()}`;
    }
  }

  #participants(key: string, { ranges }: PlannedSegment, datacenters: readonly string[]): readonly string[] {
    const known = this.#places.get(key);
    if (known) return known;
    const place = { ranges: ranges.map(formatRange), datacenters, hosts: [] };
    const participants = this.cluster.layout.participantsOf(place);
    this.#places.set(key, participants);
    return participants;
  }

  /** Nothing runs on it, nor on any node that shares a replica set with it. */
  #isIdle(hostId: string): boolean {
    for (const near of this.#near.get(hostId) ?? []) if (this.cluster.truth.with(near).size > 0) return false;
    return true;
  }

  /** What follows from the ring is kept as long as the ring. */
  #followRing(): void {
    const { ring } = this.cluster;
    if (ring === this.#ring) return;
    this.#ring = ring;
    this.#places.clear();
    this.#near.clear();
    for (const { replicas } of ring) {
      for (const hostId of replicas) {
        const near = this.#near.get(hostId) ?? new Set();
        for (const other of replicas) near.add(other);
        this.#near.set(hostId, near);
      }
    }
  }
}
