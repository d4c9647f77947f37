import { Injectable } from '@nestjs/common';
import { DEFAULT_LEADER_TIMINGS } from '@reaper-sidecar/repair-core';
import type { ActingLeader, Lease, NodeState, Topology } from '@reaper-sidecar/repair-core';
import { Backend } from './backend.js';
import { Recent } from './recent.js';

/** Answers are at most this old, whatever the number of browsers. */
const SHARED_FOR_MS = 1_000;

/** An unchanged lease counts as abandoned after this long: candidates take over after 30 s. */
const LEASE_SILENT_AFTER_MS = 45_000;

export interface SidecarStates {
  readonly topology: Topology;
  /** Last report of every host of the ring that has one. */
  readonly states: readonly NodeState[];
}

/** The cluster as all requests of the last second share it. */
@Injectable()
export class ReadModel {
  readonly #topology: Recent<Topology>;
  readonly #lease: Recent<Lease | undefined>;
  readonly #sidecars: Recent<SidecarStates>;
  #leaseSeen = { key: '', sinceMs: 0, wasSeenActing: false };

  constructor(private readonly backend: Backend) {
    const { clock } = backend.runtime;
    this.#topology = new Recent(clock, SHARED_FOR_MS, async () => backend.cluster.topology());
    this.#lease = new Recent(clock, SHARED_FOR_MS, async () => backend.stores.leases.read({ serial: false }));
    this.#sidecars = new Recent(clock, SHARED_FOR_MS, () => this.readSidecars());
  }

  topology(): Promise<Topology> {
    return this.#topology.get();
  }

  sidecars(): Promise<SidecarStates> {
    return this.#sidecars.get();
  }

  /** The lease while somebody renews it, as far as this process saw; else undefined. */
  leader(): Promise<Lease | undefined> {
    return this.leaseWithin(LEASE_SILENT_AFTER_MS);
  }

  /** The same while that leader may still act, and for how long it has not renewed. */
  async actingLeader(): Promise<ActingLeader | undefined> {
    const lease = await this.leaseWithin(DEFAULT_LEADER_TIMINGS.actForMs + 2 * SHARED_FOR_MS);
    if (!lease) return undefined;
    const { epoch, holder, acquiredAtMs } = lease;
    const silentForMs = this.silentForMs(lease);
    return { epoch, holder, sinceMs: acquiredAtMs, silentForMs, wasSeenActing: this.#leaseSeen.wasSeenActing };
  }

  private async leaseWithin(silenceMs: number): Promise<Lease | undefined> {
    const lease = await this.#lease.get();
    if (!lease || lease.holder === '') return undefined;
    return this.silentForMs(lease) < silenceMs ? lease : undefined;
  }

  /**
   * By our own clock, since clocks of two machines are never compared. The own candidate may have looked when nobody asked.
   */
  private silentForMs({ epoch, beat }: Lease): number {
    const now = this.backend.runtime.clock.monotonicMs();
    const key = `${epoch}:${beat}`;
    if (this.#leaseSeen.key !== key) this.#leaseSeen = { key, sinceMs: now, wasSeenActing: this.#leaseSeen.key !== '' };
    const seen = this.backend.seenLease();
    const known = seen && `${seen.epoch}:${seen.beat}` === key ? seen.unchangedForMs : 0;
    return Math.max(known, now - this.#leaseSeen.sinceMs);
  }

  private async readSidecars(): Promise<SidecarStates> {
    const topology = await this.topology();
    const hostIds = topology.nodes.map(({ hostId }) => hostId);
    const { runtime, stores } = this.backend;
    const onUnreadable = (hostId: string, error: Error) => runtime.log.warn('Report not readable', { hostId, error });
    const found = await stores.nodeStates.readFor(hostIds, { onUnreadable });
    return { topology, states: hostIds.flatMap((hostId) => found.get(hostId)?.state ?? []) };
  }
}
