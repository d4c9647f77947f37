import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { readRun, type RunView } from '@reaper-sidecar/repair-core';
import { Backend } from '../backend/backend.js';
import { ReadModel } from '../backend/read-model.js';
import { EventHub } from './event-hub.js';

const INTERVAL_MS = 1_000;

/** More unfinished runs than these are not looked at one by one. */
const MAX_WATCHED_RUNS = 50;

/** While browsers listen, compares the cluster with a second ago and publishes what changed on other sidecars. */
@Injectable()
export class ChangeWatch implements OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;
  #busy = false;
  #runs = new Map<string, string>();
  #cluster = '';

  constructor(
    private readonly backend: Backend,
    private readonly readModel: ReadModel,
    private readonly hub: EventHub,
  ) {}

  /** Call when a browser came or went. */
  adjust(): void {
    if (this.hub.listeners > 0) this.#timer ??= setInterval(() => void this.look(), INTERVAL_MS);
    else this.stop();
  }

  onModuleDestroy(): void {
    this.stop();
  }

  private stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#runs.clear();
    this.#cluster = '';
  }

  private async look(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await this.compareRuns();
      await this.compareCluster();
    } catch (error) {
      this.backend.runtime.log.debug('Changes could not be read', { error });
    } finally {
      this.#busy = false;
    }
  }

  private async compareRuns(): Promise<void> {
    const { runs } = this.backend.stores;
    const active = await runs.activeRuns({ onUnreadable: () => undefined });
    const watched = active.slice(0, MAX_WATCHED_RUNS).map(({ runId }) => runId);
    const ids = new Set([...watched, ...this.#runs.keys()]);
    const views = await Promise.all([...ids].map((runId) => readRun(runs, runId).catch(() => undefined)));
    const now = new Map<string, string>();
    for (const view of views) {
      if (!view) continue;
      const { runId } = view.creation;
      const before = this.#runs.get(runId);
      const fingerprint = fingerprintOf(view);
      if (!view.result) now.set(runId, fingerprint);
      if (before !== fingerprint) this.hub.publish({ type: 'run', runId, state: view.state });
    }
    this.#runs = now;
  }

  private async compareCluster(): Promise<void> {
    const [topology, leader] = await Promise.all([this.readModel.topology(), this.readModel.leader()]);
    const nodes = topology.nodes.map(({ hostId, up, state }) => `${hostId} ${up} ${state}`);
    const fingerprint = JSON.stringify([leader?.holder, topology.schemaVersions.length, nodes]);
    if (this.#cluster !== '' && this.#cluster !== fingerprint) this.hub.publish({ type: 'cluster' });
    this.#cluster = fingerprint;
  }
}

function fingerprintOf({ state, specVersion, counters, reasons }: RunView): string {
  return JSON.stringify([state, specVersion, counters, reasons.map(({ code, replicas }) => [code, replicas])]);
}
