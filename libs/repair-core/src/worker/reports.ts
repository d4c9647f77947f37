import type { NodeState } from '../model/node-state.js';
import type { Stamp } from '../model/stamp.js';
import type { NodeStateStore } from '../ports/registers.js';
import type { Doorbell, Runtime } from '../ports/runtime.js';
import { backoffMs } from './backoff.js';
import type { NodeWatch } from './node-watch.js';
import { StateWriter } from './state-writer.js';
import { Wake } from './wake.js';
import type { WorkerMemory } from './worker-memory.js';
import type { WorkerSettings } from './worker-options.js';

export interface ReportParts {
  readonly runtime: Runtime;
  readonly store: NodeStateStore;
  readonly doorbell: Doorbell;
  readonly settings: WorkerSettings;
  readonly memory: WorkerMemory;
  readonly watch: NodeWatch;
  readonly stop: AbortSignal;
  /** Whom to wake while no list names its leader. */
  readonly leaseHolder: () => string | undefined;
}

/** A heartbeat waits this long for a fresh look at the node, no longer: a hanging node must not silence the sidecar. */
const LOOK_PATIENCE_MS = 2_000;

/** The worker's voice: heartbeats, reports of changes, and the doorbell of the leader behind them. */
export class Reports {
  readonly #parts: ReportParts;
  readonly #writer: StateWriter;
  readonly #wake: Wake;
  #dirty = false;
  #ring = false;
  #ringing = false;
  #closing = false;
  #failures = 0;
  #lastWriteMs = -Infinity;

  constructor(parts: ReportParts, base: Stamp) {
    this.#parts = parts;
    this.#writer = new StateWriter(parts.store, base, (n) => this.#take(n));
    this.#wake = new Wake(parts.runtime.timers, parts.stop);
  }

  /** Failures in a row; 0 when the last write was acknowledged. */
  get failures(): number {
    return this.#failures;
  }

  /** Reports without waiting for the heartbeat; repeated until it succeeds. */
  soon(): void {
    this.#dirty = true;
    this.#wake.notify();
  }

  /** The next report that succeeds wakes the leader. */
  ringWithNext(): void {
    this.#ring = true;
  }

  /** Resolves when a picture of the memory as it is now is stored. Rejects when that is not certain. */
  async write(): Promise<void> {
    try {
      await this.#writer.write();
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      this.#dirty = true;
      this.#ring ||= this.#ringing;
      throw error;
    }
    this.#wakeLeader();
  }

  /** The last word: the worker promises nothing any more. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.write();
  }

  async run(): Promise<void> {
    const { stop, watch } = this.#parts;
    while (!stop.aborted) {
      const waitMs = this.#dueInMs();
      if (waitMs > 0) {
        await this.#wake.wait(waitMs);
      } else {
        if (!this.#dirty) await watch.lookWithin(LOOK_PATIENCE_MS);
        if (!stop.aborted) await this.#try();
      }
    }
  }

  async #try(): Promise<void> {
    const { runtime, settings, stop } = this.#parts;
    try {
      await this.write();
    } catch (error) {
      runtime.log.warn('The own state could not be written', { cause: String(error) });
      const limits = { minMs: settings.timings.retryMinMs, maxMs: settings.timings.retryMaxMs };
      await runtime.timers.sleep(backoffMs(this.#failures, limits, runtime.entropy.random()), stop);
    }
  }

  #dueInMs(): number {
    if (this.#dirty) return 0;
    return this.#lastWriteMs + this.#periodMs() - this.#parts.runtime.clock.monotonicMs();
  }

  #take(n: number): NodeState {
    const { runtime, settings, memory, watch } = this.#parts;
    this.#dirty = false;
    this.#ringing = this.#ring;
    this.#ring = false;
    this.#lastWriteMs = runtime.clock.monotonicMs();
    return {
      ...memory.report(),
      ...watch.report(),
      n,
      nextWithinMs: this.#closing ? 0 : this.#periodMs(),
      sidecarVersion: settings.sidecarVersion,
      apiUrl: settings.apiUrl,
      writtenAtMs: runtime.clock.wallMs(),
    };
  }

  #periodMs(): number {
    const { memory, settings } = this.#parts;
    return memory.busy ? settings.timings.busyHeartbeatMs : settings.timings.idleHeartbeatMs;
  }

  #wakeLeader(): void {
    if (!this.#ringing) return;
    this.#ringing = false;
    const leader = this.#parts.memory.latest?.leader ?? this.#parts.leaseHolder();
    if (leader) this.#parts.doorbell.ring(leader);
  }
}
