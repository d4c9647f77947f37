import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { COMPONENTS, type Readiness } from '../health/readiness.js';
import { DoorbellMetrics } from './doorbell-metrics.js';
import { EngineMetrics } from './engine-metrics.js';
import { HttpMetrics } from './http-metrics.js';
import { StorageMetrics, type StorageUse } from './storage-metrics.js';

/** All metrics of the process; names begin with `reaper_`. */
export class Metrics {
  readonly registry = new Registry();
  readonly http = new HttpMetrics(this.registry);
  readonly engine = new EngineMetrics(this.registry);
  readonly doorbell = new DoorbellMetrics(this.registry);

  constructor(version: string) {
    collectDefaultMetrics({ register: this.registry, prefix: 'reaper_' });
    new Gauge({
      name: 'reaper_build_info',
      help: 'Always 1',
      labelNames: ['version'],
      registers: [this.registry],
    }).set({ version }, 1);
  }

  /** Tells at every scrape what the storage costs. */
  watchStorage(use: () => StorageUse): void {
    new StorageMetrics(this.registry, use);
  }

  /** Tells at every scrape which parts work. */
  watch(readiness: Readiness): void {
    new Gauge({
      name: 'reaper_component_ready',
      help: 'Whether a part of the sidecar works',
      labelNames: ['component'],
      registers: [this.registry],
      collect() {
        const states = readiness.all();
        for (const component of COMPONENTS) this.set({ component }, states[component].state === 'ready' ? 1 : 0);
      },
    });
  }
}
