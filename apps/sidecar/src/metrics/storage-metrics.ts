import { Counter, Gauge, type Registry } from 'prom-client';

/** What the driver has sent since the start of the process, and its connections now. */
export interface StorageUse {
  readonly statements: number;
  readonly conditionalWrites: number;
  readonly failures: number;
  readonly connections: number;
}

/** Costs of the storage, read from the driver's own counts at every scrape. */
export class StorageMetrics {
  constructor(registry: Registry, use: () => StorageUse) {
    const counters = {
      reaper_cql_statements_total: ['Requests sent to Cassandra; a batch is one', () => use().statements],
      reaper_cql_conditional_writes_total: ['Of these, lightweight transactions', () => use().conditionalWrites],
      reaper_cql_failures_total: ['Requests that failed', () => use().failures],
    } as const;
    for (const [name, [help, read]] of Object.entries(counters)) {
      new Counter({
        name,
        help,
        registers: [registry],
        collect() {
          this.reset();
          this.inc(read());
        },
      });
    }
    new Gauge({
      name: 'reaper_cql_connections',
      help: 'Open connections to Cassandra',
      registers: [registry],
      collect() {
        this.set(use().connections);
      },
    });
  }
}
