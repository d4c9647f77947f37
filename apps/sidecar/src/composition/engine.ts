import { Worker, type Doorbell, type EngineObserver, type Runtime, type SeenLease } from '@reaper-sidecar/repair-core';
import type { RepairConfig } from '../config/config.js';
import type { ComponentState } from '../health/readiness.js';
import { OwnLeadership } from './own-leadership.js';
import type { NodeParts, StorageParts } from './parts.js';

export interface EngineDeps {
  readonly runtime: Runtime;
  readonly storage: StorageParts;
  readonly node: NodeParts;
  readonly doorbell: Doorbell;
  readonly observer: EngineObserver;
}

export interface EngineOptions {
  readonly sidecarVersion: string;
  readonly apiUrl: string;
  readonly repair: RepairConfig;
}

/** A command that runs longer is left to the next process of this node, which adopts it. */
const DRAIN_MS = 1_000;

/** Worker and leader of this process. */
export class Engine {
  readonly #worker: Worker;
  readonly #leadership: OwnLeadership;

  constructor(deps: EngineDeps, { sidecarVersion, apiUrl, repair }: EngineOptions) {
    const { allowTerminateAll, ...limits } = repair;
    const { storage, node, ...others } = deps;
    const { history, assignments, nodeStates, segments, leases } = storage;
    this.#worker = new Worker(
      { ...others, node: node.node, history, assignments, nodeStates, segments, lease: leases },
      { sidecarVersion, apiUrl, maxRepairsPerNode: repair.maxRepairsPerNode, allowTerminateAll },
    );
    this.#leadership = new OwnLeadership(deps, () => this.registeredHost(), { limits });
  }

  /** Only while this process is the only one beside its node. */
  start(): void {
    this.#worker.start();
    this.#leadership.start();
  }

  /** Doorbell: worker and leader look now. */
  look(): void {
    this.#worker.look();
    this.#leadership.look();
  }

  seenLease(): SeenLease | undefined {
    return this.#leadership.seenLease();
  }

  async stop(): Promise<void> {
    await Promise.all([this.#worker.stop({ drainMs: DRAIN_MS }), this.#leadership.stop()]);
  }

  get hostId(): string | undefined {
    return this.#worker.snapshot().identity?.hostId;
  }

  workerState(): ComponentState {
    const { registered, problem, unreachable, reportFailures, waiting } = this.#worker.snapshot();
    if (!registered) return { state: 'starting', detail: problem ?? 'registering with the cluster' };
    if (unreachable !== undefined) return { state: 'failing', detail: unreachable };
    if (reportFailures > 0)
      return { state: 'failing', detail: `${reportFailures} reports in a row could not be written` };
    return { state: 'ready', detail: waiting ? `waiting: ${waiting.detail}` : 'working' };
  }

  leaderState(): ComponentState {
    return this.#leadership.state();
  }

  /** Known once the worker could read and write its own row: then the keyspace works too. */
  private registeredHost(): string | undefined {
    const { registered, identity } = this.#worker.snapshot();
    return registered ? identity?.hostId : undefined;
  }
}
