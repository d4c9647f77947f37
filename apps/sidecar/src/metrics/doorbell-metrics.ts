import { Counter, type Registry } from 'prom-client';

/** Doorbells sent and heard. */
export class DoorbellMetrics {
  readonly #doorbells: Counter<'direction' | 'result'>;

  constructor(registry: Registry) {
    this.#doorbells = new Counter({
      name: 'reaper_doorbells_total',
      help: 'Signals between sidecars to look at once',
      labelNames: ['direction', 'result'],
      registers: [registry],
    });
  }

  sent(result: 'delivered' | 'failed' | 'no_address'): void {
    this.#doorbells.inc({ direction: 'out', result });
  }

  heard(result: 'accepted' | 'refused' | 'limited'): void {
    this.#doorbells.inc({ direction: 'in', result });
  }
}
