import { Leadership, type LeaderOptions, type SeenLease } from '@reaper-sidecar/repair-core';
import type { ComponentState } from '../health/readiness.js';
import type { EngineDeps } from './engine.js';

/** The host id is looked at this often: quickly until it is known, then for a node that was replaced. */
const UNKNOWN_HOST_MS = 50;
const KNOWN_HOST_MS = 2_000;

/** Takes part in the election in the name of the own host, as soon as and as long as that is known. */
export class OwnLeadership {
  readonly #stopping = new AbortController();
  #present: { readonly hostId: string; readonly leadership: Leadership } | undefined;
  #running: Promise<void> | undefined;

  constructor(
    private readonly deps: EngineDeps,
    private readonly ownHost: () => string | undefined,
    private readonly options: LeaderOptions,
  ) {}

  start(): void {
    this.#running ??= this.run();
  }

  look(): void {
    this.#present?.leadership.look();
  }

  /** Releases the lease if it is ours. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    await this.#present?.leadership.stop();
  }

  seenLease(): SeenLease | undefined {
    return this.#present?.leadership.lease();
  }

  state(): ComponentState {
    if (!this.#present) return { state: 'starting', detail: 'waiting until the worker is registered' };
    const { role, holder, why = '', hold } = this.#present.leadership.snapshot();
    if (role === 'stopped') return { state: 'failing', detail: 'stopped' };
    if (hold) return { state: 'failing', detail: `nothing is started: ${hold.code}: ${hold.evidence}` };
    if (role === 'leading') return { state: 'ready', detail: 'this sidecar leads' };
    if (role === 'taking-over') return { state: 'ready', detail: 'this sidecar takes over' };
    // A cluster without a leader for a moment still answers every request, so this is no reason to be taken out of service.
    return { state: 'ready', detail: holder === undefined ? `nobody leads yet. ${why}`.trim() : `${holder} leads` };
  }

  private async run(): Promise<void> {
    const { timers } = this.deps.runtime;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const hostId = this.ownHost();
      if (hostId !== undefined && hostId !== this.#present?.hostId) await this.competeAs(hostId);
      await timers.sleep(this.#present ? KNOWN_HOST_MS : UNKNOWN_HOST_MS, signal);
    }
  }

  private async competeAs(hostId: string): Promise<void> {
    await this.#present?.leadership.stop();
    const { runtime, storage, node, doorbell, observer } = this.deps;
    const { leases, assignments, nodeStates, runs, segments, schema, ages, notes, repairHistory } = storage;
    const stores = { lease: leases, assignments, nodeStates, runs, segments, ages, notes, repairHistory };
    const leadership = new Leadership(
      { runtime, hostId, ...stores, cluster: node.cluster, schema, storage: storage.inspector, doorbell, observer },
      this.options,
    );
    leadership.start();
    this.#present = { hostId, leadership };
  }
}
