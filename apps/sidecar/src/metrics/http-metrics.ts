import { Counter, Histogram, type Registry } from 'prom-client';

/** Requests to this sidecar by route pattern. */
export class HttpMetrics {
  readonly #requests: Counter<'method' | 'route' | 'status'>;
  readonly #refused: Counter<'limit'>;
  readonly #seconds: Histogram<'route'>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.#requests = new Counter({
      name: 'reaper_http_requests_total',
      help: 'Requests answered',
      labelNames: ['method', 'route', 'status'],
      registers,
    });
    this.#refused = new Counter({
      name: 'reaper_http_refused_total',
      help: 'Requests refused because there were too many of one address or caller',
      labelNames: ['limit'],
      registers,
    });
    this.#seconds = new Histogram({
      name: 'reaper_http_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['route'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2],
      registers,
    });
  }

  refused(limit: 'address' | 'caller'): void {
    this.#refused.inc({ limit });
  }

  answered(method: string, route: string, status: number, ms: number): void {
    this.#requests.inc({ method, route, status: String(status) });
    this.#seconds.observe({ route }, ms / 1000);
  }
}
